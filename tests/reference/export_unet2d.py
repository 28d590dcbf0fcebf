#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records what diffusers' UNet2DModel answers, for tests/core/networks/unet2d_model_test.cpp and the tests of import.

Run by hand, never by the tests:

    python3 -m venv venv && venv/bin/pip install torch==2.11.0 diffusers==0.35.2 safetensors==0.8.0
    venv/bin/python tests/reference/export_unet2d.py [FOLDER]

For each configuration it writes a folder as diffusers does: config.json and diffusion_pytorch_model.safetensors (float16,
so that it is small; the network computes in float32 with exactly these values), and beside it cases.safetensors: x, time
[, classes], output, and gradient = d sum(output * cotangent) / dx. "plain" also has diffusion_pytorch_model.bin, with
the names of attention that diffusers wrote until 2023.
"""

import json
import math
import pathlib
import sys

import diffusers
import safetensors.torch
import torch

SEED = 20240611
INDICES = [0.0, 17.0, 999.0]
SIGMAS = [0.01, 0.7, 378.0]

BASE = {
    "sample_size": 8, "block_out_channels": [8, 16], "layers_per_block": 1, "norm_num_groups": 4,
    "down_block_types": ["DownBlock2D", "AttnDownBlock2D"], "up_block_types": ["AttnUpBlock2D", "UpBlock2D"],
}  # fmt: skip

CONFIGURATIONS = {
    # as google/ddpm-celebahq-256: sines first, last frequency 1/10000, padding right and below, one head
    "plain": BASE | {"downsample_padding": 0, "flip_sin_to_cos": False, "freq_shift": 1, "norm_eps": 1e-6,
                     "attention_head_dim": None},
    # as networks for consistency models: resampling in residual blocks, scale and shift, classes; the attention in the
    # middle is then without a norm
    "resnet": BASE | {"block_out_channels": [8, 16, 8], "attention_head_dim": 8, "num_class_embeds": 5,
                      "down_block_types": ["ResnetDownsampleBlock2D", "AttnDownBlock2D", "ResnetDownsampleBlock2D"],
                      "up_block_types": ["ResnetUpsampleBlock2D", "AttnUpBlock2D", "ResnetUpsampleBlock2D"],
                      "downsample_type": "resnet", "upsample_type": "resnet", "resnet_time_scale_shift": "scale_shift"},
    # as google/ncsnpp-ffhq-1024: the picture goes along through FIR filters, Fourier features, division by sigma
    "skip": BASE | {"block_out_channels": [32, 32, 16], "center_input_sample": True, "time_embedding_type": "fourier",
                    "time_embedding_dim": 16, "norm_num_groups": None, "norm_eps": 1e-6, "attention_head_dim": None,
                    "mid_block_scale_factor": 1.41421356237,
                    "down_block_types": ["AttnSkipDownBlock2D", "SkipDownBlock2D", "SkipDownBlock2D"],
                    "up_block_types": ["SkipUpBlock2D", "AttnSkipUpBlock2D", "SkipUpBlock2D"]},
    # classes that are numbers, other channels, attention on both levels and padding all around, groups of their own in the
    # middle, two layers
    "numbers": BASE | {"in_channels": 2, "out_channels": 4, "center_input_sample": True, "class_embed_type": "timestep",
                       "time_embedding_dim": 24, "attn_norm_num_groups": 2, "attention_head_dim": 4,
                       "layers_per_block": 2, "resnet_time_scale_shift": "scale_shift",
                       "down_block_types": ["AttnDownBlock2D", "DownBlock2D"],
                       "up_block_types": ["UpBlock2D", "AttnUpBlock2D"]},
    # no attention; the middle divided; sigma without skips; three levels of one width
    "bare": BASE | {"block_out_channels": [8, 8, 8], "add_attention": False, "mid_block_scale_factor": 2.0,
                    "time_embedding_type": "fourier", "in_channels": 1, "out_channels": 1,
                    "down_block_types": ["DownBlock2D", "ResnetDownsampleBlock2D", "DownBlock2D"],
                    "up_block_types": ["UpBlock2D", "UpBlock2D", "ResnetUpsampleBlock2D"]},
    # no middle
    "hollow": BASE | {"mid_block_type": None, "attention_head_dim": 8, "in_channels": 1, "out_channels": 1},
}  # fmt: skip

OLD_NAMES = {"to_q": "query", "to_k": "key", "to_v": "value", "to_out.0": "proj_attn"}


def randomise(network, generator):
    """Every weight is drawn, also those that training starts at zero, and rounded to float16."""
    with torch.no_grad():
        for name, weight in network.named_parameters():
            noise = torch.randn(weight.shape, generator=generator)
            if name == "time_proj.weight":
                value = 16 * noise
            elif weight.dim() > 1:
                value = noise / math.sqrt(weight[0].numel())
            elif name.endswith("weight"):
                value = 1 + 0.2 * noise
            else:
                value = 0.2 * noise
            weight.copy_(value.half().float())


def old_names(weights):
    """The state dict as it was called when attention was a class of its own."""
    renamed = {}
    for name, weight in weights.items():
        for new, old in OLD_NAMES.items():
            name = name.replace(f".{new}.", f".{old}.") if ".attentions." in name else name
        renamed[name] = weight
    return renamed


def answer(network, cases, config):
    x = cases["x"].requires_grad_(True)
    classes = {"class_labels": cases["classes"]} if "classes" in cases else {}
    output = network(x, cases["time"], **classes).sample
    assert output.shape[1] == config.out_channels
    cotangent = torch.randn(output.shape, generator=torch.Generator().manual_seed(SEED + 1))
    gradient = torch.autograd.grad((output * cotangent).sum(), x)[0]
    return {"output": output, "cotangent": cotangent, "gradient": gradient}


def record(name, settings, folder):
    generator = torch.Generator().manual_seed(SEED)
    network = diffusers.UNet2DModel(**settings).eval()
    randomise(network, generator)
    config = network.config
    times = SIGMAS if config.time_embedding_type == "fourier" else INDICES
    cases = {"x": torch.randn(len(times), config.in_channels, 8, 12, generator=generator), "time": torch.tensor(times)}
    if config.num_class_embeds or config.class_embed_type:
        cases["classes"] = torch.tensor([4, 0, 2])
    cases |= answer(network, cases, config)
    origin = {"diffusers": diffusers.__version__, "torch": torch.__version__, "seed": SEED}
    network.half().save_pretrained(folder)
    if name == "plain":
        weights = {key: weight.clone() for key, weight in network.state_dict().items()}
        torch.save(old_names(weights), folder / "diffusion_pytorch_model.bin")
    cases = {key: value.detach().contiguous() for key, value in cases.items()}
    safetensors.torch.save_file(cases, folder / "cases.safetensors", {"record": json.dumps(origin)})
    count = sum(weight.numel() for weight in network.parameters())
    print(f"{name}: {count} weights in {len(network.state_dict())} tensors, |output| {cases['output'].std():.3f}, "
          f"|gradient| {cases['gradient'].std():.3f}")


def main():
    torch.set_num_threads(1)
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1] / "golden/unet2d"
    for name, settings in CONFIGURATIONS.items():
        record(name, settings, folder / name)


if __name__ == "__main__":
    main()
