// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model_import/recognition.h"
#include "core/model_import/weight_set.h"
#include "core/networks/weight_plan.h"

#include <vector>

namespace palimpsest {

/// Pairs what a network needs with what a checkpoint has, by name. Shapes must be equal but for sides of 1 at their end
/// (a convolution of single pixels is a matrix). Throws Error(badInput) naming the first tensor that is missing, of
/// another shape, of a type that is no floating-point number, or left over.
std::vector<WeightSource> matchedWeights(const WeightSet& stored, const std::vector<PlannedWeight>& plan);

} // namespace palimpsest
