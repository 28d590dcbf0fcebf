// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/map_files.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <span>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

constexpr std::array kPictures{"mean", "deviation", "invented", "residual"};

std::string pathIn(const std::string& folder, const std::string& name) { return (fs::path(folder) / name).string(); }

/// The image times a factor, float32.
Image scaled(const Image& image, float factor) {
    std::vector<std::byte> pixels(image.pixels().begin(), image.pixels().end());
    for (std::size_t at = 0; at < pixels.size(); at += sizeof(float)) {
        float value = 0;
        std::memcpy(&value, &pixels[at], sizeof value);
        value *= factor;
        std::memcpy(&pixels[at], &value, sizeof value);
    }
    return Image(image.size(), image.channels(), PixelDepth::float32, std::move(pixels));
}

float largest(const Image& image) {
    float most = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto* row = image.rowAs<float>(y);
        most =
            std::max(most, *std::max_element(row, row + static_cast<std::ptrdiff_t>(image.width()) * image.channels()));
    }
    return most;
}

float whiteOf(const Image& map, bool isPicture) { return isPicture ? 1.0F : std::max(largest(map), 1e-6F); }

void makeFolder(const std::string& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        throw Error(ErrorCode::failed,
                    Message("cannot make the folder %1: %2", folder, Message::verbatim(failure.message())),
                    "name another folder for the maps");
    }
}

/// The folder itself, or the one in which it would be made.
fs::path nearestFolder(const std::string& folder) {
    std::error_code ignored;
    fs::path path = fs::absolute(folder).lexically_normal();
    while (path.has_relative_path() && !fs::exists(path, ignored)) {
        path = path.parent_path();
    }
    return path;
}

} // namespace

void checkMapsFolder(const std::string& folder, const std::vector<std::string>& others) {
    const fs::path place = nearestFolder(folder);
    std::error_code ignored;
    if (!fs::is_directory(place, ignored)) {
        throw Error(ErrorCode::failed, Message("the maps cannot go to %1: %2 is not a folder", folder, place.string()),
                    "name another folder for the maps");
    }
    const AtomicFile probe((place / "maps.json").string());
    for (const char* name : kPictures) {
        const std::string path = pathIn(folder, std::string(name) + ".png");
        for (const std::string& other : others) {
            if (isSameFile(path, other)) {
                throw Error(ErrorCode::badArgument, Message("the map %1 would overwrite a picture of this run", path),
                            "name another folder for the maps");
            }
        }
    }
}

std::vector<FileContent> mapFiles(const SolutionMaps& maps, const std::string& folder) {
    makeFolder(folder);
    const std::array<const Image*, kPictures.size()> images{&maps.mean, &maps.deviation, &maps.invented,
                                                            &maps.residual};
    std::vector<FileContent> files;
    Json white = Json::object();
    for (std::size_t i = 0; i < images.size(); ++i) {
        white[kPictures[i]] = nullptr;
        if (!images[i]->isNull()) {
            const float value = whiteOf(*images[i], images[i] == &maps.mean);
            white[kPictures[i]] = value;
            files.push_back({pathIn(folder, std::string(kPictures[i]) + ".png"),
                             encodeImage(scaled(*images[i], 1 / value), {.format = "png"})});
        }
    }
    const std::string facts =
        Json{{"sigma", maps.sigma}, {"white", white}, {"residualCurve", maps.residualCurve}}.dump(1) + "\n";
    const auto bytes = std::as_bytes(std::span(facts));
    files.push_back({pathIn(folder, "maps.json"), {bytes.begin(), bytes.end()}});
    return files;
}

} // namespace palimpsest
