// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"

namespace palimpsest {

/// Restores held-out photographs under every kind of damage with every method and prints quality over the hole and
/// time. Arguments: pictures=FOLDER methods=a,b,... limit=N kinds=a,b sheet=FILE.png means=K
std::string runInpaintBenchmark(const BenchmarkRun& run);

} // namespace palimpsest
