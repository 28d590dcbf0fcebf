#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what the "simple" DDPM U-Net answers in plain PyTorch, for tests/core/networks/simple_ddpm_names_test.cpp and
the tests of import.

The network is written here from its description (Ho et al. 2020, "Denoising diffusion probabilistic models", appendix B;
names of the weights as in the checkpoints of pesser/pytorch_diffusion and ermongroup/ddim), apart from the product's own
code. Run by hand, never by the tests:

    python3 -m venv venv && venv/bin/pip install torch==2.11.0 numpy safetensors==0.8.0
    venv/bin/python tests/reference/export_simple_ddpm.py [FOLDER]

For each configuration it writes NAME.ckpt, a bare state dict as torch.save writes it (float16, so that it is small; the
network computes in float32 with exactly these values), and NAME.cases.safetensors: x, time, output, and gradient =
d sum(output * cotangent) / dx.
"""

import json
import math
import pathlib
import sys

import safetensors.torch
import torch
from torch import nn

SEED = 20240613

CONFIGURATIONS = {
    # as celeba_hq.ckpt, but two levels of one width
    "published": {"channels": 3, "width": 32, "multipliers": [1, 1], "blocks": 1, "attention": [1], "groups": 32,
                  "convolves": True},
    # resamp_with_conv false; a width that grows, two blocks, attention at the finest level
    "pooled": {"channels": 2, "width": 8, "multipliers": [1, 2], "blocks": 2, "attention": [0], "groups": 4,
               "convolves": False},
}  # fmt: skip


def wave_embedding(time, width):
    """[N] -> [N, width]: sines, then cosines, of frequencies 10000^(-k / (width / 2 - 1))."""
    half = width // 2
    frequencies = torch.exp(torch.arange(half, dtype=torch.float32) * -(math.log(10000) / (half - 1)))
    angles = time.float()[:, None] * frequencies[None, :]
    return torch.cat([torch.sin(angles), torch.cos(angles)], dim=1)


def swish(x):
    return x * torch.sigmoid(x)


class Block(nn.Module):
    def __init__(self, config, source, target):
        super().__init__()
        self.norm1 = nn.GroupNorm(config["groups"], source, eps=1e-6)
        self.conv1 = nn.Conv2d(source, target, 3, padding=1)
        self.temb_proj = nn.Linear(4 * config["width"], target)
        self.norm2 = nn.GroupNorm(config["groups"], target, eps=1e-6)
        self.conv2 = nn.Conv2d(target, target, 3, padding=1)
        if source != target:
            self.nin_shortcut = nn.Conv2d(source, target, 1)

    def forward(self, x, embedding):
        h = self.conv1(swish(self.norm1(x)))
        h = h + self.temb_proj(swish(embedding))[:, :, None, None]
        h = self.conv2(swish(self.norm2(h)))
        return (self.nin_shortcut(x) if hasattr(self, "nin_shortcut") else x) + h


class Attention(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        self.norm = nn.GroupNorm(config["groups"], channels, eps=1e-6)
        self.q, self.k, self.v, self.proj_out = (nn.Conv2d(channels, channels, 1) for _ in range(4))

    def forward(self, x):
        h = self.norm(x)
        query, key, value = (part(h).flatten(2) for part in (self.q, self.k, self.v))
        weights = (torch.einsum("ncq,nck->nqk", query, key) / math.sqrt(query.shape[1])).softmax(dim=2)
        return x + self.proj_out(torch.einsum("nqk,nck->ncq", weights, value).reshape(x.shape))


class Half(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        if config["convolves"]:
            self.conv = nn.Conv2d(channels, channels, 3, stride=2)

    def forward(self, x):
        if hasattr(self, "conv"):
            return self.conv(nn.functional.pad(x, (0, 1, 0, 1)))
        return nn.functional.avg_pool2d(x, 2)


class Double(nn.Module):
    def __init__(self, config, channels):
        super().__init__()
        if config["convolves"]:
            self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x):
        x = x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)
        return self.conv(x) if hasattr(self, "conv") else x


def make_level(config, level, channels):
    """channels: what goes into each block and what comes out of all."""
    part = nn.Module()
    target = config["width"] * config["multipliers"][level]
    part.block = nn.ModuleList(Block(config, source, target) for source in channels)
    attends = level in config["attention"]
    part.attn = nn.ModuleList(Attention(config, target) for _ in channels if attends)
    return part


def run_level(part, j, x, embedding):
    x = part.block[j](x, embedding)
    return part.attn[j](x) if part.attn else x


class Reference(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config, width = config, config["width"]
        self.temb = nn.Module()
        self.temb.dense = nn.ModuleList([nn.Linear(width, 4 * width), nn.Linear(4 * width, 4 * width)])
        self.conv_in = nn.Conv2d(config["channels"], width, 3, padding=1)
        widths = [width * multiplier for multiplier in config["multipliers"]]
        skips = self.make_down(widths)
        self.mid = nn.Module()
        self.mid.block_1 = Block(config, widths[-1], widths[-1])
        self.mid.attn_1 = Attention(config, widths[-1])
        self.mid.block_2 = Block(config, widths[-1], widths[-1])
        self.make_up(widths, skips)
        self.norm_out = nn.GroupNorm(config["groups"], widths[0], eps=1e-6)
        self.conv_out = nn.Conv2d(widths[0], config["channels"], 3, padding=1)

    def make_down(self, widths):
        self.down, skips, channels = nn.ModuleList(), [widths[0]], widths[0]
        for level, width in enumerate(widths):
            part = make_level(self.config, level, [channels] + [width] * (self.config["blocks"] - 1))
            channels = width
            skips += [width] * self.config["blocks"]
            if level + 1 < len(widths):
                part.downsample = Half(self.config, width)
                skips.append(width)
            self.down.append(part)
        return skips

    def make_up(self, widths, skips):
        parts, channels = [], widths[-1]
        for level in reversed(range(len(widths))):
            before = [channels] + [widths[level]] * self.config["blocks"]
            part = make_level(self.config, level, [source + skips.pop() for source in before])
            channels = widths[level]
            if level > 0:
                part.upsample = Double(self.config, channels)
            parts.insert(0, part)
        self.up = nn.ModuleList(parts)

    def forward(self, x, time):
        first, second = self.temb.dense
        embedding = second(swish(first(wave_embedding(time, self.config["width"]))))
        kept = [self.conv_in(x)]
        for part in self.down:
            for j in range(len(part.block)):
                kept.append(run_level(part, j, kept[-1], embedding))
            if hasattr(part, "downsample"):
                kept.append(part.downsample(kept[-1]))
        x = self.mid.block_2(self.mid.attn_1(self.mid.block_1(kept[-1], embedding)), embedding)
        for part in reversed(self.up):
            for j in range(len(part.block)):
                x = run_level(part, j, torch.cat([x, kept.pop()], dim=1), embedding)
            if hasattr(part, "upsample"):
                x = part.upsample(x)
        return self.conv_out(swish(self.norm_out(x)))


def randomise(network, generator):
    """Every weight is drawn, and rounded to float16."""
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
    network = Reference(config)
    randomise(network, generator)
    time = torch.tensor([0.0, 17.0, 999.0])
    x = torch.randn(len(time), config["channels"], 8, 12, generator=generator).requires_grad_(True)
    cotangent = torch.randn(x.shape, generator=generator)
    output = network(x, time)
    gradient = torch.autograd.grad((output * cotangent).sum(), x)[0]
    cases = {"x": x, "time": time, "cotangent": cotangent, "output": output, "gradient": gradient}
    weights = {key: weight.detach().half().contiguous() for key, weight in network.state_dict().items()}
    torch.save(weights, folder / f"{name}.ckpt")
    metadata = {"record": json.dumps({"configuration": config, "torch": torch.__version__, "seed": SEED})}
    cases = {key: value.detach().contiguous() for key, value in cases.items()}
    safetensors.torch.save_file(cases, folder / f"{name}.cases.safetensors", metadata)
    count = sum(weight.numel() for weight in network.parameters())
    print(f"{name}: {count} weights in {len(weights)} tensors, |output| {output.std():.3f}, "
          f"|gradient| {gradient.std():.3f}")


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "golden/simple_ddpm"
    folder.mkdir(parents=True, exist_ok=True)
    for name, config in CONFIGURATIONS.items():
        record(name, config, folder)


if __name__ == "__main__":
    main()
