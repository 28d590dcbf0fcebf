// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// The data window of a single-part file as floats: grey (1) from Y, or RGB (3) from R, G and B or from luminance and
/// chroma. Throws Error(badInput) if any pixel cannot be decoded.
Image decodeExr(std::span<const std::byte> bytes, int channels, const std::string& origin);

/// Grey or RGB floats (else Bug). `attributes` are those of the file that was read, as they stand in its header:
/// windows (moved to another size by whole factors), precision (half or float), compression unless lossy, and what else
/// is no layout. Damaged ones are left out. Throws Error(failed).
std::vector<std::byte> encodeExr(const Image& image, const std::vector<std::byte>& attributes);

} // namespace palimpsest
