// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/engine/engine.h"
#include "core/priors/prior_store.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// What a benchmark gets: its arguments from the command line, and the engine to measure.
struct BenchmarkRun {
    const std::vector<std::string>& arguments;
    Engine& engine;
    PriorStore& store;
    ProgressSink& sink;
    std::stop_token stop;
};

struct BenchmarkEntry {
    std::string_view id;
    std::string_view description;
    /// Returns the table as text.
    std::string (*run)(const BenchmarkRun& run);
};

const Catalogue<BenchmarkEntry>& benchmarkCatalogue();

} // namespace palimpsest
