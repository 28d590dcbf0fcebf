// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/downloads/download.h"
#include "core/downloads/model_catalogue.h"
#include "core/jobs/progress.h"

#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// What belongs to the user of this computer, not to the model.
struct FetchSettings {
    NetworkSettings network;
    std::string recordedHashes; ///< file with the hashes of what nobody pinned
};

/// The proxy of the settings file; hashes in known_files.json of the data folder.
FetchSettings usersFetchSettings();

/// A file of a published model, at hand.
struct FetchedFile {
    std::string name;
    std::string sha256;
    std::int64_t byteSize = 0;
    std::string url;      ///< empty: it was there already
    bool isPinned = true; ///< false: this is the first download, and the hash was recorded
};

/// A published model on the disk, not yet imported.
struct FetchedModel {
    std::string path; ///< to be imported: the file, or the folder of a model of several files
    std::vector<FetchedFile> files;
};

/// Brings the files of a published model into `folder`, which is made if it is not there, one after the other as
/// download() does. Files that are there and whole are kept, so that a second call goes on.
///
/// Nothing is ever fetched unless this or download() is called; neither is, except where somebody clicked on a
/// download or typed the command for it, after the model's notice was shown.
///
/// Throws as download() does; Error(badArgument) for a model that is to be fetched by hand.
FetchedModel fetchPublished(const PublishedModel& model, const std::string& folder, ProgressSink& sink,
                            std::stop_token stop, const FetchSettings& settings = usersFetchSettings());

} // namespace palimpsest
