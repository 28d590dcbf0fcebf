// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/variants/variant_files.h"

#include "core/base/error.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>

namespace palimpsest::ui {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMaskEnding = "-mask.png";
constexpr const char* kHintsEnding = "-hints.png";

std::string numbered(const char* format, int first, int second = 0) {
    char text[48];
    std::snprintf(text, sizeof text, format, first, second);
    return text;
}

/// The numbers in "run-0001.json" or "run-0001-02.json".
std::optional<VariantKey> keyOf(const fs::path& path, bool isVariant) {
    VariantKey key;
    int end = 0;
    const std::string name = path.filename().string();
    const int found = isVariant ? std::sscanf(name.c_str(), "run-%d-%d.json%n", &key.run, &key.sample, &end)
                                : std::sscanf(name.c_str(), "run-%d.json%n", &key.run, &end);
    const bool matches = found == (isVariant ? 2 : 1) && end == static_cast<int>(name.size());
    return matches ? std::optional(key) : std::nullopt;
}

template <typename Take>
void forEachNote(const std::string& folder, bool isVariant, Take take) {
    std::error_code noFolder;
    std::vector<std::pair<VariantKey, fs::path>> found;
    for (const auto& entry : fs::directory_iterator(folder, noFolder)) {
        if (const auto key = keyOf(entry.path(), isVariant)) {
            found.emplace_back(*key, entry.path());
        }
    }
    std::sort(found.begin(), found.end());
    for (const auto& [key, path] : found) {
        try {
            take(key, readJson(path.string()));
        } catch (const std::exception&) {
            // A note that cannot be read takes only its own entry with it.
        }
    }
}

} // namespace

std::string VariantFiles::runPath(int run, const std::string& ending) const {
    return folder_ + numbered("/run-%04d", run) + ending;
}

std::string VariantFiles::variantPath(const VariantKey& key, const std::string& ending) const {
    return folder_ + numbered("/run-%04d-%02d", key.run, key.sample) + ending;
}

std::string VariantFiles::imagePath(const VariantKey& key) const {
    std::string tiff = variantPath(key, ".tif");
    return fs::exists(tiff) ? tiff : variantPath(key, ".png");
}

void VariantFiles::writeRun(const VariantRun& run) const {
    fs::create_directories(folder_);
    const Json note = {{"spec", toJson(run.spec)},
                       {"picture", run.picturePath},
                       {"record", run.record},
                       {"stoppedEarly", run.stoppedEarly}};
    writeFileAtomically(runPath(run.number, ".json"), note.dump(1));
}

void VariantFiles::writeInput(int run, const Mask& mask, const Image& hints) const {
    fs::create_directories(folder_);
    if (!mask.isNull()) {
        writeMask(runPath(run, kMaskEnding), mask);
    }
    if (!hints.isNull()) {
        palimpsest::writeImage(runPath(run, kHintsEnding), hints);
    }
}

void VariantFiles::writeImage(const VariantKey& key, const Image& image) const {
    fs::create_directories(folder_);
    palimpsest::writeImage(variantPath(key, image.depth() == PixelDepth::float32 ? ".tif" : ".png"), image);
}

void VariantFiles::writeNote(const Variant& variant) const {
    const Json note = {{"starred", variant.isStarred}, {"saved", variant.isSaved}};
    writeFileAtomically(variantPath(variant.key, ".json"), note.dump(1));
}

void VariantFiles::remove(const VariantKey& key) const {
    for (const char* ending : {".json", ".png", ".tif"}) {
        fs::remove(variantPath(key, ending));
    }
}

Image VariantFiles::readImage(const VariantKey& key) const { return palimpsest::readImage(imagePath(key)); }

Mask VariantFiles::readMask(int run, const Size& size) const {
    const std::string path = runPath(run, kMaskEnding);
    return fs::exists(path) ? palimpsest::readMask(path, size) : Mask();
}

Image VariantFiles::readHints(int run) const {
    const std::string path = runPath(run, kHintsEnding);
    return fs::exists(path) ? palimpsest::readImage(path) : Image();
}

std::vector<VariantRun> VariantFiles::runs() const {
    std::vector<VariantRun> runs;
    forEachNote(folder_, false, [&](const VariantKey& key, const Json& note) {
        runs.push_back({.number = key.run,
                        .spec = restoreSpecFromJson(note.at("spec")),
                        .picturePath = note.at("picture").get<std::string>(),
                        .record = note.at("record").get<std::string>(),
                        .stoppedEarly = note.at("stoppedEarly").get<bool>()});
    });
    return runs;
}

std::vector<Variant> VariantFiles::variants() const {
    std::vector<Variant> variants;
    forEachNote(folder_, true, [&](const VariantKey& key, const Json& note) {
        if (fs::exists(imagePath(key))) {
            variants.push_back(
                {.key = key, .isStarred = note.at("starred").get<bool>(), .isSaved = note.at("saved").get<bool>()});
        }
    });
    return variants;
}

} // namespace palimpsest::ui
