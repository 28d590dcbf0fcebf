#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Palimpsest authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tests/golden/pictures: small files of kinds that our own encoder does not write.

Made with Pillow 9.4.0 and numpy 1.24.2 (Debian 12). Run from the root of the repository.
"""
from pathlib import Path

import numpy as np
from PIL import Image, ImageCms

FOLDER = Path("tests/golden/pictures")
SIZE = (7, 5)


def pattern(channels):
    """The formula of tests/support/test_images.h."""
    width, height = SIZE
    y, x, c = np.meshgrid(np.arange(height), np.arange(width), np.arange(channels), indexing="ij")
    return ((x * 7 + y * 13 + c * 29 + (x * y) % 17 * 5) % 256).astype(np.uint8)


def palette_picture():
    """Index (x + y) % 4 of black, red, green, blue."""
    width, height = SIZE
    y, x = np.mgrid[0:height, 0:width]
    picture = Image.fromarray(((x + y) % 4).astype(np.uint8), "P")
    picture.putpalette([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255])
    return picture


def halves(colour_left, colour_right, mode):
    picture = Image.new(mode, (32, 16), colour_left)
    picture.paste(colour_right, (16, 0, 32, 16))
    return picture


def quadrants():
    picture = Image.new("L", (32, 16))
    for index, corner in enumerate([(0, 0), (16, 0), (0, 8), (16, 8)]):
        picture.paste(20 + 70 * index, (corner[0], corner[1], corner[0] + 16, corner[1] + 8))
    return picture


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    grey, grey_alpha, rgb, rgba = (pattern(channels) for channels in (1, 2, 3, 4))
    rgba[..., 3] |= 64
    grey = grey[..., 0]
    checks = Image.fromarray(np.where(np.indices(SIZE[::-1]).sum(0) % 2, 255, 0).astype(np.uint8)).convert("1")
    small_rgb, small_rgba = Image.fromarray(rgb), Image.fromarray(rgba)

    Image.fromarray(grey_alpha, "LA").save(FOLDER / "grey_alpha.png")
    palette_picture().save(FOLDER / "palette.png")
    palette_picture().save(FOLDER / "palette_clear_green.png", transparency=2)
    checks.save(FOLDER / "one_bit.png")
    small_rgb.save(FOLDER / "animated.png", save_all=True, append_images=[Image.fromarray(255 - rgb)])

    halves((0, 255, 255, 0), (255, 0, 0, 0), "CMYK").save(FOLDER / "cmyk.jpg", quality=100)
    halves((255, 0, 0), (0, 0, 255), "RGB").save(FOLDER / "progressive.jpg", progressive=True, quality=95)
    halves(20, 220, "L").save(FOLDER / "grey.jpg", quality=95)

    small_rgba.save(FOLDER / "unassociated_alpha.tif")
    Image.fromarray(rgb).save(FOLDER / "lzw.tif", compression="tiff_lzw")
    Image.fromarray(rgb).save(FOLDER / "jpeg.tif", compression="jpeg", quality=100)
    palette_picture().save(FOLDER / "palette.tif")
    checks.save(FOLDER / "one_bit.tif", compression="group4")
    halves((0, 255, 255, 0), (255, 0, 0, 0), "CMYK").save(FOLDER / "cmyk.tif", compression="tiff_lzw")
    Image.fromarray(grey.astype(np.float32) / 255).save(FOLDER / "float.tif")
    for orientation in range(1, 9):
        Image.fromarray(grey).save(FOLDER / f"orientation_{orientation}.tif", tiffinfo={274: orientation})
        exif = Image.Exif()
        exif[0x0112] = orientation
        quadrants().save(FOLDER / f"orientation_{orientation}.jpg", quality=95, exif=exif)

    palette_picture().save(FOLDER / "palette.bmp")
    checks.save(FOLDER / "one_bit.bmp")
    Image.fromarray(grey).save(FOLDER / "grey.bmp")

    small_rgb.save(FOLDER / "animated.gif", save_all=True, append_images=[Image.fromarray(255 - rgb)])
    small_rgb.save(FOLDER / "animated.webp", save_all=True, append_images=[Image.fromarray(255 - rgb)], lossless=True)
    small_rgba.save(FOLDER / "lossless.webp", lossless=True, exact=True)

    (FOLDER / "srgb.icc").write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())


if __name__ == "__main__":
    main()
