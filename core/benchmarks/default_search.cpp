// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/default_search.h"

#include "core/benchmarks/damage.h"
#include "core/benchmarks/method_comparison.h"
#include "core/settings/locations.h"

#include <sstream>

namespace palimpsest {
namespace {

/// One point of the search.
std::vector<ComparedMethod> candidates(const std::string& grid) {
    std::vector<ComparedMethod> rows;
    const auto add = [&](const std::string& method, double t0, int steps, double radius) {
        RestoreSpec spec;
        spec.method = method;
        if (steps > 0) {
            spec.start = "estimate";
            spec.t0 = t0;
            spec.steps = steps;
        }
        spec.parameters["pyramid.radius"] = radius;
        std::ostringstream title;
        title << method << " t0=" << t0 << " n=" << steps << " r=" << radius;
        rows.push_back({title.str(), spec});
    };
    if (grid == "first") {
        for (const std::string first : {"navier-stokes", "telea", "fsr"}) {
            for (const std::int64_t views : {1, 4}) {
                RestoreSpec spec;
                spec.method = "fill";
                spec.parameters = {{"fill.first", first}, {"fill.views", views}};
                rows.push_back({"fill " + first + " views=" + std::to_string(views), spec});
            }
        }
        return rows;
    }
    if (grid == "radius") {
        for (const std::string method : {"fill", "default"}) {
            for (const double radius : {2.0, 4.0, 8.0, 12.0, 16.0, 24.0, 1000.0}) {
                add(method, 0, 0, radius);
            }
        }
        return rows;
    }
    add("fill", 0, 0, 12);
    for (const std::string method : {"ddnm", "projection"}) {
        for (const double t0 : {0.02, 0.05, 0.1, 0.2, 0.35}) {
            for (const int steps : grid == "t0" ? std::vector<int>{2, 4, 8, 16} : std::vector<int>{4}) {
                add(method, t0, steps, 12);
            }
        }
    }
    return rows;
}

} // namespace

std::string runDefaultSearch(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "limit", "kinds", "grid"});
    const auto pictures = damagedPictures(arguments.text("pictures", locations().searchPictures),
                                          arguments.number("limit", 0), arguments.words("kinds"));
    const std::vector<ComparedMethod> rows = candidates(arguments.text("grid", "coarse"));
    return compareMethods(run, pictures, rows).text(damageIds(), titlesOf(rows));
}

} // namespace palimpsest
