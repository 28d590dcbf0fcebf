#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what spandrel's feed-forward restorers answer, for tests/core/networks/restorers/restorers_test.cpp.

Run by hand, never by the tests:

    python3 -m venv venv && venv/bin/pip install torch==2.11.0 torchvision==0.26.0 spandrel==0.4.2 safetensors
    venv/bin/python tests/reference/export_restorers.py [FOLDER]

Weights are not stored: both sides make them by the rule of `weight()` from their name. For each network NAME.safetensors
holds x (float16; the network sees exactly these values), output, and gradient = d (sum(output^2) / 2) / dx in float32;
the metadata tell the configuration, the label of the time if there is one, and the names and shapes of the weights.
"""

import json
import math
import pathlib
import sys

import numpy
import safetensors.torch
import spandrel
import torch
from spandrel.architectures.Compact import Compact
from spandrel.architectures.DRUNet import DRUNet
from spandrel.architectures.ESRGAN import ESRGAN
from spandrel.architectures.LaMa.__arch.LaMa import FFCResNetGenerator
from spandrel.architectures.NAFNet import NAFNet
from spandrel.architectures.SCUNet import SCUNet

MASK = (1 << 64) - 1


def hashed(name):
    """FNV-1a, 64 bits."""
    value = 0xCBF29CE484222325
    for byte in name.encode():
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


def uniform(name, count):
    """`count` numbers in [-1, 1): splitmix64 of the name's hash plus the index, its upper 24 bits."""
    with numpy.errstate(over="ignore"):
        z = numpy.uint64(hashed(name)) + numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        z = z ^ (z >> numpy.uint64(31))
    return (z >> numpy.uint64(40)).astype(numpy.float32) / numpy.float32(1 << 23) - numpy.float32(1)


def weight(name, shape):
    """Kernels as wide as keeps the size of their results, norms near the identity, everything else small."""
    values = torch.from_numpy(uniform(name, math.prod(shape)).reshape(shape))
    if len(shape) in (2, 4) and shape[0] > 1 and math.prod(shape[1:]) > 1:
        return values * numpy.float32(math.sqrt(3 / math.prod(shape[1:])))
    if name.endswith((".weight", ".running_var")):
        return 1 + values / 4 if "body." not in name else values / 2  # slopes of PReLU
    return values / 4


# name: the network, its weights' names in our files, the configuration, the size of x, the time
def networks():
    yield "rrdb_net", ESRGAN(num_filters=12, num_blocks=2, scale=4), {
        "channels": 3, "features": 12, "growth": 32, "blocks": 2, "doublings": 2, "unshuffle": 1}, (2, 3, 9, 11), None
    yield "rrdb_net_2", ESRGAN(in_nc=12, num_filters=8, num_blocks=1, scale=4, shuffle_factor=2), {
        "channels": 3, "features": 8, "growth": 32, "blocks": 1, "doublings": 2, "unshuffle": 2}, (1, 3, 10, 8), None
    yield "srvgg_net", Compact(num_feat=16, num_conv=3, upscale=3), {
        "channels": 3, "features": 16, "convolutions": 3, "scale": 3}, (2, 3, 9, 11), None
    yield "drunet", DRUNet(in_nc=4, out_nc=3, nc=[8, 12, 16, 20], nb=2), {
        "channels": 3, "features": [8, 12, 16, 20], "blocks": 2}, (2, 3, 16, 24), 0.1
    yield "scunet", SCUNet(config=[2, 1, 1, 2, 1, 2, 1], dim=64), {
        "channels": 3, "features": 64, "headWidth": 32, "blocks": [2, 1, 1, 2, 1, 2, 1]}, (1, 3, 64, 64), None
    yield "nafnet", NAFNet(width=8, middle_blk_num=1, enc_blk_nums=[1, 2], dec_blk_nums=[1, 1]), {
        "channels": 3, "features": 8, "encoders": [1, 2], "middle": 1, "decoders": [1, 1]}, (2, 3, 12, 20), None
    yield "lama", Generator(ngf=4, n_blocks=2), {
        "features": 4, "globalFeatures": 24, "blocks": 2}, (2, 4, 32, 40), None


class Generator(torch.nn.Module):
    def __init__(self, **sizes):
        super().__init__()
        self.generator = FFCResNetGenerator(4, 3, **sizes)

    def forward(self, x):
        return self.generator(x[:, :3], x[:, 3:])


def renamed(name):
    """ESRGAN: spandrel keeps the names of 2018; ours are those of Real-ESRGAN. LaMa: without the wrapper."""
    parts = name.split(".")
    if "sub" not in parts:
        return name.removeprefix("generator.")
    if parts[4].startswith("RDB"):
        return f"body.{parts[3]}.{parts[4].lower()}.{parts[5]}.{parts[7]}"
    return f"conv_body.{parts[4]}"


def own_name(name, kind):
    if kind.startswith("rrdb_net"):
        flat = {"model.0": "conv_first", "model.3": "conv_up1", "model.6": "conv_up2", "model.8": "conv_hr",
                "model.10": "conv_last"}
        stem, _, last = name.rpartition(".")
        return f"{flat[stem]}.{last}" if stem in flat else renamed(name)
    return renamed(name)


def record(folder, kind, network, config, size, time):
    network = network.eval()
    state, shapes = {}, {}
    for name, tensor in network.state_dict().items():
        if name.endswith("num_batches_tracked"):
            state[name] = tensor
            continue
        own = own_name(name, kind)
        state[name] = weight(own, tuple(tensor.shape))
        shapes[own] = list(tensor.shape)
    network.load_state_dict(state)
    x = (torch.from_numpy(uniform(kind, math.prod(size)).reshape(size)) / 2 + 0.5).half().float()
    if kind == "lama":
        x[:, 3] = (x[:, 3] > 0.7).float()
        x[:, :3] *= 1 - x[:, 3:]
    x.requires_grad_(True)
    noise = [] if time is None else [torch.full_like(x[:, :1], time)]
    output = network(torch.cat([x, *noise], 1))
    gradient, = torch.autograd.grad(output.square().sum() / 2, x)
    metadata = {"configuration": json.dumps(config), "weights": json.dumps(shapes), "time": json.dumps(time),
                "versions": f"spandrel {spandrel.__version__}, torch {torch.__version__}"}
    tensors = {"x": x.detach().half(), "output": output.detach().contiguous(), "gradient": gradient.contiguous()}
    safetensors.torch.save_file(tensors, folder / f"{kind}.safetensors", metadata)
    print(kind, tuple(output.shape), f"{output.abs().mean():.3g} {output.std():.3g} {gradient.abs().max():.3g}")


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent
    target = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here.parent / "golden" / "restorers"
    target.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(0)
    for entry in networks():
        record(target, *entry)
