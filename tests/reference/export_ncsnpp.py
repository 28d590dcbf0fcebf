#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what NCSN++ answers in plain PyTorch, for tests/core/networks/ncsnpp_test.cpp.

The network is written here from its description (Song, Sohl-Dickstein, Kingma, Kumar, Ermon, Poole 2021, "Score-based
generative modeling through stochastic differential equations", section 4 and appendix H; FIR resampling: Karras et al.
2020, "Analyzing and improving the image quality of StyleGAN"), apart from the product's own code. The weights' names
and the file are those of the checkpoints of yang-song/score_sde_pytorch. Run by hand, never by the tests:

    python3 -m venv venv && venv/bin/pip install torch==2.11.0 numpy safetensors
    venv/bin/python tests/reference/export_ncsnpp.py [FOLDER]

For each configuration it writes NAME.pth, a training state in the original's format: the model's weights, the moving
average of those that are trained (the ones to use) as a list, the optimiser, the step; and NAME.cases.safetensors: x,
time, cotangent, output and gradient = d sum(output * cotangent) / dx, the last two also computed in float64.

Compared once with the original's own code (commit cb1f359, on a CPU): the same names in the same order, outputs and
gradients within 2e-6 in float32 and 3e-15 in float64. What the original cannot run on PyTorch was mended there first:
enlarging without the filter between blocks of "ddpm", the residual output with the filter, float64.
"""

import json
import math
import pathlib
import sys

import safetensors
import safetensors.torch
import torch
from torch import nn
from torch.nn import functional

SEED = 20240611

BASE = {
    "channels": 1, "modelChannels": 4, "channelMultipliers": [1, 2, 2], "residualBlocks": 1,
    "attentionDownsampling": [], "embedding": "fourier", "conditional": True, "residualBlockType": "biggan",
    "fir": True, "resampleWithConvolution": True, "skipRescale": True, "progressive": "none",
    "progressiveInput": "none", "progressiveCombine": "sum", "scaleBySigma": True, "centered": False,
}  # fmt: skip

CONFIGURATIONS = {
    # as the checkpoints for CT and MRI
    "residual": BASE | {"progressiveInput": "residual"},
    # as the checkpoints for bedrooms, churches and faces
    "skip": BASE | {"channels": 3, "channelMultipliers": [1, 1, 2], "residualBlocks": 2, "attentionDownsampling": [2],
                    "progressive": "output_skip", "progressiveInput": "input_skip"},
    # as the "DDPM++" checkpoints: variance preserving
    "ddpmpp": BASE | {"channels": 3, "channelMultipliers": [1, 2], "attentionDownsampling": [1],
                      "embedding": "positional", "fir": False, "scaleBySigma": False, "centered": True},
    # everything the other way: combined by joining channels, residual output, blocks of DDPM, no rescaling
    "cat": BASE | {"channels": 2, "channelMultipliers": [1, 1, 1], "attentionDownsampling": [1, 4],
                   "residualBlockType": "ddpm", "fir": False, "skipRescale": False, "progressive": "residual",
                   "progressiveInput": "input_skip", "progressiveCombine": "cat", "centered": True},
    # not told of the noise; FIR with a convolution in both directions
    "unconditional": BASE | {"channels": 4, "channelMultipliers": [1, 2], "conditional": False, "centered": True,
                             "progressive": "residual", "progressiveInput": "residual"},
}  # fmt: skip


# --- layers --------------------------------------------------------------------------------------------------------


def fir(x, up=1, before=0, after=0, gain=1.0, down=1):
    """Zeros between the pixels and around them, the filter [1,3,3,1] x [1,3,3,1] with the sum `gain`, every so many."""
    samples, channels, height, width = x.shape
    wide = x.new_zeros(samples, channels, height * up, width * up)
    wide[:, :, ::up, ::up] = x
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0], dtype=x.dtype)
    kernel = (torch.outer(taps, taps) * (gain / 64)).expand(channels, 1, 4, 4)
    return functional.conv2d(functional.pad(wide, [before, after] * 2), kernel, stride=down, groups=channels)


def twice(x, with_fir):
    if with_fir:
        return fir(x, up=2, before=2, after=1, gain=4.0)
    return x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)


def half(x, with_fir):
    return fir(x, before=1, after=1, down=2) if with_fir else functional.avg_pool2d(x, 2)


def norm(channels):
    return nn.GroupNorm(min(channels // 4, 32), channels, eps=1e-6)


def convolution(source, target, side=3, **options):
    return nn.Conv2d(source, target, side, padding=side // 2, **options)


class Fourier(nn.Module):
    """[N] noise levels -> [N, 2 * width]: sines, then cosines, of fixed random multiples of their logarithms."""

    def __init__(self, width):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(width), requires_grad=False)

    def forward(self, sigma):
        angles = torch.log(sigma)[:, None] * self.W[None, :] * 2 * math.pi
        return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)


def positional(time, width):
    """[N] -> [N, width]: sines, then cosines, of width / 2 frequencies from 1 to 1/10000."""
    count = width // 2
    frequencies = torch.exp(torch.arange(count, dtype=time.dtype) * -(math.log(10000.0) / (count - 1)))
    angles = time[:, None] * frequencies[None, :]
    return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)


class Pointwise(nn.Module):
    """A 1x1 convolution whose weight is [in, out]."""

    def __init__(self, source, target):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(source, target))
        self.b = nn.Parameter(torch.zeros(target))

    def forward(self, x):
        return torch.einsum("nchw,cd->ndhw", x, self.W) + self.b[:, None, None]


class Residual(nn.Module):
    def __init__(self, config, source, target, resample=None):
        super().__init__()
        self.config, self.resample = config, resample
        self.GroupNorm_0 = norm(source)
        self.Conv_0 = convolution(source, target)
        self.Dense_0 = nn.Linear(4 * config["modelChannels"], target)  # there, if unused, without a condition too
        self.GroupNorm_1 = norm(target)
        self.Conv_1 = convolution(target, target)
        if config["residualBlockType"] == "biggan":
            if source != target or resample:
                self.Conv_2 = convolution(source, target, 1)
        elif source != target:
            self.NIN_0 = Pointwise(source, target)

    def forward(self, x, embedding):
        h = functional.silu(self.GroupNorm_0(x))
        if self.resample:
            h, x = (self.resample(picture, self.config["fir"]) for picture in (h, x))
        h = self.Conv_0(h)
        if embedding is not None:
            h = h + self.Dense_0(functional.silu(embedding))[:, :, None, None]
        h = self.Conv_1(functional.silu(self.GroupNorm_1(h)))
        for skip in ("Conv_2", "NIN_0"):
            x = getattr(self, skip)(x) if hasattr(self, skip) else x
        return joined(self.config, x, h)


def joined(config, x, h):
    return (x + h) / math.sqrt(2.0) if config["skipRescale"] else x + h


class Attention(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        self.config = config
        self.GroupNorm_0 = norm(channels)
        for i in range(4):
            setattr(self, f"NIN_{i}", Pointwise(channels, channels))

    def forward(self, x, _embedding):
        h = self.GroupNorm_0(x)
        query, key, value = (layer(h).flatten(2) for layer in (self.NIN_0, self.NIN_1, self.NIN_2))
        similarity = torch.einsum("ncq,nck->nqk", query, key) / math.sqrt(x.shape[1])
        h = torch.einsum("nqk,nck->ncq", similarity.softmax(dim=2), value).reshape(x.shape)
        return joined(self.config, x, self.NIN_3(h))


class Combine(nn.Module):
    def __init__(self, config, source, target):
        super().__init__()
        self.joins = config["progressiveCombine"] == "cat"
        self.Conv_0 = convolution(source, target, 1)

    def forward(self, pyramid, h):
        pyramid = self.Conv_0(pyramid)
        return torch.cat([pyramid, h], dim=1) if self.joins else pyramid + h


class Smoothed(nn.Module):
    """A convolution and the FIR filter in one: only the name and the shape of its weights."""

    def __init__(self, source, target):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(target, source, 3, 3))
        self.bias = nn.Parameter(torch.zeros(target))


class Down(nn.Module):
    def __init__(self, config, source, target):
        super().__init__()
        self.fir = config["fir"]
        if self.fir:
            self.Conv2d_0 = Smoothed(source, target)
        else:
            self.Conv_0 = nn.Conv2d(source, target, 3, stride=2)

    def forward(self, x, _embedding=None):
        if not self.fir:
            return self.Conv_0(functional.pad(x, [0, 1, 0, 1]))
        return functional.conv2d(fir(x, before=2, after=2), self.Conv2d_0.weight, self.Conv2d_0.bias, stride=2)


class Up(nn.Module):
    def __init__(self, config, source, target):
        super().__init__()
        self.fir = config["fir"]
        if self.fir:
            self.Conv2d_0 = Smoothed(source, target)
        else:
            self.Conv_0 = convolution(source, target)

    def forward(self, x, _embedding=None):
        if not self.fir:
            return self.Conv_0(twice(x, False))
        samples, channels, height, width = x.shape
        wide = x.new_zeros(samples, channels, 2 * height - 1, 2 * width - 1)
        wide[:, :, ::2, ::2] = x
        h = functional.conv2d(wide, self.Conv2d_0.weight, padding=2)
        return fir(h, before=1, after=1, gain=4.0) + self.Conv2d_0.bias[:, None, None]


class Bare:
    """Resampling without weights: not one of the modules."""

    def __init__(self, resample, with_fir):
        self.resample, self.fir = resample, with_fir

    def __call__(self, x, _embedding=None):
        return self.resample(x, self.fir)


# --- the network ---------------------------------------------------------------------------------------------------


class Reference(nn.Module):
    def __init__(self, config, sigma_min=0.01, sigma_max=378.0, scales=16):
        super().__init__()
        self.config = config
        levels = torch.linspace(math.log(sigma_max), math.log(sigma_min), scales, dtype=torch.float64)
        self.register_buffer("sigmas", torch.exp(levels))
        self.all_modules = nn.ModuleList()
        self.program = []
        width = config["modelChannels"]
        if config["embedding"] == "fourier":
            self.all_modules.append(Fourier(width))
        if config["conditional"]:
            waves = 2 * width if config["embedding"] == "fourier" else width
            self.all_modules.append(nn.Linear(waves, 4 * width))
            self.all_modules.append(nn.Linear(4 * width, 4 * width))
        self.make_down()
        self.make_up()

    def module(self, module):
        self.all_modules.append(module)
        return module

    def step(self, verb, *modules):
        self.program.append((verb, modules))

    def layer(self, layer):
        self.step("layer", self.module(layer) if isinstance(layer, nn.Module) else layer)

    def resampling(self, down, channels):
        """Between two levels."""
        config = self.config
        if config["residualBlockType"] == "biggan":
            return Residual(config, channels, channels, half if down else twice)
        if config["resampleWithConvolution"]:
            return (Down if down else Up)(config, channels, channels)
        return Bare(half if down else twice, config["fir"])

    def make_down(self):
        config, channels = self.config, self.config["modelChannels"]
        self.layer(First(config["channels"], channels))
        self.kept = [channels]
        self.step("keep")
        pyramid = config["channels"]
        for depth, multiplier in enumerate(config["channelMultipliers"]):
            for _ in range(config["residualBlocks"]):
                self.layer(Residual(config, channels, multiplier * config["modelChannels"]))
                channels = multiplier * config["modelChannels"]
                if 2**depth in config["attentionDownsampling"]:
                    self.layer(Attention(config, channels))
                self.kept.append(channels)
                self.step("keep")
            if depth + 1 == len(config["channelMultipliers"]):
                break
            self.layer(self.resampling(True, channels))
            if config["progressiveInput"] == "input_skip":
                self.step("input_skip", self.module(Combine(config, pyramid, channels)))
                channels *= 2 if config["progressiveCombine"] == "cat" else 1
            elif config["progressiveInput"] == "residual":
                self.step("input_residual", self.module(Down(config, pyramid, channels)))
                pyramid = channels
            self.kept.append(channels)
            self.step("keep")
        self.layer(Residual(config, channels, channels))
        self.layer(Attention(config, channels))
        self.layer(Residual(config, channels, channels))
        self.channels = channels

    def make_up(self):
        config, channels = self.config, self.channels
        deepest = len(config["channelMultipliers"]) - 1
        pyramid = None
        for depth in range(deepest, -1, -1):
            for _ in range(config["residualBlocks"] + 1):
                self.step("join")
                target = config["channelMultipliers"][depth] * config["modelChannels"]
                self.layer(Residual(config, channels + self.kept.pop(), target))
                channels = target
            if 2**depth in config["attentionDownsampling"]:
                self.layer(Attention(config, channels))
            if config["progressive"] == "output_skip":
                self.step("output_skip", self.module(norm(channels)),
                          self.module(convolution(channels, config["channels"])))
            elif config["progressive"] == "residual" and depth == deepest:
                self.step("pyramid", self.module(norm(channels)), self.module(convolution(channels, channels)))
                pyramid = channels
            elif config["progressive"] == "residual":
                self.step("output_residual", self.module(Up(config, pyramid, channels)))
                pyramid = channels
            if depth > 0:
                self.layer(self.resampling(False, channels))
        if config["progressive"] != "output_skip":
            self.step("output", self.module(norm(channels)), self.module(convolution(channels, config["channels"])))

    def embed(self, time):
        remaining = list(self.all_modules)
        waves = (remaining.pop(0)(time) if self.config["embedding"] == "fourier"
                 else positional(time, self.config["modelChannels"]))
        if not self.config["conditional"]:
            return None
        return remaining[1](functional.silu(remaining[0](waves)))

    def forward(self, x, time):
        embedding = self.embed(time)
        config = self.config
        h = x if config["centered"] else 2 * x - 1
        input_pyramid, output_pyramid, kept = h, None, []
        for verb, modules in self.program:
            if verb == "layer":
                h = modules[0](h, embedding)
            elif verb == "keep":
                kept.append(h)
            elif verb == "join":
                h = torch.cat([h, kept.pop()], dim=1)
            elif verb == "input_skip":
                input_pyramid = half(input_pyramid, config["fir"])
                h = modules[0](input_pyramid, h)
            elif verb == "input_residual":
                h = input_pyramid = joined(config, modules[0](input_pyramid), h)
            elif verb == "output_residual":
                h = output_pyramid = joined(config, modules[0](output_pyramid), h)
            else:
                group_norm, last = modules
                y = last(functional.silu(group_norm(h)))
                if verb == "output_skip" and output_pyramid is not None:
                    y = twice(output_pyramid, config["fir"]) + y
                output_pyramid = y
        return output_pyramid / time[:, None, None, None] if config["scaleBySigma"] else output_pyramid


class First(nn.Conv2d):
    def __init__(self, source, target):
        super().__init__(source, target, 3, padding=1)

    def forward(self, x, _embedding):
        return super().forward(x)


# --- recording -----------------------------------------------------------------------------------------------------


def randomise(network, generator):
    """Every weight is drawn, also those that training starts at zero."""
    with torch.no_grad():
        for name, weight in network.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            if name == "all_modules.0.W":
                weight.copy_(16 * noise)
            elif weight.dim() > 1:
                fan_in = weight.shape[0] if name.endswith(".W") else weight[0].numel()
                weight.copy_(noise / math.sqrt(fan_in))
            else:
                weight.copy_(0.2 * noise + (1 if "GroupNorm" in name and name.endswith("weight") else 0))


def checkpoint(network, average):
    """What the original's training saves; `network` holds the weights of the last step, `average` those to use."""
    wrapped = nn.DataParallel(network)
    trained = [weight for weight in wrapped.parameters() if weight.requires_grad]
    return {
        "optimizer": torch.optim.Adam(trained, lr=2e-4).state_dict(),
        "model": wrapped.state_dict(),
        "ema": {
            "decay": 0.999,
            "num_updates": 95,
            "shadow_params": [weight.clone().detach() for weight in average.parameters() if weight.requires_grad],
        },
        "step": 95,
    }


