# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Times an evaluation of an ADM U-Net shaped like ffhq_10m, and one with its gradient, in plain PyTorch: as the authors'
code computes it, and in the ways a careful user would try. Run by hand, on an otherwise idle machine, with random weights:

    pip install torch==2.11.0 numpy safetensors
    python3 tests/reference/speed_adm.py [--size 256] [--rounds 3] [--program build/dev/bin/palimpsest]

Every way runs in a process of its own (its peak memory is then its own), and all take turns, `palimpsest bench step
network=..` with them if --program names it. Seconds are the wall's; "CPU" are the seconds of all threads together, which
another program's load changes less.
"""

import argparse
import json
import math
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time

CONFIG = {
    "inputChannels": 3, "outputChannels": 6, "modelChannels": 128, "channelMultipliers": [1, 1, 2, 2, 4, 4],
    "residualBlocks": 1, "attentionDownsampling": [16], "attentionOrder": "legacy", "headChannels": 64, "heads": 1,
    "resampleInBlocks": True, "scaleShiftNorm": True, "classes": 0, "groups": 32,
}  # fmt: skip
WAYS = {
    "as shipped (fp32)": {}, "fp32 channels-last": {"tuned": True, "last": True},
    "bf16": {"tuned": True, "half": True}, "bf16 channels-last": {"tuned": True, "half": True, "last": True},
    "bf16 autocast channels-last": {"tuned": True, "autocast": True, "last": True},
}  # fmt: skip
OURS = "palimpsest"


def use_stock_operations(torch, reference, tuned):
    """Gives the modules of export_adm_unet.py, which are written to be read, what the authors' code calls."""
    functional = torch.nn.functional

    def norm_in_float(self, x):
        return functional.group_norm(x.float(), self.num_groups, self.weight.float(), self.bias.float(), self.eps).type(x.dtype)

    def residual(self, x, embedding):
        norm, activation, convolution = self.in_layers
        h = activation(norm(x))
        if self.resample == "down":
            h, x = functional.avg_pool2d(h, 2), functional.avg_pool2d(x, 2)
        elif self.resample == "up":
            h, x = (functional.interpolate(picture, scale_factor=2, mode="nearest") for picture in (h, x))
        h = convolution(h)
        scale, shift = self.emb_layers(embedding)[:, :, None, None].type(h.dtype).chunk(2, dim=1)
        norm, activation, dropout, convolution = self.out_layers
        h = convolution(dropout(activation(norm(h) * (1 + scale) + shift)))
        return (self.skip_connection(x) if hasattr(self, "skip_connection") else x) + h

    def attention(self, x, _embedding):
        n, channels, height, width = x.shape
        mixed = self.qkv(self.norm(x).reshape(n, channels, -1)).reshape(n * self.heads, 3 * channels // self.heads, -1)
        query, key, value = mixed.chunk(3, dim=1)
        if tuned:
            attended = functional.scaled_dot_product_attention(*(part.transpose(1, 2) for part in (query, key, value)))
            attended = attended.transpose(1, 2)
        else:
            scale = 1 / math.sqrt(math.sqrt(query.shape[1]))
            weights = torch.einsum("nct,ncs->nts", query * scale, key * scale).float().softmax(dim=-1).type(query.dtype)
            attended = torch.einsum("nts,ncs->nct", weights, value)
        return x + self.proj_out(attended.reshape(n, channels, -1)).reshape(x.shape)

    reference.Residual.forward, reference.Attention.forward = residual, attention
    if not tuned:
        torch.nn.GroupNorm.forward = norm_in_float


def make_network(torch, way):
    import export_adm_unet as reference
    use_stock_operations(torch, reference, way.get("tuned"))
    torch.manual_seed(0)
    network = reference.Reference(CONFIG).eval()
    embed = reference.wave_embedding
    dtype = torch.bfloat16 if way.get("half") else torch.float32
    reference.wave_embedding = lambda t, width: embed(t, width).to(dtype)
    if way.get("tuned"):
        network.requires_grad_(False)
    if way.get("last"):
        network.to(memory_format=torch.channels_last)
    return network.to(dtype)


def serve(name, size):
    """A process of its own: answers "forward" and "gradient" with seconds, CPU seconds, MiB beyond what it held and MiB
    in all."""
    import torch
    way = WAYS[name]
    torch.set_num_threads(os.cpu_count())
    network = make_network(torch, way)
    layout = torch.channels_last if way.get("last") else torch.contiguous_format
    dtype = torch.bfloat16 if way.get("half") else torch.float32
    x = torch.randn(1, 3, size, size, dtype=dtype).contiguous(memory_format=layout)
    cotangent, label = torch.randn(1, 6, size, size, dtype=dtype), torch.tensor([300.0])

    def run(kind):
        with torch.autocast("cpu", torch.bfloat16, enabled=bool(way.get("autocast"))):
            if kind == "forward":
                with torch.no_grad():
                    network(x, label)
            else:
                leaf = x.detach().requires_grad_(True)
                output = network(leaf, label)
        if kind == "gradient":
            torch.autograd.grad((output * cotangent).sum(), leaf)

    def resident(field):
        return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith(field)) / 1024

    def cpu():
        return sum(resource.getrusage(resource.RUSAGE_SELF)[:2])

    for line in sys.stdin:
        before = resident("VmRSS:")
        pathlib.Path("/proc/self/clear_refs").write_text("5")
        begin, cpu_begin = time.perf_counter(), cpu()
        run(line.strip())
        print(time.perf_counter() - begin, cpu() - cpu_begin, resident("VmHWM:") - before, resident("VmHWM:"), flush=True)


