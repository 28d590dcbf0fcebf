// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/calibration_benchmark.h"

#include "core/base/error.h"
#include "core/benchmarks/calibration_plot.h"
#include "core/benchmarks/calibration_trial.h"
#include "core/benchmarks/quality_table.h"
#include "core/files/atomic_file.h"

#include <algorithm>
#include <cstdio>

namespace palimpsest {
namespace {

std::vector<CalibrationTrial> chosenTrials(const BenchmarkArguments& arguments) {
    std::vector<CalibrationTrial> trials = calibrationTrials();
    if (arguments.has("methods")) {
        const std::vector<std::string> wanted = arguments.words("methods");
        std::erase_if(trials, [&](const CalibrationTrial& trial) {
            return !trial.guidance.empty() && std::find(wanted.begin(), wanted.end(), trial.guidance) == wanted.end();
        });
    }
    return trials;
}

std::string lineOf(const MeasuredTrial& measured) {
    char line[160];
    const auto& [trial, covered] = measured;
    std::snprintf(line, sizeof line, "%-24s %8.1f %8.1f %8.1f\n", trial.title.c_str(), 100 * covered[0],
                  100 * covered[1], 100 * covered[2]);
    return line;
}

std::string tableOf(const std::vector<MeasuredTrial>& trials) {
    std::string text =
        "Share of the truths, in %, within the interval around the mean of the samples that claims 50, 80 and 95 %\n";
    for (const std::string& problem : calibrationProblems()) {
        text += "\n" + problem + std::string(problem.size() < 24 ? 24 - problem.size() : 0, ' ') +
                "     50 %     80 %     95 %\n";
        for (const MeasuredTrial& measured : trials) {
            text += measured.first.problem == problem ? lineOf(measured) : std::string();
        }
    }
    return text;
}

} // namespace

std::string runCalibrationBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"methods", "output"});
    if (arguments.has("output") && !arguments.text("output").ends_with(".svg")) {
        throw Error(ErrorCode::badArgument,
                    Message("the plot is an SVG drawing, and %1 is not named so", arguments.text("output")),
                    "end its name in .svg");
    }
    std::vector<MeasuredTrial> measured;
    const std::vector<CalibrationTrial> trials = chosenTrials(arguments);
    for (const CalibrationTrial& trial : trials) {
        measured.emplace_back(trial, measuredCoverage(trial, run.stop));
        run.sink.progressed({.done = static_cast<std::int64_t>(measured.size()),
                             .total = static_cast<std::int64_t>(trials.size()),
                             .phase = Message("%1, %2", trial.problem, trial.title)});
    }
    if (arguments.has("output")) {
        writeFileAtomically(arguments.text("output"), calibrationPlot(measured));
    }
    return tableOf(measured);
}

} // namespace palimpsest
