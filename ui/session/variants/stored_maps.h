// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/solution_maps.h"

#include <cstdint>
#include <optional>
#include <string>

namespace palimpsest::ui {

/// The maps of a session's runs as files beside its variants: run-0001-deviation.tif, -invented.tif and -residual.tif
/// (float), and run-0001-maps.json, which is written last and holds the curve and the noise. The mean is not here: it
/// is the run's variant 0. Together they stay within a budget: the oldest go first. A value; every function may be
/// called on any thread.
class StoredMaps {
public:
    static constexpr std::int64_t kByteBudget = 512LL << 20U;

    StoredMaps() = default;
    explicit StoredMaps(std::string folder, std::int64_t byteBudget = kByteBudget)
        : folder_(std::move(folder)), byteBudget_(byteBudget) {}

    /// Does nothing for maps that alone are larger than the budget. Throws Error if the disk refuses.
    void write(int run, const SolutionMaps& maps) const;
    /// Nothing if they are not there, or not whole.
    std::optional<SolutionMaps> read(int run) const;
    void remove(int run) const;

private:
    std::string path(int run, const char* ending) const;
    void makeRoomFor(std::int64_t bytes) const;

    std::string folder_;
    std::int64_t byteBudget_ = kByteBudget;
};

} // namespace palimpsest::ui
