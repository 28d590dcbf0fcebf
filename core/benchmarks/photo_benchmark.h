// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"

#include <string>

namespace palimpsest {

/// "bench photo": every method and baseline on every photo problem. [pictures=FOLDER] [limit=N] [kinds=A,B]
/// [methods=A,B] [sheet=FILE.png]
std::string runPhotoBenchmark(const BenchmarkRun& run);

/// "bench start": quality against the number of evaluations, from noise and from a first estimate at every t0 (CCDF),
/// for photo problems and kinds of holes. [pictures=FOLDER] [limit=N] [kinds=A,B] [method=ID] [noise=STEPS,..] [t0=A,B]
/// [steps=A,B]
std::string runStartBenchmark(const BenchmarkRun& run);

/// "bench photo-search": a grid of methods, t0, evaluations, first estimates, step rules and parameters for photo
/// problems, on the search's own pictures. methods=A,B [pictures=FOLDER] [limit=N] [kinds=A,B] [t0=A,B] [steps=A,B]
/// [estimate=A,B] [step-rule=A,B] [set=NAME:A,B/NAME:A,B]
std::string runPhotoSearch(const BenchmarkRun& run);

} // namespace palimpsest
