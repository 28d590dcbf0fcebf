#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Collects the photographs that the embedded priors are trained and measured on.

    collect_photos.py OUTPUT_FOLDER [--cache FOLDER] [--longest PIXELS] [--survey]

Downloads the Debian packages named in photos.tsv (no root needed), unpacks them and writes each listed photograph to
OUTPUT_FOLDER/{train,search,bench,sample}/NAME.jpg: RGB, without metadata, longest side limited. Near duplicates within
the training set are left out; a training photograph close to one of the held-out sets is an error.

--survey lists the pictures in those packages that look like photographs and are not in photos.tsv.
"""
import argparse
import io
import pathlib
import subprocess
import sys

import numpy
from PIL import Image, ImageOps

from containers import read_eet, read_rcc

HERE = pathlib.Path(__file__).resolve().parent
PICTURES = {".jpg", ".jpeg", ".png", ".webp"}
HELD_OUT = ("bench", "search", "sample")
DUPLICATE, TOO_CLOSE = 6, 10  # bits of 64 that may differ
Image.MAX_IMAGE_PIXELS = None


def listed():
    for line in (HERE / "photos.tsv").read_text().splitlines():
        if line and not line.startswith("#"):
            kind, name, package, file, member = line.split("\t")
            yield kind, name, package, file, member


def versions():
    lines = (HERE / "packages.tsv").read_text().splitlines()
    return dict(line.split("\t")[:2] for line in lines if line and not line.startswith("#"))


def unpack(package, version, cache):
    folder = cache / package
    if (folder / ".done").exists():
        return folder
    before = set(cache.glob("*.deb"))
    pinned = subprocess.run(["apt-get", "download", f"{package}={version}"], cwd=cache, capture_output=True, text=True)
    if pinned.returncode != 0:
        print(f"warning: {package} {version} is not to be had: taking the archive's version", file=sys.stderr)
        subprocess.run(["apt-get", "download", package], cwd=cache, check=True, capture_output=True)
    archive = (set(cache.glob(f"{package}_*.deb")) - before or set(cache.glob(f"{package}_*.deb"))).pop()
    folder.mkdir(exist_ok=True)
    subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
    archive.unlink()
    (folder / ".done").touch()
    return folder


def members(path):
    """(member, bytes) of a file: one nameless member unless it is a container."""
    data = path.read_bytes()
    if path.suffix == ".rcc":
        yield from read_rcc(data)
    elif path.suffix == ".edj":
        yield "", read_eet(data)
    else:
        yield "", data


def decode(data, longest):
    picture = Image.open(io.BytesIO(data))
    if picture.format == "JPEG":
        picture.draft("RGB", (longest, longest))
    picture = ImageOps.exif_transpose(picture)
    if picture.mode in ("RGBA", "LA", "P"):
        picture = picture.convert("RGBA")
        paper = Image.new("RGBA", picture.size, "white")
        paper.alpha_composite(picture)
        picture = paper
    picture = picture.convert("RGB")
    if max(picture.size) > longest:
        scale = longest / max(picture.size)
        picture = picture.resize([round(side * scale) for side in picture.size], Image.LANCZOS, reducing_gap=3.0)
    return picture


def cosine(size):
    grid = numpy.arange(size)
    return numpy.cos(numpy.pi * (2 * grid[None] + 1) * grid[:, None] / (2 * size))


COSINE = cosine(32)


def fingerprints(picture):
    """Perceptual hashes (DCT, 64 bits) of the picture and of its mirror image."""
    small = numpy.asarray(picture.convert("L").resize((32, 32), Image.BOX), float)
    result = []
    for view in (small, small[:, ::-1]):
        low = (COSINE @ view @ COSINE.T)[:8, :8].ravel()
        result.append(low > numpy.median(low[1:]))
    return result


def distance(one, other):
    return min(int((one[0] != view).sum()) for view in other)


def looks_like_a_photograph(picture):
    """Many distinct colours, few exactly flat neighbours: drawings and renderings have it the other way round."""
    small = picture.copy()
    small.thumbnail((256, 256), Image.BOX)
    pixels = numpy.asarray(small).astype(int)
    colours = len(numpy.unique((pixels >> 3).reshape(-1, 3), axis=0)) / (pixels.shape[0] * pixels.shape[1])
    flat = (numpy.abs(numpy.diff(pixels.mean(2), axis=1)) < 0.7).mean()
    return colours > 0.004 and flat < 0.65


def survey(folders, known):
    for package, folder in folders.items():
        for path in sorted(folder.rglob("*")):
            file = str(path.relative_to(folder))
            if path.is_symlink() or path.suffix.lower() not in PICTURES | {".rcc", ".edj"}:
                continue
            try:
                for member, data in members(path):
                    if (package, file, member) in known or pathlib.Path(member or file).suffix not in PICTURES | {".edj"}:
                        continue
                    picture = decode(data, 2048)
                    if min(picture.size) >= 240 and looks_like_a_photograph(picture):
                        print(package, file, member, "{}x{}".format(*picture.size), sep="\t")
            except (OSError, ValueError) as error:
                print(f"unreadable: {package} {file}: {error}", file=sys.stderr)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("output", type=pathlib.Path)
    arguments.add_argument("--cache", type=pathlib.Path, help="where packages are unpacked (OUTPUT_FOLDER/packages)")
    arguments.add_argument("--longest", type=int, default=2048)
    arguments.add_argument("--survey", action="store_true")
    options = arguments.parse_args()
    cache = options.cache or options.output / "packages"
    cache.mkdir(parents=True, exist_ok=True)

    rows = list(listed())
    version = versions()
    folders = {package: unpack(package, version[package], cache) for package in sorted({row[2] for row in rows})}
    if options.survey:
        survey(folders, {row[2:] for row in rows})
        return 0

    rows.sort(key=lambda row: row[0] not in HELD_OUT)  # the held-out sets come first
    opened, held_out, trained, failed = {}, [], [], 0
    totals = {}
    for kind, name, package, file, member in rows:
        if (package, file) not in opened:
            opened = {(package, file): dict(members(folders[package] / file))}
        picture = decode(opened[package, file][member], options.longest)
        print_of = fingerprints(picture)
        if kind == "train":
            near = [other for other, prints in held_out if distance(print_of, prints) <= TOO_CLOSE]
            if near:
                print(f"error: {name} is close to the held-out {', '.join(near)}", file=sys.stderr)
                failed += 1
                continue
            twin = next((other for other, prints in trained if distance(print_of, prints) <= DUPLICATE), None)
            if twin:
                print(f"left out: {name} is a near duplicate of {twin}")
                continue
            trained.append((name, print_of))
        else:
            near = [other for other, prints in held_out if distance(print_of, prints) <= TOO_CLOSE]
            if near:
                print(f"error: {name} is close to {', '.join(near)}", file=sys.stderr)
                failed += 1
            held_out.append((name, print_of))
        target = options.output / kind / f"{name}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        picture.save(target, quality=95, subsampling=0, optimize=True)
        count, pixels = totals.get(kind, (0, 0))
        totals[kind] = count + 1, pixels + picture.width * picture.height
    for kind, (count, pixels) in totals.items():
        print(f"{kind}: {count} photographs, {pixels / 1e6:.0f} megapixels")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
