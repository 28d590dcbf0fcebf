// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/benchmarks.h"

#include "core/benchmarks/calibration_benchmark.h"
#include "core/benchmarks/default_search.h"
#include "core/benchmarks/inpaint_benchmark.h"
#include "core/benchmarks/network_benchmark.h"
#include "core/benchmarks/photo_benchmark.h"
#include "core/benchmarks/step_benchmark.h"

#include <array>

namespace palimpsest {
namespace {

constexpr std::array kBenchmarks = {
    BenchmarkEntry{
        "calibration",
        "What intervals of 50, 80 and 95 % really hold, for every sampling method on priors whose posterior is known.",
        runCalibrationBenchmark},
    BenchmarkEntry{"inpaint",
                   "Quality over the hole of every method on held-out photographs under three kinds of damage.",
                   runInpaintBenchmark},
    BenchmarkEntry{"network", "Rate of a network evaluation against the best convolution of the library, in one run.",
                   runNetworkBenchmark},
    BenchmarkEntry{
        "photo",
        "Quality of every method and baseline on held-out photographs: colours, enlarging, sharpening, denoising.",
        runPhotoBenchmark},
    BenchmarkEntry{"photo-search",
                   "Searches the defaults of those tasks on pictures that neither training nor the benchmark uses.",
                   runPhotoSearch},
    BenchmarkEntry{
        "start", "Quality against the number of evaluations: from noise, and from a first estimate at every t0 (CCDF).",
        runStartBenchmark},
    BenchmarkEntry{"search", "Searches the defaults on pictures that neither training nor the benchmark uses.",
                   runDefaultSearch},
    BenchmarkEntry{"step", "Time and memory of one sampling step without a gradient and of one with it.",
                   runStepBenchmark},
};

} // namespace

const Catalogue<BenchmarkEntry>& benchmarkCatalogue() {
    static const Catalogue<BenchmarkEntry> catalogue("benchmark", kBenchmarks);
    return catalogue;
}

} // namespace palimpsest
