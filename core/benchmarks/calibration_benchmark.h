// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"

#include <string>

namespace palimpsest {

/// "bench calibration": what intervals of 50, 80 and 95 % around the mean of the samples really hold, for every
/// sampling method on priors whose posterior is known. [methods=A,B] [output=FILE.svg]
std::string runCalibrationBenchmark(const BenchmarkRun& run);

} // namespace palimpsest
