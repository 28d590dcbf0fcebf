// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/prior_catalogue.h"

#include "core/base/error.h"

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

PriorEntry readEntry(const fs::path& folder, bool bundled) {
    PriorEntry entry{.folder = folder.string(), .bundled = bundled};
    entry.card.id = folder.filename().string();
    try {
        entry.card = readPriorCard(entry.folder);
        const auto weights = folder / entry.card.weightsFile;
        std::error_code failure;
        if (!fs::is_regular_file(weights, failure)) {
            throw Error(ErrorCode::badInput, Message("the weights file %1 is missing", weights.string()),
                        "copy the whole folder of the prior again");
        }
        entry.byteSize = static_cast<std::int64_t>(fs::file_size(weights));
    } catch (const Error& error) {
        entry.problem = error.hint().isEmpty() ? error.message() : Message("%1: %2", error.message(), error.hint());
    } catch (const std::exception& error) {
        entry.problem = Message::verbatim(error.what());
    }
    return entry;
}

/// Sorted by id, for a stable order whatever the file system says.
std::vector<PriorEntry> readFolder(const std::string& parent, bool bundled) {
    std::vector<PriorEntry> entries;
    std::error_code failure;
    for (fs::directory_iterator item(parent, failure), end; !failure && item != end; item.increment(failure)) {
        std::error_code ignored;
        if (item->is_directory(ignored) && !item->path().filename().string().starts_with('.')) {
            entries.push_back(readEntry(item->path(), bundled));
        }
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) {
        return std::tie(a.card.id, a.folder) < std::tie(b.card.id, b.folder);
    });
    return entries;
}

/// The later of two entries with one id could never be chosen by it.
void markDuplicates(std::vector<PriorEntry>& entries) {
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const auto first =
            std::find_if(entries.begin(), entry, [&](const auto& other) { return other.card.id == entry->card.id; });
        if (first != entry && entry->problem.isEmpty()) {
            entry->problem = Message(
                "its id \"%1\" is taken by %2: change the id in card.json, or give the folder instead of the id",
                entry->card.id, first->folder);
        }
    }
}

bool namesFolder(const std::string& text) {
    std::error_code ignored;
    return text.find('/') != std::string::npos || fs::exists(fs::path(text) / "card.json", ignored);
}

[[noreturn]] void refuse(const PriorEntry& entry) {
    throw Error(ErrorCode::badInput, Message("the prior \"%1\" cannot be used", entry.card.id), entry.problem);
}

void removeFile(const fs::path& path) {
    std::error_code failure;
    fs::remove(path, failure);
    if (failure) {
        throw Error(ErrorCode::failed,
                    Message("cannot remove %1: %2", path.string(), Message::verbatim(failure.message())),
                    "check whether you may write to its folder");
    }
}

} // namespace

PriorCatalogue::PriorCatalogue(std::string bundledFolder, std::string userFolder)
    : bundledFolder_(std::move(bundledFolder)), userFolder_(std::move(userFolder)) {}

std::vector<PriorEntry> PriorCatalogue::list() const {
    std::vector<PriorEntry> entries = readFolder(bundledFolder_, true);
    const auto users = readFolder(userFolder_, false);
    entries.insert(entries.end(), users.begin(), users.end());
    markDuplicates(entries);
    return entries;
}

PriorEntry PriorCatalogue::find(const std::string& idOrFolder) const {
    std::string known;
    for (const PriorEntry& entry : list()) {
        if (entry.card.id == idOrFolder) {
            if (!entry.problem.isEmpty()) {
                refuse(entry);
            }
            return entry;
        }
        known += (known.empty() ? "" : ", ") + entry.card.id;
    }
    if (!idOrFolder.empty() && namesFolder(idOrFolder)) {
        std::error_code ignored;
        if (!fs::is_directory(idOrFolder, ignored)) {
            throw Error(ErrorCode::badArgument, Message("there is no folder %1", idOrFolder),
                        "give the id of an installed prior, or the folder of one");
        }
        PriorEntry entry = readEntry(idOrFolder, false);
        if (!entry.problem.isEmpty()) {
            refuse(entry);
        }
        return entry;
    }
    throw Error(ErrorCode::badArgument, Message("there is no prior \"%1\"", idOrFolder),
                known.empty() ? Message("train one with palimpsest train, or give the folder of one")
                              : Message("choose one of %1, or give the folder of one", known));
}

void PriorCatalogue::remove(const std::string& idOrFolder) const {
    const std::vector<PriorEntry> users = readFolder(userFolder_, false);
    const auto found = std::find_if(users.begin(), users.end(), [&](const PriorEntry& entry) {
        return entry.card.id == idOrFolder || entry.folder == idOrFolder;
    });
    if (found == users.end()) {
        throw Error(ErrorCode::badArgument, Message("there is no prior of yours \"%1\" to remove", idOrFolder),
                    "only priors that were added or trained can be removed");
    }
    const fs::path folder = found->folder;
    removeFile(folder / "card.json"); // first, so that half of it is no prior
    removeFile(folder / found->card.weightsFile);
    if (std::error_code ignored; fs::is_empty(folder, ignored)) {
        removeFile(folder);
    }
}

} // namespace palimpsest
