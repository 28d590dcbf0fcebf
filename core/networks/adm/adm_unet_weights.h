// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/adm/adm_unet_plan.h"
#include "core/networks/weight_plan.h"

#include <vector>

namespace palimpsest {

/// All weights, in the order of guided-diffusion's checkpoints. The last convolution of every residual block, the
/// attention's output and the network's last convolution start at zero.
std::vector<PlannedWeight> admUNetParameters(const AdmUNetConfig& config, const AdmUNetPlan& plan);

} // namespace palimpsest
