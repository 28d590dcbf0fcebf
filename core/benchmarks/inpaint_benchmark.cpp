// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/inpaint_benchmark.h"

#include "core/benchmarks/damage.h"
#include "core/benchmarks/method_comparison.h"
#include "core/settings/locations.h"

namespace palimpsest {
namespace {

/// Methods, and the mean of several samples of the default.
std::vector<ComparedMethod> comparedMethods(const BenchmarkArguments& arguments) {
    const std::vector<std::string> ids =
        arguments.has("methods") ? arguments.words("methods")
                                 : std::vector<std::string>{"default", "fill",  "projection",    "ddnm", "mcg",
                                                            "dps",     "telea", "navier-stokes", "fsr"};
    std::vector<ComparedMethod> rows = namedMethods(ids);
    if (arguments.has("means")) {
        RestoreSpec spec;
        spec.samples = arguments.number("means", 1);
        rows.push_back({"mean of " + arguments.text("means"), spec});
    }
    return rows;
}

} // namespace

std::string runInpaintBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "methods", "limit", "kinds", "sheet", "means"});
    const auto pictures = damagedPictures(arguments.text("pictures", locations().benchmarkPictures),
                                          arguments.number("limit", 0), arguments.words("kinds"));
    const std::vector<ComparedMethod> rows = comparedMethods(arguments);
    ContactSheet sheet;
    const QualityTable table = compareMethods(run, pictures, rows, arguments.has("sheet") ? &sheet : nullptr);
    if (arguments.has("sheet")) {
        sheet.write(arguments.text("sheet"));
    }
    return std::to_string(pictures.size()) +
           " damaged pictures; PSNR in dB, SSIM, HaarPSI over the hole, network evaluations, seconds a picture\n" +
           table.text(damageIds(), titlesOf(rows));
}

} // namespace palimpsest
