// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/metadata_embedding.h"

#include "core/io/byte_reader.h"
#include "core/io/exiv2_library.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace palimpsest {
namespace {

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

/// The longest payload of a JPEG segment: its length, of 16 bits, counts itself.
constexpr std::size_t kLongestPayload = 65533;

void append(std::vector<std::byte>& bytes, std::span<const std::byte> more) {
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// False, and nothing appended, if the data are too long.
bool appendSegment(std::vector<std::byte>& segments, int marker, std::string_view name,
                   std::span<const std::byte> data) {
    const std::size_t payload = name.size() + data.size();
    if (payload > kLongestPayload) {
        return false;
    }
    const std::size_t length = payload + 2;
    for (const std::size_t number : {std::size_t{0xff}, static_cast<std::size_t>(marker), length >> 8, length & 255}) {
        segments.push_back(static_cast<std::byte>(number));
    }
    append(segments, std::as_bytes(std::span(name)));
    append(segments, data);
    return true;
}

/// ICC.1, annex B.4: numbered pieces.
void appendProfile(std::vector<std::byte>& segments, std::span<const std::byte> profile, std::vector<Message>& losses) {
    constexpr std::string_view kName("ICC_PROFILE\0", 12);
    constexpr std::size_t kPiece = kLongestPayload - kName.size() - 2;
    const std::size_t count = (profile.size() + kPiece - 1) / kPiece;
    if (count > 255) {
        losses.emplace_back(kProfileLoss);
        return;
    }
    for (std::size_t i = 0; i < count; ++i) {
        std::string name(kName);
        name += static_cast<char>(i + 1);
        name += static_cast<char>(count);
        const std::size_t start = i * kPiece;
        appendSegment(segments, 0xe2, name, profile.subspan(start, std::min(kPiece, profile.size() - start)));
    }
}

/// EXIF that fits into a segment, without the longest entries if need be.
std::vector<std::byte> shortenedExif(const std::vector<std::byte>& blob, std::size_t limit,
                                     std::vector<std::string>& leftOut) {
    if (blob.size() <= limit) {
        return blob;
    }
    Exiv2::ExifData exif = decodedExif(blob);
    std::vector<std::byte> shorter = encodedExif(exif, leftOut);
    while (shorter.size() > limit && !exif.empty()) {
        const auto longest =
            std::ranges::max_element(exif, [](const auto& a, const auto& b) { return a.size() < b.size(); });
        leftOut.push_back(longest->tagName());
        exif.erase(longest);
        shorter = encodedExif(exif, leftOut);
    }
    return shorter;
}

void appendExif(std::vector<std::byte>& segments, const std::vector<std::byte>& blob, std::vector<Message>& losses) {
    constexpr std::string_view kName("Exif\0\0", 6);
    std::vector<std::string> leftOut;
    const std::vector<std::byte> exif = shortenedExif(blob, kLongestPayload - kName.size(), leftOut);
    if (!exif.empty()) {
        appendSegment(segments, 0xe1, kName, exif);
    }
    if (!leftOut.empty()) {
        losses.push_back(longExifLoss(leftOut));
    }
}

void appendIptc(std::vector<std::byte>& segments, const std::vector<std::byte>& blob, std::vector<Message>& losses) {
    Exiv2::IptcData iptc;
    if (Exiv2::IptcParser::decode(iptc, raw(blob), static_cast<std::uint32_t>(blob.size())) != 0) {
        return;
    }
    const Exiv2::DataBuf resources = Exiv2::Photoshop::setIptcIrb(nullptr, 0, iptc);
    const auto data = copied(resources.pData_, static_cast<std::size_t>(resources.size_));
    if (!appendSegment(segments, 0xed, std::string_view("Photoshop 3.0\0", 14), data)) {
        losses.emplace_back(kIptcLoss);
    }
}

/// Behind the start of the picture and its JFIF segment.
std::size_t placeForSegments(std::span<const std::byte> jpeg) {
    constexpr std::size_t kStart = 2;
    const ByteReader reader(jpeg, "JPEG", ByteOrder::big);
    return reader.u16(kStart) == 0xffe0 ? kStart + 2 + reader.u16(kStart + 2) : kStart;
}

} // namespace

Message longExifLoss(const std::vector<std::string>& entries) {
    std::string list;
    for (const std::string& name : entries) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return Message("the EXIF data of the picture are longer than 64 KiB; left out: %1", list);
}

void embedInJpeg(std::vector<std::byte>& encoded, const ImageMetadata& metadata, std::vector<Message>& losses) {
    const auto lock = libraryLock();
    std::vector<std::byte> segments;
    if (!metadata.exif.empty()) {
        appendExif(segments, metadata.exif, losses);
    }
    if (!metadata.xmp.empty() &&
        !appendSegment(segments, 0xe1, std::string_view("http://ns.adobe.com/xap/1.0/\0", 29), metadata.xmp)) {
        losses.emplace_back(kXmpLoss);
    }
    appendProfile(segments, metadata.iccProfile, losses);
    if (!metadata.iptc.empty()) {
        appendIptc(segments, metadata.iptc, losses);
    }
    const auto place = static_cast<std::ptrdiff_t>(placeForSegments(encoded));
    encoded.insert(encoded.begin() + place, segments.begin(), segments.end());
}

void embedByLibrary(std::vector<std::byte>& encoded, const ImageMetadata& metadata, std::vector<Message>& losses) {
    const auto lock = libraryLock();
    ImageMetadata rest = metadata;
    if (tryPut(encoded, rest)) {
        return;
    }
    // What is worth least goes first; the profile says what the pixels mean.
    const std::array<std::pair<std::vector<std::byte> ImageMetadata::*, Message>, 3> blocks{
        std::pair{&ImageMetadata::xmp, Message(kXmpLoss)}, std::pair{&ImageMetadata::iptc, Message(kIptcLoss)},
        std::pair{&ImageMetadata::exif, Message(kExifLoss)}};
    for (const auto& [block, loss] : blocks) {
        if ((rest.*block).empty()) {
            continue;
        }
        (rest.*block).clear();
        losses.push_back(loss);
        if (tryPut(encoded, rest)) {
            return;
        }
    }
}

} // namespace palimpsest
