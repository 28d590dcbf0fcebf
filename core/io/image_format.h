// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/geometry.h"
#include "core/base/message.h"
#include "core/image/image.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// What the header of a picture says, before any pixel is decoded.
struct ImageHeader {
    Size size;        ///< as stored, before orientation
    int channels = 0; ///< that the decoded image will have: palettes, CMYK and the like count as RGB
    PixelDepth depth = PixelDepth::uint8;
    double dotsPerInchX = 0; ///< 0: unknown
    double dotsPerInchY = 0;
    std::shared_ptr<const JpegCompression> compression = {}; ///< of a JPEG, as stored
    std::vector<std::byte> iccProfile = {}; ///< what numbers in the header say of colours; an embedded one goes first
    std::vector<std::byte> exrAttributes = {};
    std::vector<Message> notices; ///< sentences of reading_notices.h: what the decoder will change
};

/// How a picture is written.
struct WriteOptions {
    enum class Effort { quick, small }; ///< of lossless compression: variants are written quickly, exports small

    std::string format; ///< id of the catalogue; empty: from the extension of the path
    int quality = 95;   ///< 1 .. 100 of JPEG and WebP; 101 makes WebP lossless
    Effort effort = Effort::quick;
};

/// A file format for pictures.
struct ImageFormat {
    std::string id;
    std::string title;
    std::vector<std::string> extensions;       ///< lower case, without the dot; the first is the usual one
    PixelDepth shallowest = PixelDepth::uint8; ///< flatter and deeper pictures are written at these depths
    PixelDepth deepest = PixelDepth::uint8;
    bool grey = true;              ///< false: grey pictures are written as RGB
    bool alpha = false;            ///< false: transparent pictures are written over white
    bool greyAlpha = false;        ///< false: grey pictures with alpha are written as RGBA
    bool metadata = false;         ///< holds EXIF, XMP and ICC profiles; all but WebP hold IPTC too
    bool resolutionInExif = false; ///< has no other place for it

    bool (*matches)(std::span<const std::byte> bytes) = nullptr;
    /// Reads the header and walks the whole structure. Throws Error(badInput) with `origin` for files that are
    /// truncated, animated, or of a kind that cannot be decoded.
    ImageHeader (*inspect)(std::span<const std::byte> bytes, const std::string& origin) = nullptr;
    /// The pixels of an inspected file as they are stored (not turned by EXIF), in the header's channels and depth,
    /// without premultiplied colours. Throws Error(badInput) if they cannot be decoded.
    Image (*decode)(std::span<const std::byte> bytes, const ImageHeader& header, const std::string& origin) = nullptr;
    /// The file of a picture whose depth and channels the format has. Throws Error(failed).
    std::vector<std::byte> (*encode)(const Image& image, const WriteOptions& options,
                                     const ImageMetadata& metadata) = nullptr;
    /// Puts metadata into an encoded file, and says what has no place in it; null where `encode` did so, or where there
    /// is no place for any.
    void (*embed)(std::vector<std::byte>& bytes, const ImageMetadata& metadata, std::vector<Message>& losses) = nullptr;
};

/// In order of preference for saving.
const Catalogue<ImageFormat>& imageFormats();

/// The format by the first bytes, never by the name. Throws Error(badInput) that names a known format that cannot be
/// read (GIF, HEIC ...), or says that it is no picture.
const ImageFormat& formatOfContent(std::span<const std::byte> bytes, const std::string& origin);

/// The format by the extension. Throws Error(badArgument) that lists the extensions.
const ImageFormat& formatOfPath(const std::string& path);

} // namespace palimpsest