def run_ours(program, size, arguments):
    """One round of `bench step`: its DDIM step is an evaluation, its DPS step one with the gradient."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "ffhq.json"
        path.write_text(json.dumps({"architecture": "adm-unet", "config": CONFIG}))
        text = subprocess.run([program, "bench", "step", f"network={path}", f"size={size}", "rounds=1", *arguments],
                              capture_output=True, text=True, check=True).stdout
    return {kind: tuple(float(number) for number in re.search(
        rf"{word} step +([\d.]+) ms, +([\d.]+) ms CPU, +([\d.]+) MiB .*?([\d.]+) MiB in all", text).groups())
            for kind, word in (("forward", "DDIM"), ("gradient", "DPS"))}


def measure(options, names):
    command = [sys.executable, __file__, "--size", str(options.size), "--serve"]
    servers = {n: subprocess.Popen([*command, n], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
               for n in names}
    results = {}
    for turn in range(options.rounds + 1):  # the first warms up
        for name, server in servers.items():
            for kind in ("forward", "gradient"):
                server.stdin.write(kind + "\n")
                server.stdin.flush()
                answer = tuple(map(float, server.stdout.readline().split()))
                if turn > 0:
                    results.setdefault((name, kind), []).append(answer)
        if options.program and turn > 0:
            for kind, (wall, cpu, more, whole) in run_ours(options.program, options.size, options.arguments).items():
                results.setdefault((OURS, kind), []).append((wall / 1e3, cpu / 1e3, more, whole))
    for server in servers.values():
        server.stdin.close()
    return results


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--program", help="the built palimpsest")
    parser.add_argument("--ways", nargs="*", default=list(WAYS))
    parser.add_argument("--arguments", nargs="*", default=[], help="more of `bench step`, such as precision=fp32")
    parser.add_argument("--serve")
    options = parser.parse_args()
    if options.serve:
        serve(options.serve, options.size)
        return
    import importlib.metadata as metadata
    print("torch", metadata.version("torch"), f"{os.cpu_count()} threads, load {os.getloadavg()[0]:.1f}, {options.size} px,",
          f"median of {options.rounds}; MiB: at the peak beyond what was held, and in all")
    results = measure(options, options.ways)
    print(f"{'':30}" + "".join(f"{kind:>9} s{'CPU s':>9}{'MiB':>8}{'in all':>8}" for kind in ("forward", "gradient")))
    for name in [*options.ways, *([OURS] if options.program else [])]:
        columns = [[statistics.median(column) for column in zip(*results[name, kind])] for kind in ("forward", "gradient")]
        print(f"{name:30}" + "".join(f"{c[0]:11.2f}{c[1]:9.2f}{c[2]:8.0f}{c[3]:8.0f}" for c in columns))
    print(f"load {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
