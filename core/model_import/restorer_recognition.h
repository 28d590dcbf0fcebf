// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model_import/recogniser.h"
#include "core/networks/weight_plan.h"

#include <functional>
#include <string>
#include <vector>

namespace palimpsest {

/// What recognisers of feed-forward restorers share: the card and the facts of one.
struct RestorerFacts {
    std::string architecture;
    std::string config; ///< JSON text
    int channels = 3;
    int nativeSize = 128; ///< px of its input: about what it was trained on
    RestorerRule rule;
};
void fillRestorer(const RestorerFacts& facts, Recognition& recognition);

/// The tasks of a network that enlarges by `scale`; by 1 it cleans pictures.
std::vector<std::string> tasksOfScale(int scale);

/// Every weight under another name; those whose new name is empty are left out.
WeightSet renamed(const WeightSet& weights, const std::function<std::string(const std::string& name)>& rename);

/// Weights without names of their own, as ncnn keeps them, get the names of the plan in its order. Throws
/// Error(badInput) if their number is another.
WeightSet namedInOrder(const WeightSet& weights, const std::vector<PlannedWeight>& plan);

/// Of a file of ncnn, how many layers of a kind it has.
int layersOfKind(const CheckpointOutline& file, const std::string& kind);

} // namespace palimpsest
