// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/image.h"
#include "core/io/image_format.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// What a picture file holds, without decoding its pixels.
struct ImageProbe {
    std::string format; ///< id of the format catalogue
    Size size;          ///< as readImage returns it, with the orientation applied
    int channels = 0;
    PixelDepth depth = PixelDepth::uint8;
};

/// The functions that read throw Error(badInput) with cause and next step for files that are missing, empty, truncated,
/// damaged, animated, larger than 250 megapixels or 60000 pixels a side, or no picture. The content decides on the
/// format, never the name.
ImageProbe probeImage(const std::string& path);

/// Pixels at their depth (8, 16 bit, float) in grey, grey+alpha, RGB or RGBA; palettes, CMYK and 1-bit are converted;
/// the EXIF orientation is applied; metadata is attached.
Image readImage(const std::string& path);
/// A picture, and what its owner should know about how it was read.
struct ImageReading {
    Image image;
    std::vector<Message> notices; ///< English sentences without a full stop, most often none
};

/// As readImage, and says what was converted (CMYK, palettes, 1 bit, further pages, transparency of EXR), if the colour
/// profile cannot be used, and if floats are outside [0,1] or NaN.
ImageReading readImageWithNotices(const std::string& path);
/// As readImage, from memory; `origin` is what messages call it.
Image decodeImage(std::span<const std::byte> bytes, const std::string& origin);

/// Writes atomically, with the image's metadata, and says what the format could not take. Depths that the format lacks
/// are converted, transparency that it lacks is put over white, colours are converted to sRGB where the format holds no
/// profile (BMP, EXR). Throws Error(badArgument) for an extension that names no format, Error(failed) if the file
/// cannot be written: then the old file, if any, is untouched.
std::vector<Message> writeImage(const std::string& path, const Image& image, const WriteOptions& options = {});

/// A file, and what its owner should know about how it was written.
struct EncodedImage {
    std::vector<std::byte> bytes;
    std::vector<Message> notices; ///< as those of ImageReading
};

/// The file, not written; options.format must name one.
EncodedImage encodeImageWithNotices(const Image& image, const WriteOptions& options);
std::vector<std::byte> encodeImage(const Image& image, const WriteOptions& options);

} // namespace palimpsest
