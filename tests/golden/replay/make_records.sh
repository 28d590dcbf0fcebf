#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the records of this folder, and the pictures beside them. Usage: make_records.sh PROGRAM [NAME ...]
# They prove that today's program makes the bytes of an earlier one (version 0.1.0; the pictures that go in are crops of resources/samples),
# so they are made anew only where a change of the bytes is meant. A record that is there keeps its old form: only the hashes of its
# samples, their residuals and the noise that was found become today's.
set -euo pipefail
program=$(realpath "$1")
shift
names=" $* "
cd "$(dirname "$0")"
# golden_replay_test.cpp sets the same: instruction sets that the libraries of any x86-64 machine of today can be held to.
export ONEDNN_MAX_CPU_ISA=AVX2 ATEN_CPU_CAPABILITY=avx2 MKL_CBWR=COMPATIBLE MKL_DYNAMIC=FALSE OPENCV_CPU_DISABLE=AVX512-SKX
common=(--precision fp32 --threads 2 --device cpu)

finish() { # Records name the kernel and the first estimate by their whole path, which is of one machine only. Indents are left out.
  sed -i "s|$PWD/||; s/^ *//" "$1.png.json"
  git show "HEAD:./$1.png.json" >"$1.old" 2>/dev/null || { rm "$1.old"; return 0; }
  python3 - "$1.old" "$1.png.json" <<'PYTHON'
import json, sys
texts = [open(path).read() for path in sys.argv[1:]]
old, new = [json.loads(text)["samples"] for text in texts]
text = texts[0]
for before, after in zip(old, new, strict=True):
    for key in ("fileSha256", "pixelsSha256", "residual"):
        was, now = [f'"{key}": {json.dumps(sample[key])}' for sample in (before, after)]
        text = text.replace(was, was if after[key] is None else now, 1)
was = json.loads(texts[0])["resolved"].get("sigma")
now = json.loads(texts[1])["resolved"]["taskParameters"].get("sigma")
if was is not None and now is not None:
    text = text.replace(f'"sigma": {was}', f'"sigma": {now}', 1)
open(sys.argv[2], "w").write(text)
PYTHON
  rm "$1.old"
}

record() { # NAME TASK INPUT OPTION ...
  local name=$1
  shift
  [[ $names == "  " || $names == *" $name "* ]] || return 0
  "$program" "$@" -o "$name.png" "${common[@]}" >/dev/null
  finish "$name"
}

spec() { # NAME: NAME.spec.json
  [[ $names == "  " || $names == *" $1 "* ]] || return 0
  "$program" restore "$1.spec.json" >/dev/null
  finish "$1"
}

holes=(inpaint scene.png --mask mask.png)
hole=(inpaint scene.png --mask wide_mask.png)

record inpaint_default "${holes[@]}"
record inpaint_samples "${hole[@]}" --samples 2 --grow 2 --feather 3 --seed 5
record inpaint_fill "${hole[@]}" --method fill --set fill.views=2 --set fill.first=telea --set pyramid.radius=4
record inpaint_regions inpaint strip.jpg --mask strip_mask.png --method fill
record inpaint_regions_mcg inpaint strip.jpg --mask strip_mask.png --method mcg --steps 3 --seed 2
record inpaint_tiles inpaint strip.jpg --mask long_mask.png --method ddnm --steps 3 --tile 128
record inpaint_telea inpaint grey.png --mask mask.png --method telea
record inpaint_navier_stokes inpaint profile.png --mask small_mask.png --method navier-stokes
record inpaint_fsr inpaint alpha.png --mask small_mask.png --method fsr
record inpaint_mean inpaint profile.png --mask small_mask.png --method mean --grow 1
record inpaint_ddnm "${hole[@]}" --method ddnm --start noise --steps 5 --step-rule ddpm --set pyramid.radius=6 --seed 11
record inpaint_mcg "${hole[@]}" --method mcg --start estimate --t0 0.3 --steps 4 --feather 2
record inpaint_dps "${holes[@]}" --method dps --steps 4 --set guidance.scale=0.5
record inpaint_projection "${hole[@]}" --method projection --estimate telea --t0 0.4 --steps 4 --step-rule predictor-corrector
record inpaint_repaint "${hole[@]}" --method repaint --steps 6 --set guidance.travel-length=2 --set guidance.travel-repeats=2
record inpaint_daps "${holes[@]}" --method daps --steps 4 --set guidance.ode-steps=2 --step-rule renoise
record inpaint_own_estimate "${hole[@]}" --method ddnm --estimate ./first.png --t0 0.4 --steps 4
record inpaint_deep inpaint deep.png --mask small_mask.png --method ddrm --steps 4 --step-rule ddim --set step-rule.eta=0.5
record inpaint_alpha inpaint alpha.png --mask small_mask.png --method dds --steps 4 --samples 2
record inpaint_diffpir_2023 "${holes[@]}" --method diffpir-2023

