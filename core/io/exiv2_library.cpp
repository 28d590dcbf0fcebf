// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/exiv2_library.h"

namespace palimpsest {

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

Exiv2::ExifData decodedExif(const std::vector<std::byte>& blob) {
    Exiv2::ExifData exif;
    if (!blob.empty()) {
        Exiv2::ExifParser::decode(exif, raw(blob), static_cast<std::uint32_t>(blob.size()));
    }
    return exif;
}

/// Entries that the library leaves out of data that would not fit into a JPEG are no smaller.
static constexpr long kSmallestLeftOut = 4096;

std::vector<std::byte> encodedExif(const Exiv2::ExifData& exif, std::vector<std::string>& leftOut) {
    Exiv2::Blob blob;
    if (!exif.empty()) {
        Exiv2::ExifParser::encode(blob, Exiv2::littleEndian, exif);
    }
    std::vector<std::byte> bytes = copied(blob.data(), blob.size());
    const Exiv2::ExifData kept = decodedExif(bytes);
    for (const Exiv2::Exifdatum& entry : exif) {
        if (entry.size() > kSmallestLeftOut && kept.findKey(Exiv2::ExifKey(entry.key())) == kept.end()) {
            leftOut.push_back(entry.tagName());
        }
    }
    return bytes;
}

} // namespace palimpsest
