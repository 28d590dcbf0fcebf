// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"

#include "core/base/error.h"
#include "core/files/atomic_file.h"
#include "core/files/file_bytes.h"
#include "core/image/colour_transform.h"
#include "core/io/formats/jpeg_tables.h"
#include "core/io/image_metadata.h"
#include "core/io/pixel_codec.h"
#include "core/io/reading_notices.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace palimpsest {
namespace {

/// Everything but the pixels.
struct Inspected {
    const ImageFormat& format;
    ImageHeader header;
    EmbeddedMetadata embedded;
};

Inspected inspected(std::span<const std::byte> bytes, const std::string& origin) {
    const ImageFormat& format = formatOfContent(bytes, origin);
    Inspected result{format, format.inspect(bytes, origin), {}};
    if (format.metadata) {
        result.embedded = readMetadata(bytes, result.header.channels);
    }
    ImageMetadata& metadata = result.embedded.metadata;
    if (metadata.iccProfile.empty()) {
        metadata.iccProfile = std::move(result.header.iccProfile);
    }
    metadata.exrAttributes = std::move(result.header.exrAttributes);
    std::ranges::copy(result.embedded.notices, std::back_inserter(result.header.notices));
    if (result.header.dotsPerInchX > 0 && result.header.dotsPerInchY > 0) {
        result.embedded.metadata.dotsPerInchX = result.header.dotsPerInchX;
        result.embedded.metadata.dotsPerInchY = result.header.dotsPerInchY;
    }
    return result;
}

bool swapsSides(int orientation) { return orientation >= 5 && orientation <= 8; }

ImageReading decoded(std::span<const std::byte> bytes, const std::string& origin) {
    Inspected file = inspected(bytes, origin);
    if (swapsSides(file.embedded.orientation)) {
        std::swap(file.embedded.metadata.dotsPerInchX, file.embedded.metadata.dotsPerInchY);
    }
    if (file.header.compression) {
        file.embedded.metadata.compression =
            std::make_shared<const JpegCompression>(turned(*file.header.compression, file.embedded.orientation));
    }
    const Image stored = decodePixels(bytes, file.format, file.header, origin);
    const Image image = oriented(stored, file.embedded.orientation)
                            .withMetadata(std::make_shared<const ImageMetadata>(std::move(file.embedded.metadata)));
    return {image, std::move(file.header.notices)};
}

/// Floats may say what a restoration cannot take up.
void noticeUnusableValues(ImageReading& reading) {
    if (reading.image.depth() != PixelDepth::float32) {
        return;
    }
    const std::size_t count =
        static_cast<std::size_t>(reading.image.width()) * static_cast<std::size_t>(reading.image.channels());
    bool isOutside = false;
    bool hasNan = false;
    for (int y = 0; y < reading.image.height(); ++y) {
        for (const float value : std::span(reading.image.rowAs<float>(y), count)) {
            isOutside = isOutside || value < 0 || value > 1;
            hasNan = hasNan || std::isnan(value);
        }
    }
    if (isOutside) {
        reading.notices.emplace_back(kRangeNotice);
    }
    if (hasNan) {
        reading.notices.emplace_back(kNanNotice);
    }
}

} // namespace

ImageProbe probeImage(const std::string& path) {
    const std::vector<std::byte> bytes = readFileBytes(path);
    const Inspected file = inspected(bytes, path);
    Size size = file.header.size;
    if (swapsSides(file.embedded.orientation)) {
        std::swap(size.width, size.height);
    }
    return {file.format.id, size, file.header.channels, file.header.depth};
}

Image readImage(const std::string& path) { return decoded(readFileBytes(path), path).image; }

ImageReading readImageWithNotices(const std::string& path) {
    ImageReading reading = decoded(readFileBytes(path), path);
    if (Message notice = profileNotice(reading.image); !notice.isEmpty()) {
        reading.notices.push_back(std::move(notice));
    }
    noticeUnusableValues(reading);
    return reading;
}

Image decodeImage(std::span<const std::byte> bytes, const std::string& origin) { return decoded(bytes, origin).image; }

EncodedImage encodeImageWithNotices(const Image& image, const WriteOptions& options) {
    if (image.isNull()) {
        throw Bug("a picture without pixels cannot be written");
    }
    const ImageFormat& format = imageFormats().at(options.format);
    // Where no profile fits, colours must be sRGB.
    const bool keepsProfile = format.metadata && (format.grey || image.colourChannels() == 3);
    const Image shown = keepsProfile ? image : toDisplay(image);
    const Image fitted = fittedPixels(shown, format);
    const ImageMetadata metadata = preparedMetadata(shown.metadata() ? *shown.metadata() : ImageMetadata{},
                                                    image.size(), fitted.channels(), format.resolutionInExif);
    EncodedImage file{format.encode(fitted, options, metadata), {}};
    if (format.embed) {
        format.embed(file.bytes, metadata, file.notices);
    }
    if (image.hasAlpha() && !format.alpha && !isOpaque(image)) {
        file.notices.push_back(Message("%1 holds no transparency: the picture was put over white", format.title));
    }
    return file;
}

std::vector<std::byte> encodeImage(const Image& image, const WriteOptions& options) {
    return encodeImageWithNotices(image, options).bytes;
}

std::vector<Message> writeImage(const std::string& path, const Image& image, const WriteOptions& options) {
    WriteOptions resolved = options;
    if (resolved.format.empty()) {
        resolved.format = formatOfPath(path).id;
    }
    EncodedImage file = encodeImageWithNotices(image, resolved);
    writeFileAtomically(path, file.bytes);
    return std::move(file.notices);
}

} // namespace palimpsest
