// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exiv2/exiv2.hpp>

#include <cstddef>
#include <mutex>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// To be held around all work with exiv2, whose XMP toolkit has global state.
std::unique_lock<std::mutex> libraryLock();

std::vector<std::byte> copied(const Exiv2::byte* data, std::size_t size);
inline const Exiv2::byte* raw(std::span<const std::byte> bytes) {
    return reinterpret_cast<const Exiv2::byte*>(bytes.data());
}

Exiv2::ExifData decodedExif(const std::vector<std::byte>& blob);

/// A TIFF structure. The library leaves out long entries if all of them exceed the 64 KiB of a JPEG; their names are
/// added to `leftOut`.
std::vector<std::byte> encodedExif(const Exiv2::ExifData& exif, std::vector<std::string>& leftOut);

} // namespace palimpsest
