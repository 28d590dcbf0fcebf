// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/byte_reader.h"
#include "core/io/format_entries.h"
#include "core/io/image_limits.h"
#include "core/io/image_metadata.h"
#include "core/io/reading_notices.h"

#include <opencv2/imgcodecs.hpp>

#include <algorithm>
#include <cmath>
#include <map>

// TIFF 6.0. Of a file with several pages the first is read.

namespace palimpsest {
namespace {

enum Tag : int {
    kPageKind = 254,
    kWidth = 256,
    kHeight = 257,
    kBits = 258,
    kPhotometric = 262,
    kStripOffsets = 273,
    kOrientation = 274,
    kSamples = 277,
    kStripBytes = 279,
    kResolutionX = 282,
    kResolutionY = 283,
    kPlanar = 284,
    kResolutionUnit = 296,
    kTileOffsets = 324,
    kTileBytes = 325,
    kExtraSamples = 338,
    kSampleFormat = 339,
};

constexpr std::uint32_t kAssociatedAlpha = 1;
constexpr std::uint32_t kUnassociatedAlpha = 2;
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

PixelDepth depthOf(const Directory& directory) {
    constexpr std::uint32_t kFloat = 3;
    const std::uint32_t bits = directory.number(kBits, 0, 1);
    const bool isFloat = directory.number(kSampleFormat, 0, 1) == kFloat;
    if (isFloat && (bits == 32 || bits == 64)) {
        return PixelDepth::float32;
    }
    if (!isFloat && bits <= 8) {
        return PixelDepth::uint8;
    }
    if (!isFloat && bits == 16) {
        return PixelDepth::uint16;
    }
    throw unsupported(directory, isFloat ? Message("%1-bit floats", bits) : Message("%1-bit integers", bits));
}

int channelsOf(const Directory& directory) {
    constexpr std::uint32_t kMissing = 0xffff;
    const std::uint32_t samples = directory.number(kSamples, 0, 1);
    switch (directory.number(kPhotometric, 0, kMissing)) {
    case 0: // white is zero
    case 1: // black is zero
        if (samples > 1) {
            throw unsupported(directory, Message("grey and %1 more channels", samples - 1));
        }
        return 1;
    case 2: // RGB
        if (samples != 3 && samples != 4) {
            throw unsupported(directory, Message("%1 channels", samples));
        }
        return static_cast<int>(samples);
    case 3: // palette
    case 5: // CMYK
    case 6: // YCbCr
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
    for (std::uint32_t i = 0; i < directory.count(offsets); ++i) {
        directory.reader().part(directory.number(offsets, i, 0), directory.number(lengths, i, 0));
    }
}

/// What the decoder gets wrong or refuses.
void requireSupported(const Directory& directory, const ImageHeader& header) {
    const std::uint32_t model = directory.number(kPhotometric, 0, 1);
    if (header.depth == PixelDepth::uint8) {
        return;
    }
    if (header.channels > 1 && directory.number(kPlanar, 0, 1) != 1) {
        throw unsupported(directory, "separate colour planes");
    }
    if (model != 1 && model != 2) {
        throw unsupported(directory, "inverted grey, CMYK or YCbCr of more than 8 bits");
    }
}

std::vector<Message> noticesFor(const Directory& directory) {
    constexpr std::uint32_t kPalette = 3;
    constexpr std::uint32_t kInks = 5;
    std::vector<Message> notices;
    const std::uint32_t model = directory.number(kPhotometric, 0, 1);
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
    header.premultiplied = header.channels == 4 && directory.number(kExtraSamples, 0, 0) == kAssociatedAlpha;
    requireSupported(directory, header);
    requireComplete(directory);
    readResolution(header, directory);
    header.notices = noticesFor(directory);
    return header;
}

void overwrite(std::vector<std::byte>& bytes, const Field& field, ByteOrder order, std::uint16_t value) {
    const std::size_t low = field.at + (order == ByteOrder::big ? 1 : 0);
    const std::size_t high = field.at + (order == ByteOrder::big ? 0 : 1);
    bytes[low] = static_cast<std::byte>(value & 255);
    bytes[high] = static_cast<std::byte>(value >> 8);
}

/// The decoder would turn the picture by its orientation, and multiply colours with an unassociated alpha.
void prepare(std::vector<std::byte>& bytes) {
    constexpr std::uint16_t kShort = 3;
    const ByteOrder order = orderOf(bytes);
    const ByteReader reader(bytes, "TIFF", order);
    const Directory directory(reader);
    if (const Field* field = directory.find(kOrientation); field && field->type == kShort && field->count == 1) {
        overwrite(bytes, *field, order, 1);
    }
    const Field* extra = directory.find(kExtraSamples);
    if (extra && extra->type == kShort && extra->count == 1 &&
        directory.number(kExtraSamples, 0, 0) == kUnassociatedAlpha) {
        overwrite(bytes, *extra, order, kAssociatedAlpha);
    }
}

std::vector<int> flags(const WriteOptions&, const ImageMetadata& metadata) {
    constexpr int kLzw = 5; // the library's default for float is a lossy one
    std::vector<int> flags{cv::IMWRITE_TIFF_COMPRESSION, kLzw};
    if (metadata.dotsPerInchX > 0 && metadata.dotsPerInchY > 0) {
        flags.insert(flags.end(), {cv::IMWRITE_TIFF_RESUNIT, 2, cv::IMWRITE_TIFF_XDPI,
                                   static_cast<int>(std::lround(metadata.dotsPerInchX)), cv::IMWRITE_TIFF_YDPI,
                                   static_cast<int>(std::lround(metadata.dotsPerInchY))});
    }
    return flags;
}

} // namespace

ImageFormat tiffFormat() {
    return {.id = "tiff",
            .title = "TIFF",
            .extensions = {"tif", "tiff"},
            .deepest = PixelDepth::float32,
            .alpha = true,
            .metadata = true,
            .matches = matches,
            .inspect = inspect,
            .prepare = prepare,
            .flags = flags,
            .embed = embedByLibrary};
}

} // namespace palimpsest
