#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what the ADM U-Net answers in plain PyTorch, for tests/core/networks/adm_unet_test.cpp.

The network is written here from its description (Dhariwal & Nichol 2021, "Diffusion models beat GANs on image
synthesis", section 3 and appendix; names of the weights as in the checkpoints of openai/guided-diffusion), apart from
the product's own code. Run by hand, never by the tests:

    python3 -m venv venv && venv/bin/pip install torch==2.11.0 numpy safetensors
    venv/bin/python tests/reference/export_adm_unet.py [FOLDER]

For each configuration it writes NAME.weights.safetensors (float16, so that they are small; the network computes in
float32 with exactly these values; the configuration is in the metadata) and NAME.cases.safetensors: x, time
[, classes], output, and gradient = d sum(output * cotangent) / dx.
"""

import json
import math
import pathlib
import sys

import safetensors
import safetensors.torch
import torch
from torch import nn

SEED = 20240607

BASE = {
    "inputChannels": 3, "outputChannels": 3, "modelChannels": 16, "channelMultipliers": [1, 2], "residualBlocks": 1,
    "attentionDownsampling": [2], "attentionOrder": "legacy", "headChannels": 0, "heads": 1,
    "resampleInBlocks": True, "scaleShiftNorm": True, "classes": 0, "groups": 8,
}  # fmt: skip

CONFIGURATIONS = {
    # as the checkpoints for 256 pixels: scale-shift norm, resampling residual blocks, legacy order, learned variance
    "legacy": BASE | {"outputChannels": 6, "channelMultipliers": [1, 2, 2], "attentionDownsampling": [4],
                      "headChannels": 8},
    # strided convolutions, embedding added, queries first, attention at two levels (a group norm with
    # one channel a group would take the added embedding out again)
    "new_order": BASE | {"inputChannels": 1, "outputChannels": 1, "modelChannels": 32, "channelMultipliers": [1, 1],
                         "attentionDownsampling": [1, 2], "attentionOrder": "new", "headChannels": 16,
                         "resampleInBlocks": False, "scaleShiftNorm": False, "groups": 16},
    # class-conditional, a number of heads instead of their width, a width that shrinks, two blocks a level
    "classes": BASE | {"channelMultipliers": [0.5, 1, 1.5], "residualBlocks": 2, "heads": 4, "classes": 5,
                       "attentionDownsampling": [2, 4], "inputChannels": 2, "outputChannels": 4},
    # as the checkpoint for 64 pixels: class-conditional, queries first, three blocks a level
    "small_new_order": BASE | {"modelChannels": 8, "channelMultipliers": [1, 2], "residualBlocks": 3, "classes": 3,
                               "attentionOrder": "new", "headChannels": 4, "groups": 4, "outputChannels": 6},
    # as the checkpoints that enlarge: the small picture, enlarged, is three more channels
    "upsampler": BASE | {"modelChannels": 8, "channelMultipliers": [1, 1, 2], "residualBlocks": 1, "classes": 3,
                         "attentionDownsampling": [4], "headChannels": 8, "groups": 4,
                         "inputChannels": 6, "outputChannels": 6},
    # embedding added in blocks that resample
    "added": BASE | {"modelChannels": 8, "channelMultipliers": [1, 2], "heads": 2, "groups": 4,
                     "scaleShiftNorm": False},
}  # fmt: skip


def wave_embedding(time, width):
    """[N] -> [N, width]: cosines, then sines, of width / 2 frequencies 10000^(-k / (width / 2))."""
    half = width // 2
    frequencies = torch.tensor([10000.0 ** (-k / half) for k in range(half)], dtype=torch.float64)
    angles = time.double()[:, None] * frequencies[None, :]
    return torch.cat([torch.cos(angles), torch.sin(angles)], dim=1).to(time.dtype)


class Residual(nn.Module):
    def __init__(self, config, source, target, resample=None):
        super().__init__()
        self.scale_shift, self.resample = config["scaleShiftNorm"], resample
        groups, embedding = config["groups"], 4 * config["modelChannels"]
        self.in_layers = nn.Sequential(nn.GroupNorm(groups, source), nn.SiLU(), nn.Conv2d(source, target, 3, padding=1))
        self.emb_layers = nn.Sequential(nn.SiLU(), nn.Linear(embedding, target * (2 if self.scale_shift else 1)))
        self.out_layers = nn.Sequential(
            nn.GroupNorm(groups, target), nn.SiLU(), nn.Dropout(0.0), nn.Conv2d(target, target, 3, padding=1))
        if source != target:
            self.skip_connection = nn.Conv2d(source, target, 1)

    def forward(self, x, embedding):
        norm, activation, convolution = self.in_layers
        h = activation(norm(x))
        if self.resample == "down":
            h, x = (nn.functional.avg_pool2d(picture, 2) for picture in (h, x))
        elif self.resample == "up":
            h, x = (picture.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3) for picture in (h, x))
        h = convolution(h)
        condition = self.emb_layers(embedding)[:, :, None, None]
        norm, activation, _, convolution = self.out_layers
        if self.scale_shift:
            channels = h.shape[1]
            h = norm(h) * (1 + condition[:, :channels]) + condition[:, channels:]
        else:
            h = norm(h + condition)
        skip = self.skip_connection(x) if hasattr(self, "skip_connection") else x
        return skip + convolution(activation(h))


class Attention(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        self.heads = channels // config["headChannels"] if config["headChannels"] else config["heads"]
        self.order = config["attentionOrder"]
        self.norm = nn.GroupNorm(config["groups"], channels)
        self.qkv = nn.Conv1d(channels, 3 * channels, 1)
        self.proj_out = nn.Conv1d(channels, channels, 1)

    def split(self, mixed, head):
        """Query, key and value of one head, each [N, channels / heads, pixels]."""
        width = mixed.shape[1] // (3 * self.heads)
        if self.order == "legacy":  # head 0: q k v, head 1: q k v, ...
            starts = [(3 * head + part) * width for part in range(3)]
        else:  # q of all heads, k of all heads, v of all heads
            starts = [(self.heads * part + head) * width for part in range(3)]
        return [mixed[:, start : start + width] for start in starts]

    def forward(self, x, _embedding):
        samples, channels, height, width = x.shape
        mixed = self.qkv(self.norm(x).reshape(samples, channels, height * width))
        heads = []
        for head in range(self.heads):
            query, key, value = self.split(mixed, head)
            similarity = torch.einsum("ncq,nck->nqk", query, key) / math.sqrt(query.shape[1])
            heads.append(torch.einsum("nqk,nck->ncq", similarity.softmax(dim=2), value))
        return x + self.proj_out(torch.cat(heads, dim=1)).reshape(x.shape)


class Plain(nn.Module):
    """A convolution that takes no notice of the embedding, perhaps at twice or half the size."""

    def __init__(self, name, source, target, stride=1):
        super().__init__()
        self.up = name == "conv"
        self.name = name
        setattr(self, name, nn.Conv2d(source, target, 3, stride=stride, padding=1))

    def forward(self, x, _embedding):
        if self.up:
            x = x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
        return getattr(self, self.name)(x)


class First(nn.Conv2d):
    def forward(self, x, _embedding):
        return super().forward(x)


class Reference(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config
        width = config["modelChannels"]
        self.time_embed = nn.Sequential(nn.Linear(width, 4 * width), nn.SiLU(), nn.Linear(4 * width, 4 * width))
        if config["classes"]:
            self.label_emb = nn.Embedding(config["classes"], 4 * width)
        self.widths = [int(multiplier * width) for multiplier in config["channelMultipliers"]]
        skips = self.make_input()
        channels = skips[-1]
        self.middle_block = nn.ModuleList(
            [Residual(config, channels, channels), Attention(config, channels), Residual(config, channels, channels)])
        self.make_output(channels, skips)
        self.out = nn.Sequential(
            nn.GroupNorm(config["groups"], self.widths[0]), nn.SiLU(),
            nn.Conv2d(self.widths[0], config["outputChannels"], 3, padding=1))

    def level(self, depth, source):
        """One residual block of a level with its attention, if it has any."""
        layers = [Residual(self.config, source, self.widths[depth])]
        if 2**depth in self.config["attentionDownsampling"]:
            layers.append(Attention(self.config, self.widths[depth]))
        return layers

    def make_input(self):
        config, channels = self.config, self.widths[0]
        blocks = [[First(config["inputChannels"], channels, 3, padding=1)]]
        skips = [channels]
        for depth, width in enumerate(self.widths):
            for _ in range(config["residualBlocks"]):
                blocks.append(self.level(depth, channels))
                channels = width
                skips.append(channels)
            if depth + 1 < len(self.widths):
                inside = config["resampleInBlocks"]
                blocks.append([Residual(config, channels, channels, "down") if inside
                               else Plain("op", channels, channels, stride=2)])
                skips.append(channels)
        self.input_blocks = nn.ModuleList(nn.ModuleList(block) for block in blocks)
        return skips

    def make_output(self, channels, skips):
        config, blocks = self.config, []
        for depth in reversed(range(len(self.widths))):
            for i in range(config["residualBlocks"] + 1):
                block = self.level(depth, channels + skips.pop())
                channels = self.widths[depth]
                if depth > 0 and i == config["residualBlocks"]:
                    inside = config["resampleInBlocks"]
                    block.append(Residual(config, channels, channels, "up") if inside
                                 else Plain("conv", channels, channels))
                blocks.append(block)
        self.output_blocks = nn.ModuleList(nn.ModuleList(block) for block in blocks)

    def forward(self, x, time, classes=None):
        embedding = self.time_embed(wave_embedding(time, self.config["modelChannels"]))
        if classes is not None:
            embedding = embedding + self.label_emb(classes)
        kept = []
        for block in self.input_blocks:
            for layer in block:
                x = layer(x, embedding)
            kept.append(x)
        for layer in self.middle_block:
            x = layer(x, embedding)
        for block in self.output_blocks:
            x = torch.cat([x, kept.pop()], dim=1)
            for layer in block:
                x = layer(x, embedding)
        return self.out(x)


def randomise(network, generator):
    """Every weight is drawn, also those that training starts at zero, and rounded to float16."""
    with torch.no_grad():
        for name, weight in network.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            if weight.dim() > 1:
                value = noise / math.sqrt(weight[0].numel())
            elif name.endswith("weight"):
                value = 1 + 0.2 * noise
            else:
                value = 0.2 * noise
            weight.copy_(value.half().float())


def record(name, config, folder):
    generator = torch.Generator().manual_seed(SEED)
    network = Reference(config).requires_grad_(True)
    randomise(network, generator)
    time = torch.tensor([0.0, 17.25, 480.0, 999.0])
    x = torch.randn(len(time), config["inputChannels"], 8, 12, generator=generator).requires_grad_(True)
    cotangent = torch.randn(len(time), config["outputChannels"], 8, 12, generator=generator)
    cases = {"x": x, "time": time, "cotangent": cotangent}
    if config["classes"]:
        cases["classes"] = torch.arange(len(time)) % config["classes"]
    output = network(x, time, cases.get("classes"))
    cases["output"] = output
    cases["gradient"] = torch.autograd.grad((output * cotangent).sum(), x)[0]
    origin = {"configuration": config, "torch": torch.__version__, "safetensors": safetensors.__version__, "seed": SEED}
    metadata = {"record": json.dumps(origin)}  # one entry, as the package writes several in random order
    weights = {key: weight.detach().half().contiguous() for key, weight in network.state_dict().items()}
    safetensors.torch.save_file(weights, folder / f"{name}.weights.safetensors", metadata)
    cases = {key: value.detach().contiguous() for key, value in cases.items()}
    safetensors.torch.save_file(cases, folder / f"{name}.cases.safetensors", metadata)
    count = sum(weight.numel() for weight in network.parameters())
    print(f"{name}: {count} weights in {len(weights)} tensors, |output| {output.std():.3f}, "
          f"|gradient| {cases['gradient'].std():.3f}")


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "golden/adm_unet"
    folder.mkdir(parents=True, exist_ok=True)
    for name, config in CONFIGURATIONS.items():
        record(name, config, folder)


if __name__ == "__main__":
    main()
