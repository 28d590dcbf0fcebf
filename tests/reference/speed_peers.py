# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times one DDIM step and one DPS step of a prior in plain PyTorch, in the ways a careful user would try, and with
deepinv where it is installed. Run by hand, on an otherwise idle machine, against `palimpsest bench step`:

    pip install torch==2.11.0 numpy safetensors deepinv
    python3 tests/reference/speed_peers.py [--size 256] [--rounds 20] [--compile]

Every way runs in a process of its own (its peak memory is then its own), and all ways take turns, several times over.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

PRIOR = pathlib.Path(__file__).resolve().parents[2] / "resources/priors/photo"
WAYS = {
    "fp32": {}, "fp32 channels-last": {"last": True},
    "bf16": {"half": True}, "bf16 channels-last": {"half": True, "last": True},
    "bf16 autocast": {"autocast": True}, "bf16 autocast channels-last": {"autocast": True, "last": True},
    "fp32 compiled": {"compiled": True}, "bf16 compiled": {"half": True, "compiled": True},
    "bf16 channels-last compiled": {"half": True, "last": True, "compiled": True},
    "deepinv fp32": {"deepinv": True},
}


def make_parts(torch, config):
    """Residual block and attention of the compact U-Net, out of stock modules."""
    nn, functional = torch.nn, torch.nn.functional
    groups, time_width = config["groups"], config["timeWidth"]

    class Block(nn.Module):
        def __init__(self, wide, narrow):
            super().__init__()
            self.norm1, self.conv1 = nn.GroupNorm(groups, wide), nn.Conv2d(wide, narrow, 3, padding=1)
            self.norm2, self.conv2 = nn.GroupNorm(groups, narrow), nn.Conv2d(narrow, narrow, 3, padding=1)
            self.time = nn.Linear(time_width, 2 * narrow)
            self.skip = nn.Conv2d(wide, narrow, 1) if wide != narrow else nn.Identity()

        def forward(self, x, embedding):
            h = self.conv1(functional.silu(self.norm1(x)))
            scale, shift = self.time(embedding)[:, :, None, None].chunk(2, 1)
            return self.skip(x) + self.conv2(functional.silu(self.norm2(h) * (1 + scale) + shift))

    class Attention(nn.Module):
        def __init__(self, width):
            super().__init__()
            self.norm = nn.GroupNorm(groups, width)
            self.qkv, self.out = nn.Conv2d(width, 3 * width, 1), nn.Conv2d(width, width, 1)
            self.heads = width // config["headWidth"]

        def forward(self, x):
            n, c, h, w = x.shape
            q, k, v = self.qkv(self.norm(x)).reshape(n, 3, self.heads, c // self.heads, h * w).transpose(3, 4).unbind(1)
            attended = functional.scaled_dot_product_attention(q, k, v)
            return x + self.out(attended.transpose(2, 3).reshape(n, c, h, w))

    return Block, Attention


def make_network(torch, config):
    """The compact U-Net, from its description in core/networks/compact_unet.h."""
    nn, functional = torch.nn, torch.nn.functional
    groups, time_width = config["groups"], config["timeWidth"]
    Block, Attention = make_parts(torch, config)

    class UNet(nn.Module):
        def __init__(self):
            super().__init__()
            widths, fold = config["widths"], config["unshuffle"]
            self.time = nn.ModuleList([nn.Linear(time_width, time_width), nn.Linear(time_width, time_width)])
            self.first = nn.Conv2d(config["inputChannels"] * fold ** 2, widths[0], 3, padding=1)
            self.down, self.up = nn.ModuleList(), nn.ModuleList()
            for level, width in enumerate(widths):
                down = nn.ModuleDict({str(i): Block(width, width) for i in range(config["downBlocks"][level])})
                up = nn.ModuleDict({str(i): Block(width if i else 2 * width, width)
                                    for i in range(config["upBlocks"][level])})
                if level + 1 < len(widths):
                    down["fold"] = nn.Conv2d(width, widths[level + 1], 2, stride=2)
                if level > 0:
                    up["unfold"] = nn.Conv2d(width, widths[level - 1], 1)
                self.down.append(down)
                self.up.append(up)
            self.middle = nn.ModuleDict({"0": Block(widths[-1], widths[-1]), "attention": Attention(widths[-1]),
                                         "1": Block(widths[-1], widths[-1])})
            self.norm = nn.GroupNorm(groups, widths[0])
            self.last = nn.Conv2d(widths[0], config["outputChannels"] * fold ** 2, 3, padding=1)
            half = time_width // 2
            self.register_buffer("rates", torch.exp(-torch.arange(half) * (torch.log(torch.tensor(1e4)) / half)))

        def forward(self, x, time):
            dtype = self.first.weight.dtype
            angles = time[:, None] * self.rates.float()[None]
            embedding = torch.cat([angles.cos(), angles.sin()], 1).to(self.time[0].weight.dtype)
            for layer in self.time:
                embedding = functional.silu(layer(embedding))
            h, skips = self.first(functional.pixel_unshuffle(x.to(dtype), config["unshuffle"])), []
            for down in self.down:
                for name, layer in down.items():
                    if name == "fold":
                        skips.append(h)
                        h = layer(h)
                    else:
                        h = layer(h, embedding)
            skips.append(h)
            h = self.middle["1"](self.middle["attention"](self.middle["0"](h, embedding)), embedding)
            for up in reversed(self.up):
                h = torch.cat([h, skips.pop()], 1)
                for name, layer in up.items():
                    h = functional.interpolate(layer(h), scale_factor=2) if name == "unfold" else layer(h, embedding)
            h = self.last(functional.silu(self.norm(h)))
            return functional.pixel_shuffle(h, config["unshuffle"]).to(x.dtype)

    return UNet()


def load_network(torch, way):
    from safetensors.torch import load_file
    network = make_network(torch, json.loads((PRIOR / "card.json").read_text())["config"]).eval()
    names = {"in": "first", "out.norm": "norm", "out": "last"}
    weights = {}
    for name, tensor in load_file(PRIOR / "weights.safetensors").items():
        layer, kind = name.rsplit(".", 1)
        weights[names.get(layer, layer) + "." + kind] = tensor.float()
    network.load_state_dict(weights | {"rates": network.rates})
    network.requires_grad_(False)
    if way.get("half"):
        network.to(torch.bfloat16)
    if way.get("last"):
        network.to(memory_format=torch.channels_last)
    return torch.compile(network) if way.get("compiled") else network


def steps_of(torch, network, size, way):
    """The DDIM step and the DPS step at one noise level, as functions without arguments."""
    torch.manual_seed(0)
    layout = torch.channels_last if way.get("last") else torch.contiguous_format
    xt = torch.randn(1, 3, size, size).contiguous(memory_format=layout)
    mask, y = (torch.rand(1, 1, size, size) > 0.5).float(), torch.rand(1, 3, size, size) * 2 - 1
    time_label, a, s, a_next, s_next = torch.tensor([300.0]), 0.89, 0.456, 0.91, 0.4146

    def predict(x):
        with torch.autocast("cpu", torch.bfloat16, enabled=bool(way.get("autocast"))):
            v = network(x, time_label)
        x0 = (a * x - s * v).clamp(-1, 1)
        return x0, (x - a * x0) / s

    def ddim():
        with torch.no_grad():
            x0, eps = predict(xt)
            return a_next * x0 + s_next * eps

    def dps():
        x = xt.detach().requires_grad_(True)
        x0, eps = predict(x)
        gradient = torch.autograd.grad((mask * (y - x0)).norm(), x)[0]
        return (a_next * x0 + s_next * eps).detach() - gradient

    if not way.get("deepinv"):
        return ddim, dps
    import deepinv

    class Denoiser(deepinv.models.Denoiser):
        def forward(self, x, sigma, **_):
            alpha = 1 / (1 + (2 * sigma) ** 2) ** 0.5  # its pictures are in [0,1]
            x = (2 * x - 1) * alpha
            return ((alpha * x - (1 - alpha ** 2) ** 0.5 * network(x, time_label)) + 1) / 2

    physics = deepinv.physics.Inpainting((3, size, size), mask=mask[0])
    fidelity = deepinv.sampling.DPSDataFidelity(denoiser=Denoiser())
    sigma = torch.tensor(0.3)

    def deepinv_dps():
        x = torch.rand(1, 3, size, size)
        return fidelity.grad(x, y * 0.5 + 0.5, physics, sigma)

    return ddim, deepinv_dps


def serve(name, size):
    """A process of its own: answers "ddim" and "dps" with seconds, "peak KIND" with MiB beyond what it held."""
    import torch
    way = WAYS[name]
    torch.set_num_threads(os.cpu_count())
    network = load_network(torch, way)
    functions = dict(zip(("ddim", "dps"), steps_of(torch, network, size, way)))

    def resident(field):
        return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(field)) / 1024

    for line in sys.stdin:
        kind = line.strip()
        before = resident("VmRSS:")
        pathlib.Path("/proc/self/clear_refs").write_text("5")
        begin = time.perf_counter()
        functions[kind]()
        seconds = time.perf_counter() - begin
        print(seconds, resident("VmHWM:") - before, flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--compile", action="store_true", help="also torch.compile: takes minutes to start")
    parser.add_argument("--serve")
    options = parser.parse_args()
    if options.serve:
        serve(options.serve, options.size)
        return
    import importlib.metadata as metadata
    have_deepinv = any(d.name == "deepinv" for d in metadata.distributions())
    print("torch", metadata.version("torch"), *(("deepinv", metadata.version("deepinv")) if have_deepinv else ()))
    print(f"{os.cpu_count()} threads, load {os.getloadavg()[0]:.1f}, {options.size} px, median of {options.rounds}")
    names = [n for n, w in WAYS.items()
             if (options.compile or not w.get("compiled")) and (have_deepinv or not w.get("deepinv"))]
    command = [sys.executable, __file__, "--size", str(options.size), "--serve"]
    servers = {n: subprocess.Popen([*command, n], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
               for n in names}
    results = {}
    for _ in range(options.rounds + 2):
        for name, server in servers.items():
            for kind in ("ddim", "dps"):
                for repeat in range(3):  # the first after another process has cold caches
                    server.stdin.write(kind + "\n")
                    server.stdin.flush()
                    answer = tuple(map(float, server.stdout.readline().split()))
                    results.setdefault((name, kind), []).append((answer, repeat))
    print(f"{'':30}{'DDIM ms':>10}{'DPS ms':>10}{'DPS MiB at first':>18}")
    for name, server in servers.items():
        server.stdin.close()
        medians = [statistics.median(a[0] for a, repeat in results[name, kind][6:] if repeat) * 1e3
                   for kind in ("ddim", "dps")]
        print(f"{name:30}{medians[0]:10.1f}{medians[1]:10.1f}{max(a[1] for a, _ in results[name, 'dps']):18.0f}")


if __name__ == "__main__":
    main()
