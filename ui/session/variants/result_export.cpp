// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/variants/result_export.h"

#include "core/base/hash.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "core/provenance/record_file.h"
#include "core/runs/named_files.h"

#include <filesystem>
#include <memory>
#include <utility>

namespace palimpsest::ui {

namespace fs = std::filesystem;

namespace {

Image withExrAttributesOf(const Image& picture, const Image& image) {
    const auto& from = picture.metadata();
    const auto& own = image.metadata();
    if (!from || from->exrAttributes.empty() || (own && !own->exrAttributes.empty())) {
        return image;
    }
    auto metadata = std::make_shared<ImageMetadata>(own ? *own : ImageMetadata{});
    metadata->exrAttributes = from->exrAttributes;
    return image.withMetadata(std::move(metadata));
}

} // namespace

std::vector<Message> exportResult(const std::string& path, const ResultToExport& result) {
    const std::vector<Message> losses =
        writeImage(path, withExrAttributesOf(result.picture, result.image), {.effort = WriteOptions::Effort::small});
    if (result.run.record.empty()) {
        return losses;
    }
    const std::string recordPath = recordPathOf(path);
    RunRecord record = runRecordFromText(result.run.record, "the run record");
    record.acquisition.path = pathForRecord(recordPath, result.run.picturePath);
    const NamedFiles named = namedFiles(result.run.spec);
    record.kernel.path = pathForRecord(recordPath, named.kernel);
    record.estimate.path = pathForRecord(recordPath, named.estimate);
    if (!result.mask.isNull()) {
        writeMask(path + ".mask.png", result.mask);
        record.mask.path = pathForRecord(recordPath, path + ".mask.png");
    }
    if (!result.hints.isNull()) {
        writeImage(path + ".hints.png", result.hints);
        record.hints.path = pathForRecord(recordPath, path + ".hints.png");
    }
    const auto sample = static_cast<std::size_t>(result.key.sample - 1);
    if (!result.isMixed && sample < record.samples.size()) {
        record.samples[sample].path = pathForRecord(recordPath, path);
        record.samples[sample].fileSha256 = sha256OfFile(path);
    }
    writeRunRecord(recordPath, record);
    return losses;
}

std::string suggestedPath(const std::string& picturePath, const std::string& title, const std::string& folder) {
    const fs::path source(picturePath.empty() ? folder + "/" + title : picturePath);
    const std::string ending = source.extension().string();
    const bool isLossless = ending == ".png" || ending == ".tif" || ending == ".tiff" || ending == ".exr";
    return (source.parent_path() / (source.stem().string() + "-restored" + (isLossless ? ending : ".png"))).string();
}

} // namespace palimpsest::ui
