// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_metadata.h"

#include "core/image/colour_profile.h"
#include "core/io/byte_reader.h"
#include "core/io/exiv2_library.h"
#include "core/io/metadata_embedding.h"
#include "core/io/reading_notices.h"
#include "core/io/xmp_packet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

namespace palimpsest {
namespace {

constexpr double kCentimetresPerInch = 2.54;

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

/// The profile if it fits the picture, else what can take its place.
void takeProfile(EmbeddedMetadata& found, std::vector<std::byte> profile, int channels) {
    if (fits(profile, channels)) {
        found.metadata.iccProfile = std::move(profile);
        return;
    }
    if (channels < 3) {
        found.metadata.iccProfile = greyProfileFrom(profile);
    }
    const bool isInks = hasText(profile, 16, "CMYK"); // said by the format
    if (!found.metadata.iccProfile.empty()) {
        found.notices.emplace_back(kGreyProfileNotice);
    } else if (!isInks) {
        found.notices.emplace_back(kOtherProfileNotice);
    }
}

void takePacket(EmbeddedMetadata& found, const std::string& packet) {
    const CleanPacket clean = cleanedPacket(packet);
    found.metadata.xmp = copied(reinterpret_cast<const Exiv2::byte*>(clean.text.data()), clean.text.size());
    if (clean.hadAttachments) {
        found.notices.emplace_back(kAttachmentsNotice);
    }
}

void read(EmbeddedMetadata& found, std::span<const std::byte> bytes, int channels) {
    const auto image = Exiv2::ImageFactory::open(raw(bytes), static_cast<long>(bytes.size()));
    image->readMetadata();
    image->writeXmpFromPacket(true); // its packet as it is, not made anew,
    if (image->xmpPacket().empty()) {
        image->writeXmpFromPacket(false); // unless it kept none
    }
    Exiv2::ExifData& exif = image->exifData();
    found.orientation = takeOrientation(exif);
    found.metadata.dotsPerInchX = resolution(exif, "Exif.Image.XResolution");
    found.metadata.dotsPerInchY = resolution(exif, "Exif.Image.YResolution");
    if (image->iccProfileDefined()) {
        const Exiv2::DataBuf* profile = image->iccProfile();
        takeProfile(found, copied(profile->pData_, static_cast<std::size_t>(profile->size_)), channels);
    }
    dropFileTags(exif);
    std::vector<std::string> leftOut;
    found.metadata.exif = encodedExif(exif, leftOut);
    if (!leftOut.empty()) {
        found.notices.push_back(longExifLoss(leftOut));
    }
    if (!image->xmpPacket().empty()) {
        takePacket(found, image->xmpPacket());
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

void setResolution(Exiv2::ExifData& exif, const ImageMetadata& metadata) {
    constexpr std::uint32_t kDenominator = 100;
    const auto rational = [](double value) -> Exiv2::URational {
        return {static_cast<std::uint32_t>(std::lround(value * kDenominator)), std::uint32_t{kDenominator}};
    };
    exif["Exif.Image.XResolution"] = rational(metadata.dotsPerInchX);
    exif["Exif.Image.YResolution"] = rational(metadata.dotsPerInchY);
    exif["Exif.Image.ResolutionUnit"] = std::uint16_t{2};
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
    std::vector<std::string> leftOut; // was said when the picture was read
    prepared.exif = encodedExif(exif, leftOut);
    return prepared;
}

} // namespace palimpsest
