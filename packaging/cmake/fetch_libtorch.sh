#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fetch the pinned LibTorch into a cache outside the checkout and print its folder.
#
# Usage: fetch_libtorch.sh [--print-only]
# The cache is $PALIMPSEST_CACHE, or $XDG_CACHE_HOME/palimpsest, or ~/.cache/palimpsest. A download that was
# cut is resumed; every file is checked by SHA-256 before it is unpacked; the folder appears in one rename, so
# that a second run, or an offline machine with a filled cache, finds either nothing or the whole.
# LibTorch is the library inside PyPI's `torch` wheel (CUDA 13.0 build); libtorch_cpu also names two small
# CUDA libraries, which come from their own wheels. libtorch_cuda is opened at run time only.
set -euo pipefail

version=2.11.0
base=https://files.pythonhosted.org/packages
wheels=(
  "8c/8b/d7be22fbec9ffee6cff31a39f8750d4b3a65d349a286cf4aec74c2375662/torch-2.11.0-cp311-cp311-manylinux_2_28_x86_64.whl 7aa2f9bbc6d4595ba72138026b2074be1233186150e9292865e04b7a63b8c67a"
  "2e/24/d1558f3b68b1d26e706813b1d10aa1d785e4698c425af8db8edc3dced472/nvidia_cuda_runtime-13.0.96-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl 7f82250d7782aa23b6cfe765ecc7db554bd3c2870c43f3d1821f1d18aebf0548"
  "33/6d/737d164b4837a9bbd202f5ae3078975f0525a55730fe871d8ed4e3b952b0/nvidia_cuda_cupti-13.0.85-py3-none-manylinux_2_25_x86_64.whl 4eb01c08e859bf924d222250d2e8f8b8ff6d3db4721288cf35d14252a4d933c8"
)
cache=${PALIMPSEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/palimpsest}
root=$cache/libtorch-$version-cu130

if [ -e "$root/complete" ] || [ "${1:-}" = --print-only ]; then
  echo "$root"
  exit 0
fi
mkdir -p "$cache/downloads"
exec 9>"$cache/lock"
flock 9
if [ -e "$root/complete" ]; then
  echo "$root"
  exit 0
fi

fetch() { # URL SHA256 -> file below downloads
  local file=$cache/downloads/${1##*/}
  if ! { [ -e "$file" ] && echo "$2  $file" | sha256sum --check --status; }; then
    echo "fetching ${1##*/}" >&2
    curl --fail --location --silent --show-error --retry 5 --retry-delay 2 --continue-at - --output "$file.part" "$1" ||
      { echo "could not fetch $1: check the connection and run again, it goes on where it stopped" >&2; exit 1; }
    echo "$2  $file.part" | sha256sum --check --status ||
      { rm -f "$file.part"; echo "${1##*/} is not the pinned file (its SHA-256 differs): run again" >&2; exit 1; }
    mv "$file.part" "$file"
  fi
  echo "$file"
}

unpacked=$root.$$
trap 'rm -rf "$unpacked"' EXIT
mkdir -p "$unpacked"
for wheel in "${wheels[@]}"; do
  read -r path sha <<<"$wheel"
  file=$(fetch "$base/$path" "$sha")
  unzip -q -o "$file" 'torch/lib/*' 'torch/include/*' 'nvidia/*/lib/*' -x 'torch/lib/*python*' -d "$unpacked" 2>/dev/null || [ $? -eq 11 ]
done
mkdir "$unpacked/lib"
mv "$unpacked"/torch/include "$unpacked/include"
mv "$unpacked"/torch/lib/*.so* "$unpacked"/nvidia/*/lib/*.so* "$unpacked/lib/"
rm -rf "$unpacked/torch" "$unpacked/nvidia"
touch "$unpacked/complete"
rm -rf "$root"
mv "$unpacked" "$root"
echo "$root"
