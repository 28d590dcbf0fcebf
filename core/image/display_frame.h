// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace palimpsest {

/// A piece of picture ready for the screen: opaque BGRA of 8 bits, row by row (the layout of QImage::Format_RGB32).
/// `area` says where it belongs, in pixels of the document, or of a result that is `scale` times as wide and high; the
/// frame may be smaller than the area (a coarse level of the pyramid), then it is to be stretched over it.
struct DisplayFrame {
    Rect area;
    Size size;
    std::shared_ptr<const std::vector<std::uint32_t>> pixels;
    int scale = 1; ///< pixels of `area` along the side of a pixel of the document: the factor of upscaling
};

} // namespace palimpsest
