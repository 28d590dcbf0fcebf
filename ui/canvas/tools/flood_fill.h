// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "ui/canvas/region.h"

namespace palimpsest::ui {

struct FloodFill {
    int x = 0; ///< where it starts, within the picture
    int y = 0;
    int tolerance = 0;      ///< greatest difference of any channel (alpha too), on the 8-bit scale
    bool contiguous = true; ///< only what hangs together with the start by sides of pixels
};

/// The pixels that are like the one at the start.
Region similarRegion(const Image& image, const FloodFill& fill);

} // namespace palimpsest::ui
