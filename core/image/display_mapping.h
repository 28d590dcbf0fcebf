// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/display_frame.h"
#include "core/image/image.h"

#include <cstdint>

namespace palimpsest {

/// How a picture comes to the screen.
struct DisplayMapping {
    enum class Backdrop { checkerboard, plain };

    Rect area;                                  ///< part of the picture; empty: all of it
    Size size;                                  ///< of the frame; empty: that of the area
    Backdrop backdrop = Backdrop::checkerboard; ///< what shows through where the picture is transparent
    std::uint32_t plainColour = 0xffffffff;     ///< 0xffRRGGBB
};

/// Maps [0,1] linearly to 0 .. 255 (values beyond are clipped, NaN is black) and lays the picture over the backdrop.
/// The checkerboard has squares of 8 pixels of the document, or of the frame where it is reduced.
/// Throws Bug if the area does not lie within the image.
DisplayFrame displayFrame(const Image& image, const DisplayMapping& mapping = {});

} // namespace palimpsest
