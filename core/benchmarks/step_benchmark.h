// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"

namespace palimpsest {

/// Times one step of DDIM without guidance and one of DPS through a prior, alternating, and prints the median of both
/// in milliseconds, of the clock and of all threads together, and the memory each needs at its peak, beyond what the
/// program held before and in all. The same figures of other programs come from tests/reference/speed_peers.py and
/// speed_adm.py. Arguments: prior=ID size=PIXELS rounds=N precision=auto|bf16|fp32 checkpoint=0|1 samples=N
/// network=FILE instead of a prior: random weights for {"architecture": ID, "config": {..}} in JSON.
std::string runStepBenchmark(const BenchmarkRun& run);

} // namespace palimpsest
