#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes small checkpoints in the formats of PyTorch, for tests/core/checkpoints/checkpoint_test.cpp and tests/fuzz.

The files have the outer shape of those that people hold: a bare state dict (guided-diffusion), optimizer, network and
exponential average (score_sde_pytorch), a trainer's record with numbers and texts of all kinds (Lightning), and views
that share storages. Run by hand, never by the tests:

    python3 -m venv venv && venv/bin/pip install torch==2.11.0 numpy safetensors
    venv/bin/python tests/reference/export_checkpoints.py [FOLDER]

Each NAME.pt (NAME.legacy.pt: the format before PyTorch 1.6) comes with NAME.expected.safetensors: the same tensors under
the paths that our reader gives them, and in the metadata under "facts" the numbers and texts as JSON.
"""

import collections
import json
import pathlib
import sys

import numpy
import safetensors.torch
import torch
from torch import nn

SEED = 20261124
TYPES = {"F64": torch.float64, "F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16, "I64": torch.int64,
         "I32": torch.int32, "I16": torch.int16, "I8": torch.int8, "U8": torch.uint8, "BOOL": torch.bool}  # fmt: skip
NEW_TYPES = {"F8_E4M3": torch.float8_e4m3fn, "F8_E5M2": torch.float8_e5m2, "U16": torch.uint16, "U32": torch.uint32,
             "U64": torch.uint64}  # fmt: skip


def small_network():
    return nn.Sequential(nn.Conv2d(1, 4, 3), nn.GroupNorm(2, 4), nn.SiLU(), nn.Conv2d(4, 2, 1))


def trained(network):
    """Optimizer of a few real steps, so that its state holds what files hold."""
    optimizer = torch.optim.Adam(network.parameters(), lr=2e-4, betas=(0.9, 0.999), eps=1e-8)
    for _ in range(2):
        optimizer.zero_grad()
        network(torch.randn(1, 1, 6, 6)).square().mean().backward()
        optimizer.step()
    return optimizer


def state_dict():
    return small_network().state_dict()


def element_types(types):
    values = torch.tensor([[0, 1, 2], [3, 100, 7]])
    return {name: values.to(torch.float32).to(kind) if kind in NEW_TYPES.values() and kind.is_floating_point
            else values.to(kind) for name, kind in types.items()}


def odd_shapes():
    return {"scalar": torch.tensor(2.5), "empty": torch.empty(0, 3), "one": torch.ones(1, 1, 1), "long": torch.arange(5.0)}


def shared_views():
    base = torch.arange(60, dtype=torch.float32)
    square = torch.randn(6, 7)
    picture = torch.randn(2, 3, 4, 5)
    tied = nn.Parameter(torch.randn(3, 2))
    return collections.OrderedDict(
        base=base, tail=base[37:], every_third=base[1::3], block=base.view(6, 10)[2:5, 3:9], transposed=square.t(),
        square=square, channels_last=picture.to(memory_format=torch.channels_last), permuted=picture.permute(3, 0, 2, 1),
        expanded=torch.tensor([1.5, -2.5]).expand(3, 2), half_rows=torch.randn(8, 4).half()[::2],
        bits=(torch.arange(12) % 3 == 0).view(3, 4).t(), weight=tied, tied=tied, frozen=nn.Parameter(torch.ones(2), False))


def score_sde():
    network = nn.DataParallel(small_network())
    frozen = nn.Parameter(torch.randn(4), requires_grad=False)
    network.module.register_parameter("W", frozen)
    optimizer = trained(network)
    average = [parameter.detach().clone() * 0.5 for parameter in network.parameters() if parameter.requires_grad]
    ema = {"decay": 0.9999, "num_updates": 2, "shadow_params": average}
    return {"optimizer": optimizer.state_dict(), "model": network.state_dict(), "ema": ema, "step": 95000}


def lightning():
    network = small_network()
    optimizer = trained(network)
    schedule = torch.optim.lr_scheduler.MultiStepLR(optimizer, [3, 5])
    state = {"model_ema." + key: value for key, value in network.state_dict().items()}
    best = {"monitor": "val/loss", "best_model_score": torch.tensor(0.25), "best_model_path": "runs/größte.ckpt",
            "best_k_models": {"a.ckpt": torch.tensor(0.25)}, "kth": None}
    return {
        "epoch": 3, "global_step": 1 << 40, "pytorch-lightning_version": "1.9.0", "state_dict": state,
        "callbacks": {"ModelCheckpoint": best}, "optimizer_states": [optimizer.state_dict()],
        "lr_schedulers": [{key: value for key, value in schedule.state_dict().items() if key[0] != "_"}],
        "hyper_parameters": {"lr": numpy.float64(1.25e-4), "gain": numpy.float32(0.5), "steps": numpy.int64(-7),
                             "flag": numpy.bool_(True), "shape": torch.Size([3, 64, 64]), "device": torch.device("cpu"),
                             "dtype": torch.float16, "tags": {"a"}, "negative": -3, "wide": 2**62, "tiny": 1e-310,
                             "nested": [(1, 2.5), {"x": False}]},
        "NativeMixedPrecisionPlugin": {"scale": 65536.0, "growth_interval": 2000},
    }  # fmt: skip


def flat(value, path=()):
    """(path, leaf) in the order of the file; Python's own idea of what our reader must find."""
    if isinstance(value, torch.Size | set):
        value = list(value)
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list | tuple):
        pairs = enumerate(value)
    else:
        yield "/".join(path), value
        return
    for key, item in pairs:
        yield from flat(item, (*path, str(key)))


def fact_of(value):
    if isinstance(value, numpy.generic):
        value = value.item()
    return str(value) if isinstance(value, torch.device | torch.dtype) else value


def expected(content, folder, name):
    leaves = dict(flat(content))
    tensors = {path: leaf.detach().clone().contiguous() for path, leaf in leaves.items() if isinstance(leaf, torch.Tensor)}
    facts = {path: fact_of(leaf) for path, leaf in leaves.items() if path not in tensors and leaf is not None}
    order = [path for path in leaves if path in tensors]
    gradients = [path for path in order if leaves[path].requires_grad]
    record = {"torch": torch.__version__, "numpy": numpy.__version__, "seed": SEED, "facts": facts, "order": order,
              "requiresGrad": gradients}  # fmt: skip
    safetensors.torch.save_file(tensors, folder / f"{name}.expected.safetensors", {"record": json.dumps(record)})


CONTENTS = {
    "state_dict": state_dict,
    "element_types": lambda: element_types(TYPES),
    "new_element_types": lambda: element_types(NEW_TYPES),
    "odd_shapes": odd_shapes,
    "shared_views": shared_views,
    "score_sde": score_sde,
    "lightning": lightning,
    "bare_tensor": lambda: torch.arange(6.0).view(2, 3),
}


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "golden/checkpoints"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in CONTENTS.items():
        torch.manual_seed(SEED)
        content = make()
        torch.save(content, folder / f"{name}.pt")
        torch.save(content, folder / f"{name}.legacy.pt", _use_new_zipfile_serialization=False)
        expected({"tensor": content} if isinstance(content, torch.Tensor) else content, folder, name)
    torch.manual_seed(SEED)
    content = state_dict()
    torch.save(content, folder / "protocol4.pt", pickle_protocol=4)
    torch.serialization.set_crc32_options(False)
    torch.save(content, folder / "no_checksums.pt")


if __name__ == "__main__":
    main()
