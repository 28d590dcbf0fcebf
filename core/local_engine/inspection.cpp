// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/local_engine/inspection.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/io/image_file.h"
#include "core/model_import/model_description.h"
#include "core/priors/prior_card.h"
#include "core/provenance/run_record.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

std::string describePicture(const std::string& path) {
    const ImageProbe probe = probeImage(path);
    const Image image = readImage(path);
    std::ostringstream text;
    const char* depths[] = {"8 bit", "16 bit", "float"};
    text << path << ": picture, " << probe.format << ", " << image.width() << " x " << image.height() << " pixels, "
         << image.channels() << " channels" << (image.hasAlpha() ? " with alpha" : "") << ", "
         << depths[static_cast<int>(image.depth())] << "\n";
    if (const auto& metadata = image.metadata()) {
        text << "metadata: ICC " << metadata->iccProfile.size() << ", EXIF " << metadata->exif.size() << ", XMP "
             << metadata->xmp.size() << ", IPTC " << metadata->iptc.size() << " bytes; " << metadata->dotsPerInchX
             << " dpi\n";
    }
    text << "SHA-256 of the pixels: " << contentHash(image) << "\n";
    return text.str();
}

std::string describeJson(const std::string& path) {
    const Json json = readJson(path);
    if (json.is_object() && json.contains("samples") && json.contains("resolved")) {
        const RunRecord record = runRecordFromJson(json, path);
        std::ostringstream text;
        text << path << ": run record of Palimpsest " << record.programVersion << ", method "
             << record.resolved.method.value_or("") << ", prior " << record.resolved.prior.value_or("") << ", seed "
             << record.spec.seed << ", " << record.samples.size() << " results, on " << record.deviceTitle << "\n";
        for (const auto& [phase, seconds] : record.timings) {
            text << "  " << phase << ": " << seconds << " s\n";
        }
        return text.str();
    }
    return path + ": JSON\n" + json.dump(2) + "\n";
}

char firstByte(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    char byte = 0;
    if (!file.get(byte)) {
        throw Error(ErrorCode::badInput, Message("%1 cannot be read or is empty", path),
                    "name a picture, a weights file, a record or the folder of a prior");
    }
    return byte;
}

} // namespace

std::string inspectFile(const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        throw Error(ErrorCode::badInput, Message("there is no file %1", path), "check the name");
    }
    if (fs::is_directory(path, ignored)) {
        return fs::exists(fs::path(path) / "card.json", ignored)
                   ? path + ": prior\n" + toJson(readPriorCard(path)).dump(2) + "\n"
                   : describeCheckpoint(path);
    }
    if (looksLikeCheckpoint(path)) {
        return describeCheckpoint(path);
    }
    const char first = firstByte(path);
    return first == '{' || first == '[' ? describeJson(path) : describePicture(path);
}

} // namespace palimpsest
