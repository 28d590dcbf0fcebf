// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// Grey or RGB, with alpha if the file has it or a transparent colour; palettes and fewer than 8 bits are expanded, 16
/// bits kept. Chunks of metadata are passed over, gamma changes nothing. Throws Error(badInput) if any pixel cannot be
/// decoded.
Image decodePng(std::span<const std::byte> bytes, const std::string& origin);

/// How hard zlib tries; see zlib.h.
struct PngCompression {
    int level = 6;
    int strategy = 0;
};

/// 8 or 16 bits (else Bug), any channels, without metadata. Throws Error(failed).
std::vector<std::byte> encodePng(const Image& image, PngCompression compression);

} // namespace palimpsest
