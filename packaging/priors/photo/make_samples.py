#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the damaged demonstration pictures and their masks in resources/samples.

    make_samples.py PHOTOGRAPHS REPOSITORY

PHOTOGRAPHS is the folder that collect_photos.py wrote. The damage is drawn and therefore known; a mask is white where the
picture is to be restored, three pixels wider than the damage because JPEG smears it. Needs fonts-dejavu-core.
"""
import pathlib
import sys

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = pathlib.Path("/usr/share/fonts/truetype/dejavu")
FINE = 3  # layers are drawn this many times larger, for smooth edges
MARGIN = 3


def fit(picture, width, height):
    scale = max(width / picture.width, height / picture.height)
    picture = picture.resize([round(side * scale) for side in picture.size], Image.LANCZOS)
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))


class Layer:
    """A coverage map drawn in fine resolution."""

    def __init__(self, size):
        self.size = size
        self.fine = Image.new("L", [side * FINE for side in size])
        self.draw = ImageDraw.Draw(self.fine)

    def line(self, points, width, value=255):
        self.draw.line([(x * FINE, y * FINE) for x, y in points], value, max(1, round(width * FINE)), joint="curve")

    def blob(self, x, y, across, down, value=255):
        self.draw.ellipse([(x - across) * FINE, (y - down) * FINE, (x + across) * FINE, (y + down) * FINE], value)

    def text(self, x, y, text, font, height, value=255):
        face = ImageFont.truetype(str(FONTS / font), height * FINE)
        self.draw.text((x * FINE, y * FINE), text, value, face)

    def coverage(self):
        return self.fine.resize(self.size, Image.BOX)


def apply(picture, layer, colour):
    picture.paste(Image.new("RGB", picture.size, colour), (0, 0), layer)


def mask_of(*layers):
    total = numpy.maximum.reduce([numpy.asarray(layer) for layer in layers])
    mask = Image.fromarray(numpy.where(total > 8, 255, 0).astype(numpy.uint8))
    return mask.filter(ImageFilter.MaxFilter(2 * MARGIN + 1))


def scratched(picture, chance):
    width, height = picture.size
    layer = Layer(picture.size)
    for _ in range(13):  # long scratches, mostly upright, that wander and break
        x, y = chance.uniform(0, width), chance.uniform(-0.1, 0.5) * height
        slope, thickness = chance.normal(0, 0.35), chance.uniform(0.7, 2.4)
        points = []
        for _ in range(int(chance.integers(25, 90))):
            points.append((x, y))
            slope += chance.normal(0, 0.05)
            x, y = x + slope * 8 + chance.normal(0, 0.5), y + 8
            if chance.random() < 0.03 or len(points) > 60:
                if len(points) > 2:
                    layer.line(points, thickness, int(chance.integers(170, 255)))
                points = []
        if len(points) > 2:
            layer.line(points, thickness, int(chance.integers(170, 255)))
    for _ in range(9):  # short gouges and hairs
        x, y, angle = chance.uniform(0, width), chance.uniform(0, height), chance.uniform(0, 2 * numpy.pi)
        points = []
        for _ in range(int(chance.integers(6, 18))):
            points.append((x, y))
            angle += chance.normal(0, 0.35)
            x, y = x + 5 * numpy.cos(angle), y + 5 * numpy.sin(angle)
        layer.line(points, chance.uniform(1, 4), 235)
    for _ in range(150):  # dust
        size = min(chance.lognormal(0.2, 0.55), 5)
        layer.blob(chance.uniform(0, width), chance.uniform(0, height), size, size * chance.uniform(0.6, 1.4),
                   int(chance.integers(150, 255)))
    coverage = layer.coverage().filter(ImageFilter.GaussianBlur(0.5))
    apply(picture, coverage, (244, 240, 228))
    return mask_of(coverage)


def stamped(picture):
    width, height = picture.size
    stamp, caption, edge = Layer(picture.size), Layer(picture.size), Layer(picture.size)
    stamp.text(width - 330, height - 84, "'98  7 14", "DejaVuSansMono-Bold.ttf", 46)
    caption.text(46, 40, "Summer in the Picos", "DejaVuSans-Bold.ttf", 44)
    edge.text(48, 43, "Summer in the Picos", "DejaVuSans-Bold.ttf", 44)
    stamp, caption, edge = stamp.coverage(), caption.coverage(), edge.coverage()
    glow = stamp.filter(ImageFilter.GaussianBlur(2.5)).point(lambda value: value * 0.55)
    apply(picture, glow, (230, 70, 10))
    apply(picture, stamp, (255, 150, 40))
    apply(picture, edge, (25, 25, 30))
    apply(picture, caption, (250, 250, 245))
    return mask_of(stamp, glow, caption, edge)


def wired(picture):
    width, height = picture.size
    wires, bird = Layer(picture.size), Layer(picture.size)
    for start, sag, thickness in ((150, 60, 4.0), (215, 75, 3.2), (330, 95, 3.2)):
        steps = numpy.linspace(0, 1, 80)
        wires.line([(t * width, start + 70 * t + sag * 4 * t * (1 - t)) for t in steps], thickness)
    x, y = 0.64 * width, 0.64 * 70 + 150 + 60 * 4 * 0.64 * 0.36
    bird.blob(x, y - 15, 13, 17)
    bird.blob(x + 6, y - 34, 9, 9)
    bird.draw.polygon([(FINE * (x + a), FINE * (y + b)) for a, b in ((12, -36), (26, -31), (12, -29))], 255)
    bird.draw.polygon([(FINE * (x + a), FINE * (y + b)) for a, b in ((-12, -14), (-24, 22), (-14, 24), (-3, 0))], 255)
    wires, bird = [layer.coverage().filter(ImageFilter.GaussianBlur(0.6)) for layer in (wires, bird)]
    apply(picture, wires, (38, 38, 42))
    apply(picture, bird, (24, 22, 26))
    return mask_of(wires, bird)


def main():
    photographs, target = pathlib.Path(sys.argv[1]) / "sample", pathlib.Path(sys.argv[2]) / "resources" / "samples"
    target.mkdir(parents=True, exist_ok=True)
    chance = numpy.random.default_rng(1998)
    for name, source, damage in (("palace_scratched", "palace", lambda picture: scratched(picture, chance)),
                                 ("mountain_date_stamp", "mountain_path", stamped),
                                 ("hills_wires", "hills", wired)):
        picture = Image.open(photographs / f"{source}.jpg").convert("RGB")
        picture = fit(picture, 1200, 800) if picture.width >= 1200 else picture
        mask = damage(picture)
        picture.save(target / f"{name}.jpg", quality=92, optimize=True)
        mask.convert("1").save(target / f"{name}_mask.png", optimize=True)


if __name__ == "__main__":
    main()
