// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/run_record.h"

#include <cstddef>
#include <string>
#include <vector>

namespace palimpsest {

class Image;

/// Where the results of a run go: OUT.png for one sample, OUT-1.png .. OUT-K.png for K, and OUT.png.json for the
/// record.
struct OutputFiles {
    std::vector<std::string> pictures;
    std::string record;
};

/// A further file that a run leaves.
struct FileContent {
    std::string path;
    std::vector<std::byte> bytes;
};

/// Whether two names lead to one file, also of files that do not exist yet.
bool isSameFile(const std::string& a, const std::string& b);

OutputFiles outputFiles(const std::string& output, int samples);

/// Before the work starts: throws Error(badArgument) for an extension that no format has and for an output that is one
/// of the inputs, Error(failed) for a folder that is missing or cannot be written.
void checkOutputs(const OutputFiles& files, const std::vector<std::string>& inputs);

/// Writes all pictures, the record, filling in its paths and hashes of files, and further files. Nothing appears under
/// its final name before everything is written. Returns what the files could not take. Throws Error(failed).
std::vector<Message> saveOutputs(const OutputFiles& files, const std::vector<Image>& pictures, RunRecord record,
                                 const std::vector<FileContent>& further = {});

} // namespace palimpsest
