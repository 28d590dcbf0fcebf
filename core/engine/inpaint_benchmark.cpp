// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/inpaint_benchmark.h"

#include "core/engine/contact_sheet.h"
#include "core/engine/damage.h"
#include "core/engine/quality_table.h"
#include "core/settings/locations.h"

namespace palimpsest {
namespace {

/// Methods, and the mean of several samples of the default.
std::vector<Contender> contenders(const BenchmarkArguments& arguments) {
    const std::vector<std::string> ids =
        arguments.has("methods") ? arguments.words("methods")
                                 : std::vector<std::string>{"default", "fill", "projection", "ddnm", "mcg", "dps", "telea",
                                                            "navier-stokes", "fsr"};
    std::vector<Contender> rows;
    for (const std::string& id : ids) {
        RestoreSpec spec;
        spec.method = id;
        rows.push_back({id, spec});
    }
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
    const auto pictures = damagedPictures(arguments.text("pictures", locations().benchmarkPictures), arguments.number("limit", 0),
                                          arguments.words("kinds"));
    const std::vector<Contender> rows = contenders(arguments);
    QualityTable table;
    ContactSheet sheet;
    std::int64_t done = 0;
    for (const DamagedPicture& picture : pictures) {
        std::vector<Image> strip{picture.truth, picture.damaged};
        for (const Contender& row : rows) {
            Image result;
            table.add(row.title, picture.kind, measureQuality(run, row.spec, picture, &result));
            strip.push_back(result);
            run.sink.progressed({.done = ++done, .total = static_cast<std::int64_t>(pictures.size() * rows.size()),
                                 .phase = picture.name + ", " + picture.kind + ", " + row.title});
        }
        sheet.addRow(strip);
    }
    if (arguments.has("sheet")) {
        sheet.write(arguments.text("sheet"));
    }
    return std::to_string(pictures.size()) +
           " damaged pictures; PSNR in dB, SSIM, HaarPSI over the hole, network evaluations, seconds a picture\n" +
           table.text(damageIds(), titlesOf(rows));
}

} // namespace palimpsest
