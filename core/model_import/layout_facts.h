// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <vector>

namespace palimpsest {

/// "Levels of 128, 256 channels with 2 residual blocks each.": widths of the levels, finest first.
Message levelsFact(const std::vector<int>& widths, int residualBlocks);

/// "Attention in the middle and at 1/8, 1/16 of the resolution.": how many times smaller the picture is there; 1: full
/// resolution.
Message attentionFact(const std::vector<int>& downsampling);

} // namespace palimpsest
