// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inpaint_benchmark.h"

#include "core/base/error.h"
#include "core/engine/contact_sheet.h"
#include "core/engine/damage.h"
#include "core/engine/quality_trial.h"
#include "core/settings/locations.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace palimpsest {
namespace {

/// A row of the table: a method, or the mean of several of its samples.
struct Contender {
    std::string title;
    RestoreSpec spec;
};

std::vector<Contender> contenders(const std::map<std::string, std::string>& arguments) {
    const auto methods = arguments.find("methods");
    std::vector<std::string> ids = methods == arguments.end()
                                       ? std::vector<std::string>{"default", "fill", "projection", "ddnm", "mcg", "dps",
                                                                  "telea", "navier-stokes", "fsr"}
                                       : splitWords(methods->second);
    std::vector<Contender> rows;
    for (const std::string& id : ids) {
        RestoreSpec spec;
        spec.method = id;
        rows.push_back({id, spec});
    }
    if (const auto means = arguments.find("means"); means != arguments.end()) {
        RestoreSpec spec;
        spec.samples = std::stoi(means->second);
        rows.push_back({"mean of " + means->second, spec});
    }
    return rows;
}

using Table = std::map<std::string, std::map<std::string, Quality>>; // title -> kind -> sums

std::string formatted(const Table& table, const std::vector<Contender>& rows, std::size_t pictureCount) {
    std::ostringstream text;
    text << pictureCount << " damaged pictures; PSNR in dB, SSIM, HaarPSI over the hole, seconds a picture\n";
    for (const DamageKind& kind : damageKinds()) {
        text << "\n" << std::left << std::setw(16) << kind.id << std::right << std::setw(8) << "PSNR" << std::setw(8) << "SSIM"
             << std::setw(9) << "HaarPSI" << std::setw(8) << "s" << "\n";
        for (const Contender& row : rows) {
            const auto found = table.at(row.title).find(kind.id);
            if (found == table.at(row.title).end()) {
                continue;
            }
            const Quality mean = found->second.mean();
            text << std::left << std::setw(16) << row.title << std::right << std::fixed << std::setprecision(2) << std::setw(8)
                 << mean.psnr << std::setprecision(4) << std::setw(8) << mean.ssim << std::setw(9) << mean.haarPsi
                 << std::setprecision(2) << std::setw(8) << mean.seconds << "\n";
        }
    }
    return text.str();
}

int number(const std::map<std::string, std::string>& arguments, const std::string& key, int fallback) {
    const auto found = arguments.find(key);
    return found == arguments.end() ? fallback : std::stoi(found->second);
}

std::string text(const std::map<std::string, std::string>& arguments, const std::string& key, std::string fallback) {
    const auto found = arguments.find(key);
    return found == arguments.end() ? fallback : found->second;
}

} // namespace

std::string runInpaintBenchmark(const BenchmarkRun& run) {
    const auto arguments = benchmarkArguments(run.arguments, {"pictures", "methods", "limit", "kinds", "sheet", "means"});
    const auto pictures = damagedPictures(text(arguments, "pictures", locations().benchmarkPictures), number(arguments, "limit", 0),
                                          splitWords(text(arguments, "kinds", "")));
    const std::vector<Contender> rows = contenders(arguments);
    Table table;
    ContactSheet sheet;
    std::int64_t done = 0;
    for (const DamagedPicture& picture : pictures) {
        std::vector<Image> strip{picture.truth, picture.damaged};
        for (const Contender& row : rows) {
            Image result;
            table[row.title][picture.kind].add(measureQuality(run, row.spec, picture, &result));
            strip.push_back(result);
            run.sink.progressed({.done = ++done, .total = static_cast<std::int64_t>(pictures.size() * rows.size()),
                                 .phase = picture.name + ", " + picture.kind + ", " + row.title});
        }
        sheet.addRow(strip);
    }
    if (const auto file = arguments.find("sheet"); file != arguments.end()) {
        sheet.write(file->second);
    }
    return formatted(table, rows, pictures.size());
}

namespace {

/// One point of the search.
std::vector<Contender> candidates(const std::string& grid) {
    std::vector<Contender> rows;
    const auto add = [&](const std::string& method, double t0, int steps, double radius) {
        RestoreSpec spec;
        spec.method = method;
        spec.start = steps == 0 ? "auto" : "estimate";
        spec.t0 = steps == 0 ? -1 : t0;
        spec.steps = steps;
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
    const auto arguments = benchmarkArguments(run.arguments, {"pictures", "limit", "kinds", "grid"});
    const auto pictures = damagedPictures(text(arguments, "pictures", locations().searchPictures), number(arguments, "limit", 0),
                                          splitWords(text(arguments, "kinds", "")));
    const std::vector<Contender> rows = candidates(text(arguments, "grid", "coarse"));
    Table table;
    std::int64_t done = 0;
    for (const Contender& row : rows) {
        for (const DamagedPicture& picture : pictures) {
            table[row.title][picture.kind].add(measureQuality(run, row.spec, picture));
            run.sink.progressed({.done = ++done, .total = static_cast<std::int64_t>(pictures.size() * rows.size()), .phase = row.title});
        }
    }
    return formatted(table, rows, pictures.size());
}

} // namespace palimpsest
