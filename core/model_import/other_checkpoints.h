// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/model_import/weight_set.h"

#include <vector>

namespace palimpsest {

/// A kind of checkpoint that people have beside their priors, and that cannot be one.
struct OtherCheckpoint {
    Message family;  ///< what it is
    Message problem; ///< one sentence: why it is no prior
    bool (*fits)(const WeightSet& weights);
};

/// Null if the weights may be those of a prior.
const OtherCheckpoint* otherCheckpoint(const WeightSet& weights);

/// Nothing but what an optimizer remembers of a training.
bool holdsOnlyOptimizers(const std::vector<WeightSet>& sets);

} // namespace palimpsest
