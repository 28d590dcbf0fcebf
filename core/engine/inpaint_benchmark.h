// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/benchmarks.h"

namespace palimpsest {

/// Restores held-out photographs under every kind of damage with every method and prints quality over the hole and time.
/// Arguments: pictures=FOLDER methods=a,b,... limit=N kinds=a,b sheet=FILE.png means=K
std::string runInpaintBenchmark(const BenchmarkRun& run);

/// Tries starts, t0, evaluations, guidances and pyramid depths on the search pictures, never on those of the benchmark.
/// Arguments: pictures=FOLDER limit=N kinds=a,b grid=coarse|first|radius|t0
std::string runDefaultSearch(const BenchmarkRun& run);

} // namespace palimpsest
