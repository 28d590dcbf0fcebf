// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/photo_benchmark.h"

#include "core/base/error.h"
#include "core/benchmarks/method_comparison.h"
#include "core/benchmarks/photo_problem.h"
#include "core/restoration/method_choice.h"
#include "core/settings/locations.h"

#include <algorithm>
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
ComparedMethod hardMcg() {
    ComparedMethod row{"mcg, hard projection", {}};
    row.spec.method = "mcg";
    row.spec.parameters["guidance.noise-aware"] = false;
    return row;
}

/// All rows but the presets as published, whose thousand evaluations are asked for by name.
std::vector<std::string> interactiveMethods() {
    std::vector<std::string> ids{kDefaultMethod};
    for (const MethodEntry& method : methodCatalogue()) {
        if (method.kind != MethodKind::taskDefault && method.kind != MethodKind::published) {
            ids.emplace_back(method.id);
        }
    }
    return ids;
}

/// A value of the grid put into a compared method: a field of the spec, or a parameter of its method.
void put(ComparedMethod& row, const std::string& name, const std::string& word) {
    const ParameterSchemas& fields = commonSchemas();
    const auto sameName = [&](const ParameterSchema& schema) { return schema.name == name; };
    if (const auto own = std::find_if(fields.begin(), fields.end(), sameName); own != fields.end()) {
        setField(row.spec, name, parseParameter(*own, word));
        if (row.spec.t0) {
            row.spec.start = *row.spec.t0 >= 1 ? "noise" : "estimate";
        }
        return;
    }
    for (const PhotoProblem& problem : photoProblems()) {
        const ParameterSchemas schemas =
            parametersOf(methodCatalogue().at(row.spec.method.value_or(kDefaultMethod)), problem.damage.task);
        if (const auto found = std::find_if(schemas.begin(), schemas.end(), sameName); found != schemas.end()) {
            row.spec.parameters[name] = parseParameter(*found, word);
            return;
        }
    }
    throw Error(ErrorCode::badArgument,
                Message("%1 has no parameter \"%2\"", row.spec.method.value_or(kDefaultMethod), name),
                "palimpsest methods lists what it has");
}

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) {
        parts.push_back(part);
    }
    return parts;
}

/// Every compared method with every value of one more axis.
std::vector<ComparedMethod> crossed(const std::vector<ComparedMethod>& rows, const std::string& name,
                                    const std::vector<std::string>& words) {
    std::vector<ComparedMethod> more;
    for (const ComparedMethod& row : rows) {
        for (const std::string& word : words) {
            more.push_back(row);
            put(more.back(), name, word);
            more.back().title += " " + name.substr(name.rfind('.') + 1) + "=" + word;
        }
    }
    return more;
}

/// "guidance.scale:1,2" as an axis of its own.
std::vector<ComparedMethod> crossedWith(const std::vector<ComparedMethod>& rows, const std::string& axis) {
    const std::size_t colon = std::min(axis.size(), axis.find(':'));
    return crossed(rows, axis.substr(0, colon), split(axis.substr(std::min(axis.size(), colon + 1)), ','));
}

} // namespace

std::string runPhotoBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "limit", "kinds", "methods", "sheet"});
    const auto pictures = damagedPhotos(arguments.text("pictures", locations().benchmarkPictures),
                                        arguments.number("limit", 0), arguments.words("kinds"));
    auto rows = namedMethods(arguments.has("methods") ? arguments.words("methods") : interactiveMethods());
    if (!arguments.has("methods")) {
        rows.push_back(hardMcg());
    }
    ContactSheet sheet;
    const QualityTable table = compareMethods(run, pictures, rows, arguments.has("sheet") ? &sheet : nullptr);
    if (arguments.has("sheet")) {
        sheet.write(arguments.text("sheet"));
    }
    return std::to_string(pictures.size()) +
           " damaged pictures; PSNR in dB, SSIM, HaarPSI of the whole picture, network evaluations, "
           "seconds a picture\n" +
           table.text(problemIds(), titlesOf(rows));
}

std::string runStartBenchmark(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(run.arguments, {"pictures", "limit", "kinds", "method", "noise", "t0", "steps"});
    const std::vector<std::string> kinds =
        arguments.has("kinds") ? arguments.words("kinds") : std::vector<std::string>{"scratches", "upscale-4"};
    const std::string folder = arguments.text("pictures", locations().benchmarkPictures);
    std::vector<DamagedPicture> pictures = damagedPhotos(folder, arguments.number("limit", 0), kinds);
    const std::vector<DamagedPicture> holed = damagedPictures(folder, arguments.number("limit", 0), kinds);
    pictures.insert(pictures.end(), holed.begin(), holed.end());
    const auto words = [&](const std::string& key, const std::string& usual) {
        return split(arguments.text(key, usual), ',');
    };
    const std::vector<ComparedMethod> plain = namedMethods({arguments.text("method", "ddnm")});
    std::vector<ComparedMethod> rows =
        crossed(crossed(plain, "t0", {"1"}), "steps", words("noise", "10,20,50,100,200"));
    const auto fromEstimate =
        crossed(crossed(plain, "t0", words("t0", "0.02,0.05,0.1,0.2,0.3,0.5")), "steps", words("steps", "1,2,5,10,20"));
    rows.insert(rows.end(), fromEstimate.begin(), fromEstimate.end());
    const QualityTable table = compareMethods(run, pictures, rows);
    return table.text(kinds, titlesOf(rows));
}

std::string runPhotoSearch(const BenchmarkRun& run) {
    const BenchmarkArguments arguments(
        run.arguments, {"pictures", "limit", "kinds", "methods", "t0", "steps", "estimate", "step-rule", "set"});
    const auto pictures = damagedPhotos(arguments.text("pictures", locations().searchPictures),
                                        arguments.number("limit", 0), arguments.words("kinds"));
    std::vector<ComparedMethod> rows = namedMethods(arguments.words("methods"));
    for (const char* field : {"estimate", "step-rule", "t0", "steps"}) {
        rows = arguments.has(field) ? crossed(rows, field, arguments.words(field)) : rows;
    }
    for (const std::string& axis : split(arguments.text("set"), '/')) {
        rows = crossedWith(rows, axis);
    }
    const QualityTable table = compareMethods(run, pictures, rows);
    return table.text(problemIds(), titlesOf(rows));
}

} // namespace palimpsest
