// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_metadata.h"

#include "core/io/byte_reader.h"

#include <exiv2/exiv2.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <mutex>
#include <string>
#include <utility>

namespace palimpsest {
namespace {

constexpr double kCentimetresPerInch = 2.54;

/// The library's XMP toolkit has global state.
std::unique_lock<std::mutex> libraryLock() {
    static std::mutex mutex;
    std::unique_lock lock(mutex);
    static const bool ready = [] {
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
        return Exiv2::XmpParser::initialize();
    }();
    static_cast<void>(ready);
    return lock;
}

std::vector<std::byte> copied(const Exiv2::byte* data, std::size_t size) {
    const auto bytes = std::as_bytes(std::span(data, size));
    return {bytes.begin(), bytes.end()};
}

const Exiv2::byte* raw(std::span<const std::byte> bytes) { return reinterpret_cast<const Exiv2::byte*>(bytes.data()); }

/// The profile's colour space (ICC.1, byte 16 of the header) must fit the picture.
bool fits(std::span<const std::byte> profile, int channels) {
    return hasText(profile, 16, channels >= 3 ? "RGB " : "GRAY");
}

int takeOrientation(Exiv2::ExifData& exif) {
    const auto found = exif.findKey(Exiv2::ExifKey("Exif.Image.Orientation"));
    if (found == exif.end() || found->count() == 0) {
        return 1;
    }
    const long value = found->toLong();
    *found = std::uint16_t{1};
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
}

/// Tags of TIFF that say how the pixels of this one file are stored, or that are carried on their own: XMP 700, IPTC
/// 33723, Photoshop 34377, ICC 34675.
bool describesStorage(std::uint16_t tag) {
    constexpr std::array<std::pair<int, int>, 18> kRanges{{
        {254, 259}, // kind of page, size, bits, compression
        {262, 266}, // colour model, halftoning, order of bits
        {273, 273}, // strips
        {277, 281}, // samples, strips, range of values
        {284, 284}, // planes
        {288, 293}, // free space, grey response, fax
        {297, 297}, // page number
        {301, 301}, // transfer function
        {317, 317}, // predictor
        {320, 334}, // palette, tiles, inks
        {336, 347}, // inks, extra samples, sample format, tables
        {512, 532}, // old JPEG, YCbCr
        {559, 559}, // strip rows
        {700, 700},
        {33723, 33723},
        {34377, 34377},
        {34675, 34675},
        {50341, 50341}, // print image matching
    }};
    return std::ranges::any_of(kRanges, [&](const auto& range) { return tag >= range.first && tag <= range.second; });
}

/// What belongs to the file that was read and not to the picture: its layout, further pictures, thumbnails.
void dropFileTags(Exiv2::ExifData& exif) {
    Exiv2::ExifThumb(exif).erase();
    for (auto tag = exif.begin(); tag != exif.end();) {
        const std::string group = tag->groupName();
        const bool isOtherPicture = group.starts_with("Sub") || group.starts_with("Image2") ||
                                    group.starts_with("Image3") || group == "Thumbnail";
        tag = isOtherPicture || (group == "Image" && describesStorage(tag->tag())) ? exif.erase(tag) : std::next(tag);
    }
}

double resolution(const Exiv2::ExifData& exif, const char* key) {
    const auto unit = exif.findKey(Exiv2::ExifKey("Exif.Image.ResolutionUnit"));
    const auto value = exif.findKey(Exiv2::ExifKey(key));
    if (value == exif.end() || value->count() == 0 || value->toRational().second == 0) {
        return 0;
    }
    const double number = value->toFloat();
    return unit != exif.end() && unit->count() > 0 && unit->toLong() == 3 ? number * kCentimetresPerInch : number;
}

std::vector<std::byte> exifBlob(const Exiv2::ExifData& exif) {
    Exiv2::Blob blob;
    if (!exif.empty()) {
        Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    }
    return copied(blob.data(), blob.size());
}

/// The packet with its own copy of the orientation reset.
std::vector<std::byte> xmpBlob(const std::string& packet) {
    std::string result = packet;
    if (Exiv2::XmpData data;
        packet.find("Orientation") != std::string::npos && Exiv2::XmpParser::decode(data, packet) == 0) {
        if (const auto found = data.findKey(Exiv2::XmpKey("Xmp.tiff.Orientation")); found != data.end()) {
            found->setValue("1");
            Exiv2::XmpParser::encode(result, data);
        }
    }
    return copied(reinterpret_cast<const Exiv2::byte*>(result.data()), result.size());
}

void read(EmbeddedMetadata& found, std::span<const std::byte> bytes, int channels) {
    const auto image = Exiv2::ImageFactory::open(raw(bytes), static_cast<long>(bytes.size()));
    image->readMetadata();
    Exiv2::ExifData& exif = image->exifData();
    found.orientation = takeOrientation(exif);
    found.metadata.dotsPerInchX = resolution(exif, "Exif.Image.XResolution");
    found.metadata.dotsPerInchY = resolution(exif, "Exif.Image.YResolution");
    if (image->iccProfileDefined()) {
        const Exiv2::DataBuf* profile = image->iccProfile();
        found.metadata.iccProfile = copied(profile->pData_, static_cast<std::size_t>(profile->size_));
        if (!fits(found.metadata.iccProfile, channels)) {
            found.metadata.iccProfile.clear();
        }
    }
    dropFileTags(exif);
    found.metadata.exif = exifBlob(exif);
    if (!image->xmpPacket().empty()) {
        found.metadata.xmp = xmpBlob(image->xmpPacket());
    }
    if (!image->iptcData().empty()) {
        const Exiv2::DataBuf iptc = Exiv2::IptcParser::encode(image->iptcData());
        found.metadata.iptc = copied(iptc.pData_, static_cast<std::size_t>(iptc.size_));
    }
}

void setIfPresent(Exiv2::ExifData& exif, const char* key, std::uint32_t value) {
    if (const auto found = exif.findKey(Exiv2::ExifKey(key)); found != exif.end()) {
        *found = value;
    }
}

Exiv2::ExifData decodedExif(const std::vector<std::byte>& blob) {
    Exiv2::ExifData exif;
    if (!blob.empty()) {
        Exiv2::ExifParser::decode(exif, raw(blob), static_cast<std::uint32_t>(blob.size()));
    }
    return exif;
}

void setResolution(Exiv2::ExifData& exif, const ImageMetadata& metadata) {
    constexpr std::uint32_t kDenominator = 100;
    const auto rational = [](double value) -> Exiv2::URational {
        return {static_cast<std::uint32_t>(std::lround(value * kDenominator)), std::uint32_t{kDenominator}};
    };
    exif["Exif.Image.XResolution"] = rational(metadata.dotsPerInchX);
    exif["Exif.Image.YResolution"] = rational(metadata.dotsPerInchY);
    exif["Exif.Image.ResolutionUnit"] = std::uint16_t{2};
}

void put(Exiv2::Image& image, const ImageMetadata& metadata) {
    image.readMetadata();
    if (const Exiv2::ExifData exif = decodedExif(metadata.exif); !exif.empty()) {
        image.setExifData(exif);
    }
    if (!metadata.xmp.empty()) {
        image.setXmpPacket(std::string(reinterpret_cast<const char*>(metadata.xmp.data()), metadata.xmp.size()));
        image.writeXmpFromPacket(true);
    }
    Exiv2::IptcData iptc;
    const auto iptcSize = static_cast<std::uint32_t>(metadata.iptc.size());
    if (iptcSize > 0 && Exiv2::IptcParser::decode(iptc, raw(metadata.iptc), iptcSize) == 0) {
        image.setIptcData(iptc);
    }
    if (!metadata.iccProfile.empty()) {
        Exiv2::DataBuf profile(raw(metadata.iccProfile), static_cast<long>(metadata.iccProfile.size()));
        image.setIccProfile(profile, false);
    }
    image.writeMetadata();
}

std::vector<std::byte> contentOf(Exiv2::Image& image) {
    Exiv2::BasicIo& file = image.io();
    if (file.open() != 0) {
        return {};
    }
    const Exiv2::IoCloser closer(file);
    const Exiv2::DataBuf content = file.read(static_cast<long>(file.size()));
    return copied(content.pData_, static_cast<std::size_t>(content.size_));
}

/// False, and nothing changed, if the library refuses.
bool tryPut(std::vector<std::byte>& encoded, const ImageMetadata& metadata) {
    try {
        const auto image = Exiv2::ImageFactory::open(raw(encoded), static_cast<long>(encoded.size()));
        put(*image, metadata);
        std::vector<std::byte> result = contentOf(*image);
        encoded.swap(result);
        return true;
    } catch (const Exiv2::AnyError&) {
        return false;
    }
}

} // namespace

EmbeddedMetadata readMetadata(std::span<const std::byte> bytes, int channels) {
    const auto lock = libraryLock();
    EmbeddedMetadata found;
    try {
        read(found, bytes, channels);
    } catch (const Exiv2::AnyError&) {
        // What was read before the damage stands.
    }
    return found;
}

ImageMetadata preparedMetadata(const ImageMetadata& metadata, Size size, int channels, bool resolutionInExif) {
    ImageMetadata prepared = metadata;
    if (!fits(metadata.iccProfile, channels)) {
        prepared.iccProfile.clear();
    }
    const auto lock = libraryLock();
    Exiv2::ExifData exif = decodedExif(metadata.exif);
    setIfPresent(exif, "Exif.Photo.PixelXDimension", static_cast<std::uint32_t>(size.width));
    setIfPresent(exif, "Exif.Photo.PixelYDimension", static_cast<std::uint32_t>(size.height));
    if (resolutionInExif && metadata.dotsPerInchX > 0 && metadata.dotsPerInchY > 0) {
        setResolution(exif, metadata);
    }
    prepared.exif = exifBlob(exif);
    return prepared;
}

void embedByLibrary(std::vector<std::byte>& encoded, const ImageMetadata& metadata) {
    const auto lock = libraryLock();
    if (!tryPut(encoded, metadata)) {
        ImageMetadata less = metadata;
        less.xmp.clear();
        tryPut(encoded, less);
    }
}

} // namespace palimpsest
