// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <vector>

namespace at {
class Tensor;
}

namespace palimpsest {

/// A piece of a level that the network sees at once. Its core is written back; around it lies context that other tiles
/// own.
struct Tile {
    Rect area;
    Rect core;
};

/// Tiles of at most `side` pixels that together own every hole pixel once, in reading order; where the level is small
/// it is one tile. Tiles without a hole are left out. The side is halved where that lets the network see fewer pixels
/// (thin scratches across a large picture), down to 128. `overlap` is the context around a core.
std::vector<Tile> planTiles(const at::Tensor& hole, int side, int overlap);

} // namespace palimpsest
