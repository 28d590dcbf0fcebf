// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/unet2d/unet2d_plan.h"
#include "core/networks/weight_plan.h"

#include <vector>

namespace palimpsest {

/// All weights by their names in diffusers' state dict, in the order in which the network uses them. The last
/// convolution of every residual block, the attention's output and the network's last convolution start at zero.
std::vector<PlannedWeight> unet2dParameters(const Unet2dConfig& config, const Unet2dPlan& plan);

} // namespace palimpsest
