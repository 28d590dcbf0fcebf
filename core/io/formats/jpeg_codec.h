// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

// libjpeg itself, and not OpenCV's wrapper: that halves the resolution of colours at every quality, takes no density,
// and lets warnings through to the terminal.

/// Grey, or RGB (from YCbCr, CMYK and YCCK too), 8 bits, as stored. Data damaged in the middle is decoded as far as
/// possible. Throws Error(badInput) if nothing can be decoded.
Image decodeJpeg(std::span<const std::byte> bytes, const std::string& origin);

/// Baseline JPEG of a grey or RGB picture of 8 bits (else Bug), quality 1 .. 100; colours at full resolution from 90
/// on, at half below. A resolution of 0 is written as unknown. Throws Error(failed) beyond 65500 pixels a side.
std::vector<std::byte> encodeJpeg(const Image& image, int quality, double dotsPerInchX, double dotsPerInchY);

} // namespace palimpsest
