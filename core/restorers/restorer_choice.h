// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/evaluation_cost.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

class PriorCatalogue;
struct RestoreSpec;

/// What a plan has to know of a feed-forward restorer before it is loaded.
struct RestorerTraits {
    std::string id;
    std::string title;
    std::vector<std::string> tasks;
    int scale = 1;
    EvaluationCost cost; ///< for each pixel of its input
    std::int64_t weightBytes = 0;

    bool serves(std::string_view task) const;
    bool operator==(const RestorerTraits&) const = default;
};

/// All that are installed and usable, sorted by id.
std::vector<RestorerTraits> installedRestorers(const PriorCatalogue& catalogue);

/// The restorer that the spec names as its method or first estimate, or, where it leaves both to the task, the first
/// installed one that serves the task; none: the spec names something else. Throws Error(badArgument) for a named one
/// that does not serve the task.
std::optional<RestorerTraits> chosenRestorer(const RestoreSpec& spec, const PriorCatalogue& catalogue);

} // namespace palimpsest
