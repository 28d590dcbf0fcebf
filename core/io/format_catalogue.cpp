// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/formats/format_entries.h"
#include "core/io/image_format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

namespace palimpsest {
namespace {

/// Formats that people try and that we refuse by name.
struct ForeignFormat {
    Message title;
    std::size_t at;
    std::string_view signature;
};

using namespace std::string_view_literals;

const std::array kForeign{
    ForeignFormat{"a GIF, a format for animations", 0, "GIF8"sv},
    ForeignFormat{"a HEIC picture", 4, "ftyphei"sv},
    ForeignFormat{"a HEIC picture", 4, "ftypmif1"sv},
    ForeignFormat{"an AVIF picture", 4, "ftypavi"sv},
    ForeignFormat{"a JPEG 2000 picture", 4, "jP  "sv},
    ForeignFormat{"a JPEG 2000 picture", 0, "\xff\x4f\xff\x51"sv},
    ForeignFormat{"a JPEG XL picture", 0, "\xff\x0a"sv},
    ForeignFormat{"a JPEG XL picture", 4, "JXL "sv},
    ForeignFormat{"a Photoshop document", 0, "8BPS"sv},
    ForeignFormat{"a GIMP document", 0, "gimp xcf"sv},
    ForeignFormat{"a Windows icon", 0, "\0\0\1\0"sv},
    ForeignFormat{"a BigTIFF", 0, "II\x2b\0"sv},
    ForeignFormat{"a BigTIFF", 0, "MM\0\x2b"sv},
    ForeignFormat{"a PDF", 0, "%PDF"sv},
    ForeignFormat{"an SVG drawing", 0, "<svg"sv},
    ForeignFormat{"an XML or SVG file", 0, "<?xml"sv},
    ForeignFormat{"an HTML page", 0, "<!DOCTYPE"sv},
    ForeignFormat{"an HTML page", 0, "<html"sv},
    ForeignFormat{"a NumPy array", 0, "\x93NUMPY"sv},
    ForeignFormat{"a ZIP archive", 0, "PK\3\4"sv},
};

std::string lowerExtension(const std::string& path) {
    std::string extension = std::filesystem::path(path).extension().string();
    std::ranges::transform(extension, extension.begin(), [](unsigned char letter) { return std::tolower(letter); });
    return extension.empty() ? extension : extension.substr(1);
}

std::string knownExtensions() {
    std::string known;
    for (const ImageFormat& format : imageFormats()) {
        for (const std::string& extension : format.extensions) {
            known += (known.empty() ? "." : ", .") + extension;
        }
    }
    return known;
}

} // namespace

const Catalogue<ImageFormat>& imageFormats() {
    static const std::array kFormats{pngFormat(), jpegFormat(), tiffFormat(), webpFormat(), bmpFormat(), exrFormat()};
    static const Catalogue<ImageFormat> catalogue("picture format", kFormats);
    return catalogue;
}

const ImageFormat& formatOfContent(std::span<const std::byte> bytes, const std::string& origin) {
    for (const ImageFormat& format : imageFormats()) {
        if (format.matches(bytes)) {
            return format;
        }
    }
    const Message hint = "save it as PNG, TIFF or JPEG with another program";
    for (const ForeignFormat& foreign : kForeign) {
        if (hasText(bytes, foreign.at, foreign.signature)) {
            throw Error(ErrorCode::badInput, Message("%1 is %2, which cannot be read", origin, foreign.title), hint);
        }
    }
    throw Error(ErrorCode::badInput, Message("%1 is not a picture of a known format", origin),
                "use PNG, JPEG, TIFF, WebP, BMP or EXR");
}

const ImageFormat& formatOfPath(const std::string& path) {
    const std::string extension = lowerExtension(path);
    for (const ImageFormat& format : imageFormats()) {
        if (std::ranges::find(format.extensions, extension) != format.extensions.end()) {
            return format;
        }
    }
    throw Error(ErrorCode::badArgument, Message("the name %1 does not say in which format to write", path),
                Message("end it in one of %1", knownExtensions()));
}

} // namespace palimpsest
