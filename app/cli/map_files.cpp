// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/map_files.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/files/atomic_file.h"
#include "core/io/image_file.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <filesystem>

namespace palimpsest {
namespace {

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
        most = std::max(most, *std::max_element(row, row + static_cast<std::ptrdiff_t>(image.width()) * image.channels()));
    }
    return most;
}

/// Saves one map unless it is null; returns the value that white stands for.
Json saved(const Image& map, const std::string& path, bool isPicture) {
    if (map.isNull()) {
        return nullptr;
    }
    const float white = isPicture ? 1.0F : std::max(largest(map), 1e-6F);
    writeImage(path, scaled(map, 1 / white));
    return white;
}

} // namespace

void saveMaps(const SolutionMaps& maps, const std::string& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure) {
        throw Error(ErrorCode::failed, "the folder " + folder + " cannot be made: " + failure.message(), "name another with --maps");
    }
    const Json scales = {{"mean", saved(maps.mean, folder + "/mean.png", true)},
                         {"deviation", saved(maps.deviation, folder + "/deviation.png", false)},
                         {"invented", saved(maps.invented, folder + "/invented.png", false)},
                         {"residual", saved(maps.residual, folder + "/residual.png", false)}};
    writeFileAtomically(folder + "/maps.json",
                        Json{{"sigma", maps.sigma}, {"white", scales}, {"residualCurve", maps.residualCurve}}.dump(1) + "\n");
}

} // namespace palimpsest
