// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/variants/run_maps.h"

namespace palimpsest::ui {
namespace {

std::size_t byteSize(const SolutionMaps& maps) {
    return maps.mean.byteSize() + maps.deviation.byteSize() + maps.invented.byteSize() + maps.residual.byteSize();
}

} // namespace

void RunMaps::add(int run, const SolutionMaps& maps) {
    maps_[run] = std::make_shared<const SolutionMaps>(maps);
    std::size_t bytes = 0;
    for (const auto& entry : maps_) {
        bytes += byteSize(*entry.second);
    }
    while (bytes > kByteBudget && maps_.size() > 1) {
        bytes -= byteSize(*maps_.begin()->second);
        maps_.erase(maps_.begin());
    }
}

std::shared_ptr<const SolutionMaps> RunMaps::of(int run) const {
    const auto found = maps_.find(run);
    return found == maps_.end() ? nullptr : found->second;
}

} // namespace palimpsest::ui
