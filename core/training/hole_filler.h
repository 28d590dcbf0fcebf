// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_picture.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace palimpsest {

enum class HoleFill { navierStokes, telea, frequencySelective };

/// Fills `picture` where `hole` (one value per pixel) is 1, in place, from what is known. Given from outside, because
/// this module knows no picture library; called from several threads at once.
using HoleFiller = std::function<void(RgbPicture& picture, const std::vector<std::uint8_t>& hole, HoleFill fill)>;

} // namespace palimpsest
