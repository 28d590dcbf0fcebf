// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// 8-bit RGB, interleaved, rows without padding.
struct RgbPicture {
    Size size;
    std::vector<std::uint8_t> pixels; ///< width * height * 3
};

/// A photo in memory with its halvings, so that a crop at any scale costs the same.
struct TrainingPicture {
    std::string name;
    std::vector<RgbPicture> levels; ///< levels[k] is the photo at 1/2^k
};

/// Averages 2 x 2 pixels per level until the shorter side would fall below `leastSide`.
TrainingPicture makeTrainingPicture(std::string name, RgbPicture picture, int leastSide);

} // namespace palimpsest
