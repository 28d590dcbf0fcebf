#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Cuts the 256 x 256 benchmark pictures of the repository from the original photographs.

    cut_pictures.py PACKAGES_FOLDER REPOSITORY

PACKAGES_FOLDER is the package folder that collect_photos.py left (or an empty folder: then it is filled). Writes
tests/benchmarks/pictures (the held-out set) and tests/benchmarks/search_pictures (for tuning defaults only).
"""
import pathlib
import sys

from PIL import Image

from collect_photos import HERE, decode, listed, members, unpack, versions

SIDE = 256
FOLDERS = {"bench": "pictures", "search": "search_pictures"}


def crops():
    for line in (HERE / "crops.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            name, *numbers = line.split("\t")
            yield name, [float(number) for number in numbers]


def cut(picture, x, y, part):
    side = part * min(picture.size)
    left = min(max(x * picture.width - side / 2, 0), picture.width - side)
    top = min(max(y * picture.height - side / 2, 0), picture.height - side)
    return picture.resize((SIDE, SIDE), Image.BOX, box=(left, top, left + side, top + side))


def main():
    cache, repository = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    cache.mkdir(parents=True, exist_ok=True)
    version, wanted = versions(), dict(crops())
    for kind, name, package, file, member in listed():
        if kind in FOLDERS:
            folder = unpack(package, version[package], cache)
            picture = decode(dict(members(folder / file))[member], 1 << 16)
            target = repository / "tests" / "benchmarks" / FOLDERS[kind] / f"{name}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            cut(picture, *wanted[name]).save(target, optimize=True)


if __name__ == "__main__":
    main()
