// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/benchmarks.h"

#include <string>

namespace palimpsest {

/// "bench photo": every method and baseline on every photo problem. [pictures=FOLDER] [limit=N] [kinds=A,B] [methods=A,B]
/// [sheet=FILE.png]
std::string runPhotoBenchmark(const BenchmarkRun& run);

/// "bench start": quality against the number of evaluations, from noise and from a first estimate at every t0 (CCDF), for photo problems and
/// kinds of holes.
/// [pictures=FOLDER] [limit=N] [kinds=A,B] [method=ID]
std::string runStartBenchmark(const BenchmarkRun& run);

/// "bench photo-search": the grid of t0, evaluations and guidance parameters for photo problems, on the search's own
/// pictures. [limit=N] [kinds=A,B] [methods=A,B] [t0=A,B] [steps=A,B] [set=NAME:A,B] [estimate=ID]
std::string runPhotoSearch(const BenchmarkRun& run);

} // namespace palimpsest
