// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/benchmarks/method_comparison.h"

#include "core/image/resample.h"
#include "core/methods/method_rows.h"

namespace palimpsest {

std::vector<ComparedMethod> namedMethods(const std::vector<std::string>& ids) {
    std::vector<ComparedMethod> rows;
    for (const std::string& id : ids) {
        RestoreSpec spec;
        spec.method = id;
        rows.push_back({id, spec});
    }
    return rows;
}

QualityTable compareMethods(const BenchmarkRun& run, const std::vector<DamagedPicture>& pictures,
                            const std::vector<ComparedMethod>& rows, ContactSheet* sheet) {
    QualityTable table;
    std::int64_t done = 0;
    for (const DamagedPicture& picture : pictures) {
        std::vector<Image> strip{picture.truth, resampled(picture.damaged, picture.truth.size())};
        for (const ComparedMethod& row : rows) {
            ++done;
            const RestoreSpec spec = onDamage(row.spec, picture.damage);
            if (!methodCatalogue().at(spec.method.value_or(kDefaultMethod)).serves(taskCatalogue().at(spec.task))) {
                continue;
            }
            Image result;
            table.add(row.title, picture.kind, measureQuality(run, spec, picture, &result));
            strip.push_back(result);
            run.sink.progressed({.done = done,
                                 .total = static_cast<std::int64_t>(pictures.size() * rows.size()),
                                 .phase = Message("%1, %2, %3", picture.name, picture.kind, row.title)});
        }
        if (sheet) {
            sheet->addRow(strip);
        }
    }
    return table;
}

} // namespace palimpsest