def answers(network, cases):
    x = cases["x"].detach().clone().requires_grad_(True)
    output = network(x, cases["time"])
    return {"output": output, "gradient": torch.autograd.grad((output * cases["cotangent"]).sum(), x)[0]}


def draw_cases(config, generator):
    is_sigma = config["scaleBySigma"]
    time = torch.tensor([0.01, 0.4, 13.7, 378.0] if is_sigma else [0.0, 17.25, 480.5, 999.0])
    shape = [len(time), config["channels"], 8, 16]
    x = torch.randn(shape, generator=generator)
    if is_sigma:
        x = 0.5 + x * time[:, None, None, None]
    return {"x": x, "time": time, "cotangent": torch.randn(shape, generator=generator)}


def record(name, config, folder):
    generator = torch.Generator().manual_seed(SEED)
    average = Reference(config)
    randomise(average, generator)
    cases = draw_cases(config, generator)
    cases |= answers(average, cases)
    latest = Reference(config)
    randomise(latest, generator)
    fourier = "all_modules.0.W"
    if fourier in average.state_dict():  # it is never trained: both are one
        latest.load_state_dict({fourier: average.state_dict()[fourier]}, strict=False)
    torch.save(checkpoint(latest, average), folder / f"{name}.pth")
    precise = answers(average.double(), {key: value.double() for key, value in cases.items()})
    cases |= {f"{key}64": value for key, value in precise.items()}
    origin = {"configuration": config, "torch": torch.__version__, "safetensors": safetensors.__version__, "seed": SEED}
    metadata = {"record": json.dumps(origin)}  # one entry, as the package writes several in random order
    cases = {key: value.detach().contiguous() for key, value in cases.items()}
    safetensors.torch.save_file(cases, folder / f"{name}.cases.safetensors", metadata)
    count = sum(weight.numel() for weight in average.parameters())
    print(f"{name}: {count} weights in {len(list(average.parameters()))} tensors, "
          f"|output| {[f'{s.std():.3g}' for s in cases['output']]}, "
          f"|gradient| {[f'{s.std():.3g}' for s in cases['gradient']]}")


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "golden/ncsnpp"
    folder.mkdir(parents=True, exist_ok=True)
    for name, config in CONFIGURATIONS.items():
        record(name, config, folder)


if __name__ == "__main__":
    main()
