// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random_stream.h"

#include <cstdint>
#include <vector>

namespace palimpsest {

/// A square mask, row by row; 1 is hole.
struct TrainingMask {
    int side = 0;
    std::vector<std::uint8_t> pixels;
    double share() const;
};

enum class HoleKind { scratches, text, dust, blobs, rectangle, halfPlane };

/// One kind of damage on an empty mask.
TrainingMask drawHole(HoleKind kind, int side, RandomStream& random);

/// A random mixture of all kinds, now and then two at once; the hole covers 0.3 to 60 % of the square.
TrainingMask drawMask(int side, RandomStream& random);

} // namespace palimpsest
