// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/photo_benchmark.h"

#include "core/base/error.h"
#include "core/engine/contest.h"
#include "core/engine/method_catalogue.h"
#include "core/engine/photo_problem.h"
#include "core/settings/locations.h"

#include <algorithm>
#include <cstdlib>
#include <sstream>

namespace palimpsest {
namespace {

std::vector<std::string> problemIds() {
    std::vector<std::string> ids;
    for (const PhotoProblem& problem : photoProblems()) {
        ids.push_back(problem.id);
    }
    return ids;
}

/// MCG with the projection of its paper, which does not look at the noise; otherwise as our row.
Contender hardMcg() {
    Contender row{"mcg, hard projection", {}};
    row.spec.method = "mcg";
    row.spec.parameters["guidance.noise-aware"] = false;
    return row;
}

/// All rows but the presets as published, whose thousand evaluations are asked for by name.
std::vector<std::string> interactiveMethods() {
    std::vector<std::string> ids{"default"};
    for (const MethodEntry& method : methodCatalogue()) {
        if (method.id != "default" && !method.isPublished()) {
            ids.emplace_back(method.id);
        }
    }
    return ids;
}

double real(const std::string& word) {
    char* end = nullptr;
    const double value = std::strtod(word.c_str(), &end);
    if (word.empty() || *end != '\0') {
        throw Error(ErrorCode::badArgument, "\"" + word + "\" is no number", "numbers are separated by commas");
    }
    return value;
}

std::vector<double> reals(const BenchmarkArguments& arguments, const std::string& key, std::vector<double> fallback) {
    if (!arguments.has(key)) {
        return fallback;
    }
    std::vector<double> values;
    for (const std::string& word : arguments.words(key)) {
        values.push_back(real(word));
    }
    return values;
}

Contender candidate(const std::string& method, double t0, int steps, const std::string& parameter, double value) {
    Contender row;
    row.spec.method = method;
    row.spec.start = t0 >= 1 ? "noise" : "estimate";
    row.spec.t0 = t0;
    row.spec.steps = steps;
    std::ostringstream title;
    title << method << " t0=" << t0 << " n=" << steps;
    if (!parameter.empty()) {
        row.spec.parameters[parameter] = value;
        title << " " << value;
    }
    row.title = title.str();
    return row;
}

} // namespace

std::string runPhotoBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "limit", "kinds", "methods", "sheet"});
    const auto pictures = damagedPhotos(arguments.text("pictures", locations().benchmarkPictures), arguments.number("limit", 0),
                                        arguments.words("kinds"));
    auto rows = namedMethods(arguments.has("methods") ? arguments.words("methods") : interactiveMethods());
    if (!arguments.has("methods")) {
        rows.push_back(hardMcg());
    }
    ContactSheet sheet;
    const QualityTable table = contest(run, pictures, rows, arguments.has("sheet") ? &sheet : nullptr);
    if (arguments.has("sheet")) {
        sheet.write(arguments.text("sheet"));
    }
    return std::to_string(pictures.size()) + " damaged pictures; PSNR in dB, SSIM, HaarPSI of the whole picture, network evaluations, "
                                             "seconds a picture\n" + table.text(problemIds(), titlesOf(rows));
}

std::string runStartBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "limit", "kinds", "method"});
    const std::vector<std::string> kinds =
        arguments.has("kinds") ? arguments.words("kinds") : std::vector<std::string>{"scratches", "upscale-4"};
    const std::string folder = arguments.text("pictures", locations().benchmarkPictures);
    std::vector<DamagedPicture> pictures = damagedPhotos(folder, arguments.number("limit", 0), kinds);
    const std::vector<DamagedPicture> holed = damagedPictures(folder, arguments.number("limit", 0), kinds);
    pictures.insert(pictures.end(), holed.begin(), holed.end());
    const std::string method = arguments.text("method", "ddnm");
    std::vector<Contender> rows;
    for (const int steps : {10, 20, 50, 100, 200}) {
        rows.push_back(candidate(method, 1, steps, {}, 0));
    }
    for (const double t0 : {0.02, 0.05, 0.1, 0.2, 0.3, 0.5}) {
        for (const int steps : {1, 2, 5, 10, 20}) {
            rows.push_back(candidate(method, t0, steps, {}, 0));
        }
    }
    const QualityTable table = contest(run, pictures, rows);
    return table.text(kinds, titlesOf(rows));
}

std::string runPhotoSearch(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "limit", "kinds", "methods", "t0", "steps", "set", "estimate"});
    const auto pictures = damagedPhotos(arguments.text("pictures", locations().searchPictures), arguments.number("limit", 0),
                                        arguments.words("kinds"));
    const std::string set = arguments.text("set");
    const std::string parameter = set.substr(0, set.find(':'));
    std::vector<double> values{0};
    if (!parameter.empty()) {
        const BenchmarkArguments list({"values=" + set.substr(std::min(set.size(), parameter.size() + 1))}, {"values"});
        values = reals(list, "values", {});
    }
    std::vector<Contender> rows;
    for (const std::string& method : arguments.words("methods")) {
        for (const double t0 : reals(arguments, "t0", {0.1, 0.3, 1})) {
            for (const double steps : reals(arguments, "steps", {10, 20, 50})) {
                for (const double value : values) {
                    rows.push_back(candidate(method, t0, static_cast<int>(steps), parameter, value));
                    rows.back().spec.estimate = arguments.text("estimate", "auto");
                }
            }
        }
    }
    const QualityTable table = contest(run, pictures, rows);
    return table.text(problemIds(), titlesOf(rows));
}

} // namespace palimpsest
