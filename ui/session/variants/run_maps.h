// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/solution_maps.h"

#include <cstddef>
#include <map>
#include <memory>

namespace palimpsest::ui {

/// The maps of the last runs, in memory only and within a budget: the oldest go first, the newest stays.
class RunMaps {
public:
    static constexpr std::size_t kByteBudget = 512U << 20U;

    void add(int run, const SolutionMaps& maps);
    /// Null if they are gone.
    std::shared_ptr<const SolutionMaps> of(int run) const;
    void clear() { maps_.clear(); }

private:
    std::map<int, std::shared_ptr<const SolutionMaps>> maps_;
};

} // namespace palimpsest::ui
