// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/run_record.h"

#include <string>

namespace palimpsest {

/// OUT.png -> OUT.png.json.
std::string recordPathOf(const std::string& output);

/// How a record names a file: relative to the record's folder if the file lies there or below, so that the folder can
/// be moved; absolute otherwise. An empty path stays empty.
std::string pathForRecord(const std::string& recordPath, const std::string& path);
/// Back again: a path that can be opened.
std::string pathFromRecord(const std::string& recordPath, const std::string& stored);

/// Throws Error(badInput).
RunRecord readRunRecord(const std::string& path);
/// Whole or not at all. Throws Error(failed).
void writeRunRecord(const std::string& path, const RunRecord& record);

} // namespace palimpsest
