// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/contact_sheet.h"
#include "core/benchmarks/quality_table.h"

#include <string>
#include <vector>

namespace palimpsest {

/// A row for each method, with its defaults.
std::vector<ComparedMethod> namedMethods(const std::vector<std::string>& ids);

/// Runs every row on every picture whose task it serves, with progress. `sheet`, if any, gets a row for each picture:
/// truth, damage at the truth's size, and every result.
QualityTable compareMethods(const BenchmarkRun& run, const std::vector<DamagedPicture>& pictures,
                            const std::vector<ComparedMethod>& rows, ContactSheet* sheet = nullptr);

} // namespace palimpsest