record colorize_default colorize grey.png
record colorize_hints colorize grey.png --hints hints.png --seed 3 --set pyramid.side=20
record colorize_spread colorize grey.png --hints hints.png --method colour-spread
record colorize_grey colorize scene.png --method grey
record colorize_ddrm colorize grey.png --method ddrm --steps 5 --degrade --sigma 0.05 --set guidance.eta=0.7

record upscale_default upscale small.png --factor 2
record upscale_four upscale tiny.png --sigma 0
record upscale_samples upscale tiny.png --factor 2 --samples 2
record upscale_noisy upscale small.png --factor 2 --sigma 0.04 --downsampling bicubic
record upscale_lanczos upscale small.png --factor 2 --method lanczos
record upscale_pigdm upscale scene.png --factor 2 --degrade --sigma 0.02 --method pigdm --steps 4
record upscale_ddrm_2022 upscale small.png --factor 2 --method ddrm-2022
record upscale_ccdf_2022 upscale small.png --factor 2 --method ccdf-2022 --steps 6

record deblur_default deblur soft.png
record deblur_kernel deblur shaken.png --kernel kernel.png --sigma 0 --seed 4
record deblur_wiener deblur shaken.png --kernel motion:7,30 --method wiener --set classical.strength=0.5 --boundary circular
record deblur_richardson_lucy deblur soft.png --kernel disk:2 --method richardson-lucy --set classical.rounds=5
record deblur_deep deblur deep.png --kernel gaussian:1 --method total-variation --set classical.rounds=15
record deblur_projection deblur shaken.png --kernel motion:7,30 --method projection --start noise --steps 4 --step-rule dpmpp-2m
record deblur_dds_2024 deblur soft.png --method dds-2024 --steps 6

record denoise_default denoise noisy.png
record denoise_samples denoise noisy.png --sigma 0.08 --samples 2 --seed 9
record denoise_posterior_mean denoise grey.png --method posterior-mean --sigma 0.05 --degrade
record denoise_total_variation denoise noisy.png --method total-variation --set classical.strength=1.5
record denoise_non_local_means denoise noisy.png --method non-local-means
record denoise_diffpir denoise strip.jpg --sigma 0.05 --method diffpir --tile 64 --steps 4 --set guidance.lambda=2
record denoise_mpgd denoise profile.png --sigma 0.1 --degrade --method mpgd --steps 4
record denoise_daps_2024 denoise noisy.png --method daps-2024 --steps 10

record old_photo_default old-photo old.png --mask mask.png --hints hints.png --kernel gaussian:1
record old_photo_colours old-photo old_colours.png --mask mask.png --keep-colours --sigma 0.02 --seed 6
record old_photo_bare old-photo old.png --method dps --steps 4 --sigma 0.03
record old_photo_mcg_2022 old-photo old.png --mask mask.png --method mcg-2022 --steps 4

record dejpeg_default dejpeg blocky.jpg
record dejpeg_samples dejpeg blocky.jpg --samples 2 --seed 8
record dejpeg_as_is dejpeg blocky.jpg --method as-is
record dejpeg_mpgd dejpeg blocky.jpg --method mpgd --steps 4 --t0 0.3
record dejpeg_degrade dejpeg profile.png --quality 15 --degrade --method ddnm --steps 4

record declip_default declip bright.png
record declip_shadows declip harsh_grey.png --clipped shadows --method diffpir --steps 4
record declip_both declip profile.png --clipped both --degrade --headroom 2 --method mpgd --steps 4 --set guidance.scale=0.8
record declip_as_is declip bright.png --method as-is --headroom 1.2

for file in *.spec.json; do
  spec "${file%.spec.json}"
done
