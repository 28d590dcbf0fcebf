// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/formats/format_entries.h"
#include "core/io/formats/tiff_codec.h"
#include "core/io/image_limits.h"
#include "core/io/metadata_embedding.h"
#include "core/io/pixel_codec.h"
#include "core/io/reading_notices.h"

#include <algorithm>
#include <map>

// TIFF 6.0. Of a file with several pages the first is read.

namespace palimpsest {
namespace {

enum Tag : int {
    kPageKind = 254,
    kWidth = 256,
    kHeight = 257,
    kBits = 258,
    kCompression = 259,
    kPhotometric = 262,
    kStripOffsets = 273,
    kSamples = 277,
    kStripBytes = 279,
    kResolutionX = 282,
    kResolutionY = 283,
    kResolutionUnit = 296,
    kTileOffsets = 324,
    kTileBytes = 325,
    kExtraSamples = 338,
    kSampleFormat = 339,
};

constexpr double kCentimetresPerInch = 2.54;

struct Field {
    std::uint16_t type = 0;
    std::uint32_t count = 0;
    std::size_t at = 0; ///< of the first value, in the field itself or elsewhere
};

std::size_t byteSizeOfType(std::uint16_t type) {
    constexpr std::size_t kSizes[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    return type < std::size(kSizes) ? kSizes[type] : 0;
}

/// The first directory of a file.
class Directory {
public:
    explicit Directory(const ByteReader& reader) : Directory(reader, reader.u32(4)) {}
    Directory(const ByteReader& reader, std::size_t start) : reader_(reader) {
        const int count = reader.u16(start);
        for (int i = 0; i < count; ++i) {
            const std::size_t at = start + 2 + static_cast<std::size_t>(i) * 12;
            Field field{reader.u16(at + 2), reader.u32(at + 4), at + 8};
            if (byteSizeOfType(field.type) == 0) {
                continue; // of a type that is none
            }
            if (byteSizeOfType(field.type) * field.count > 4) {
                field.at = reader.u32(at + 8);
            }
            fields_.emplace(reader.u16(at), field);
        }
        next_ = start + 2 + static_cast<std::size_t>(count) * 12;
    }

    /// True if another picture follows that is no preview of this one. Damage there is none of ours.
    bool hasMorePages() const {
        constexpr std::uint32_t kPreview = 1;
        try {
            const std::size_t start = reader_.u32(next_);
            return start != 0 && !(Directory(reader_, start).number(kPageKind, 0, 0) & kPreview);
        } catch (const Error&) {
            return false;
        }
    }

    const Field* find(int tag) const {
        const auto found = fields_.find(tag);
        return found == fields_.end() ? nullptr : &found->second;
    }

    std::uint32_t count(int tag) const { return find(tag) ? find(tag)->count : 0; }

    /// A value of a field of whole numbers.
    std::uint32_t number(int tag, std::uint32_t index, std::uint32_t otherwise) const {
        const Field* field = find(tag);
        if (!field || index >= field->count) {
            return otherwise;
        }
        const std::size_t at = field->at + index * byteSizeOfType(field->type);
        return byteSizeOfType(field->type) == 1   ? reader_.u8(at)
               : byteSizeOfType(field->type) == 2 ? reader_.u16(at)
                                                  : reader_.u32(at);
    }

    double rational(int tag) const {
        const Field* field = find(tag);
        const std::uint32_t divisor = field ? reader_.u32(field->at + 4) : 0;
        return divisor == 0 ? 0 : static_cast<double>(reader_.u32(field->at)) / divisor;
    }

    const ByteReader& reader() const { return reader_; }

private:
    const ByteReader& reader_;
    std::map<int, Field> fields_;
    std::size_t next_ = 0; ///< where the place of the next directory stands
};

ByteOrder orderOf(std::span<const std::byte> bytes) {
    return hasText(bytes, 0, "II") ? ByteOrder::little : ByteOrder::big;
}

bool matches(std::span<const std::byte> bytes) {
    return hasText(bytes, 0, std::string_view("II*\0", 4)) || hasText(bytes, 0, std::string_view("MM\0*", 4));
}

Error unsupported(const Directory& directory, const Message& what) {
    return Error(ErrorCode::badInput,
                 Message("%1 is a TIFF with %2, which cannot be read", directory.reader().origin(), what),
                 "save it as PNG, or as TIFF in grey or RGB with 8 bits, 16 bits or floats");
}

enum Model : std::uint32_t {
    kWhiteIsZero = 0,
    kBlackIsZero = 1,
    kRgb = 2,
    kPalette = 3,
    kInks = 5,
    kYCbCr = 6,
};

std::uint32_t modelOf(const Directory& directory) {
    constexpr std::uint32_t kMissing = 0xffff;
    return directory.number(kPhotometric, 0, kMissing);
}

PixelDepth depthOf(const Directory& directory) {
    constexpr std::uint32_t kSigned = 2;
    constexpr std::uint32_t kFloat = 3;
    const std::uint32_t bits = directory.number(kBits, 0, 1);
    for (std::uint32_t i = 1; i < std::min(directory.count(kBits), directory.number(kSamples, 0, 1)); ++i) {
        if (directory.number(kBits, i, 1) != bits) {
            throw unsupported(directory, "channels of different depths");
        }
    }
    const std::uint32_t format = directory.number(kSampleFormat, 0, 1);
    if (format == kFloat && (bits == 16 || bits == 32 || bits == 64)) {
        return PixelDepth::float32;
    }
    if (format == kSigned) {
        throw unsupported(directory, "signed numbers");
    }
    if (format != kFloat && bits <= 8) {
        return PixelDepth::uint8;
    }
    if (format != kFloat && bits == 16) {
        return PixelDepth::uint16;
    }
    throw unsupported(directory, format == kFloat ? Message("%1-bit floats", bits) : Message("%1-bit integers", bits));
}

int channelsOf(const Directory& directory) {
    const std::uint32_t samples = directory.number(kSamples, 0, 1);
    switch (modelOf(directory)) {
    case kWhiteIsZero:
    case kBlackIsZero:
        if (samples > 2) {
            throw unsupported(directory, Message("grey and %1 more channels", samples - 1));
        }
        return static_cast<int>(samples);
    case kRgb:
        if (samples != 3 && samples != 4) {
            throw unsupported(directory, Message("%1 channels", samples));
        }
        return static_cast<int>(samples);
    case kPalette:
    case kInks:
    case kYCbCr:
        return 3;
    default:
        throw unsupported(directory, "a colour model other than grey, RGB, palette, CMYK and YCbCr");
    }
}

/// Every strip or tile must lie within the file.
void requireComplete(const Directory& directory) {
    const bool tiled = directory.find(kTileOffsets) != nullptr;
    const int offsets = tiled ? kTileOffsets : kStripOffsets;
    const int lengths = tiled ? kTileBytes : kStripBytes;
    if (directory.count(offsets) == 0) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: it has no pixels", directory.reader().origin()),
                    "get another copy of it");
    }
    std::uint64_t bytes = 0;
    for (std::uint32_t i = 0; i < directory.count(offsets); ++i) {
        bytes += directory.reader().part(directory.number(offsets, i, 0), directory.number(lengths, i, 0)).size();
    }
    // Decoders make up for lengths that are too short with whatever lies behind.
    const std::uint64_t bits = std::uint64_t{directory.number(kBits, 0, 1)} * directory.number(kSamples, 0, 1) *
                               directory.number(kWidth, 0, 0);
    const std::uint64_t needed = (bits + 7) / 8 * directory.number(kHeight, 0, 0);
    const bool isPlain = directory.number(kCompression, 0, 1) == 1 && modelOf(directory) <= kRgb;
    if (isPlain && bytes < needed) {
        throw Error(ErrorCode::badInput,
                    Message("%1 is damaged: its pixels are not all there", directory.reader().origin()),
                    "get another copy of it");
    }
}

void requireSupported(const Directory& directory, const ImageHeader& header) {
    const std::uint32_t model = modelOf(directory);
    const bool isInvertedFloat = model == kWhiteIsZero && header.depth == PixelDepth::float32;
    if (isInvertedFloat || (header.depth != PixelDepth::uint8 && model > kRgb)) {
        throw unsupported(directory, "inverted floats, or a palette, CMYK or YCbCr of more than 8 bits");
    }
    if (header.channels == 2 && directory.number(kBits, 0, 1) < 8) {
        throw unsupported(directory, "grey of few bits and another channel");
    }
}

std::vector<Message> noticesFor(const Directory& directory) {
    std::vector<Message> notices;
    const std::uint32_t model = modelOf(directory);
    const std::uint32_t bits = directory.number(kBits, 0, 1);
    if (model == kPalette || model == kInks) {
        notices.push_back(model == kInks ? Message(kInksNotice) : Message(kPaletteNotice));
    } else if (bits < 8) {
        notices.push_back(bitsNotice(static_cast<int>(bits)));
    }
    if (directory.hasMorePages()) {
        notices.emplace_back(kPagesNotice);
    }
    return notices;
}

void readResolution(ImageHeader& header, const Directory& directory) {
    const std::uint32_t unit = directory.number(kResolutionUnit, 0, 2);
    const double factor = unit == 2 ? 1 : unit == 3 ? kCentimetresPerInch : 0;
    header.dotsPerInchX = directory.rational(kResolutionX) * factor;
    header.dotsPerInchY = directory.rational(kResolutionY) * factor;
}

ImageHeader inspect(std::span<const std::byte> bytes, const std::string& origin) {
    const ByteReader reader(bytes, origin, orderOf(bytes));
    const Directory directory(reader);
    ImageHeader header;
    header.size = checkedSize(directory.number(kWidth, 0, 0), directory.number(kHeight, 0, 0), origin);
    header.depth = depthOf(directory);
    header.channels = channelsOf(directory);
    requireSupported(directory, header);
    requireComplete(directory);
    readResolution(header, directory);
    header.notices = noticesFor(directory);
    return header;
}

Image decode(std::span<const std::byte> bytes, const ImageHeader& header, const std::string& origin) {
    constexpr std::uint32_t kPremultiplied = 1;
    const ByteReader reader(bytes, origin, orderOf(bytes));
    const Directory directory(reader);
    const std::uint32_t model = modelOf(directory);
    const Image stored = decodeTiff(bytes,
                                    {.size = header.size,
                                     .channels = header.channels,
                                     .depth = header.depth,
                                     .isConverted = model > kRgb || directory.number(kBits, 0, 1) < 8,
                                     .isInverted = model == kWhiteIsZero},
                                    origin);
    // An alpha of which nothing is said (no tag, or 0) is what most programs write beside unchanged colours.
    const bool isMultiplied = stored.hasAlpha() && directory.number(kExtraSamples, 0, 0) == kPremultiplied;
    return isMultiplied ? unmultiplied(stored) : stored;
}

std::vector<std::byte> encode(const Image& image, const WriteOptions&, const ImageMetadata& metadata) {
    return encodeTiff(image, metadata);
}

} // namespace

ImageFormat tiffFormat() {
    return {.id = "tiff",
            .title = "TIFF",
            .extensions = {"tif", "tiff"},
            .deepest = PixelDepth::float32,
            .alpha = true,
            .greyAlpha = true,
            .metadata = true,
            .matches = matches,
            .inspect = inspect,
            .decode = decode,
            .encode = encode,
            .embed = embedByLibrary};
}

} // namespace palimpsest
