// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"

#include <string>

namespace palimpsest {

/// "bench search": the settings of the default for holes, on pictures that neither training nor the benchmark uses.
/// [grid=coarse|t0|first|radius] [pictures=FOLDER] [limit=N] [kinds=A,B]
std::string runDefaultSearch(const BenchmarkRun& run);

} // namespace palimpsest
