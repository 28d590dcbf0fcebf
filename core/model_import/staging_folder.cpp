// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/staging_folder.h"

#include "core/base/error.h"
#include "core/files/disk_sync.h"

#include <filesystem>
#include <unistd.h>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

void make(const fs::path& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        throw Error(ErrorCode::failed,
                    Message("cannot make the folder %1: %2", folder.string(), Message::verbatim(failure.message())),
                    "check the permissions of the folders above it");
    }
}

} // namespace

StagingFolder::StagingFolder(const std::string& parent, const std::string& name)
    : hidden_((fs::path(parent) / ("." + name + "." + std::to_string(getpid()))).string()),
      final_((fs::path(parent) / name).string()) {
    make(hidden_);
}

StagingFolder::~StagingFolder() {
    if (!hidden_.empty()) {
        std::error_code ignored;
        fs::remove_all(hidden_, ignored);
    }
}

std::string StagingFolder::path(const std::string& fileName) const { return (fs::path(hidden_) / fileName).string(); }

std::string StagingFolder::publish() {
    std::error_code failure;
    fs::rename(hidden_, final_, failure);
    if (failure) {
        throw Error(ErrorCode::failed,
                    Message("cannot put the folder %1 in place: %2", final_, Message::verbatim(failure.message())),
                    "choose another name");
    }
    hidden_.clear();
    syncFolderOf(final_);
    return final_;
}

} // namespace palimpsest
