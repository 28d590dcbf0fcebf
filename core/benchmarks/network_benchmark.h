// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"

namespace palimpsest {

/// Times evaluations of a prior and, alternating with them, the library's own convolutions, and prints both in GFLOP/s;
/// also the difference between bf16 and fp32 in dB of x0. Arguments: prior=ID size=PIXELS rounds=N
std::string runNetworkBenchmark(const BenchmarkRun& run);

} // namespace palimpsest
