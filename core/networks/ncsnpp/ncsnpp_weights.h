// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/ncsnpp/ncsnpp_plan.h"
#include "core/networks/weight_plan.h"

#include <vector>

namespace palimpsest {

/// All weights, in the order of the original's parameters(), which is that of the moving average in its checkpoints:
/// there the one that is not trained, "all_modules.0.W" of the embedding "fourier", is left out.
/// The last convolution of every residual block, the attention's output and the convolutions to the output start at
/// zero.
std::vector<PlannedWeight> ncsnppParameters(const NcsnppConfig& config, const NcsnppPlan& plan);

} // namespace palimpsest
