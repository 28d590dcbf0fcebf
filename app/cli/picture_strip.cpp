// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/picture_strip.h"

#include "core/base/error.h"
#include "core/io/image_file.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace palimpsest {
namespace {

constexpr int kGap = 2; // px
constexpr int kColours = 3;

std::byte toByte(float value) { return static_cast<std::byte>(std::lround(std::clamp(value, 0.0F, 1.0F) * 255)); }

} // namespace

void writePictureStrip(const std::string& path, const std::vector<Image>& pictures) {
    if (pictures.empty() || std::any_of(pictures.begin(), pictures.end(), [&](const Image& picture) {
            return picture.channels() != kColours || picture.size() != pictures.front().size();
        })) {
        throw Bug("a strip needs RGB pictures of one size");
    }
    const int height = pictures.front().height();
    const int pitch = pictures.front().width() + kGap;
    const int width = static_cast<int>(pictures.size()) * pitch - kGap;
    std::vector<std::byte> bytes(static_cast<std::size_t>(width) * height * kColours, std::byte{255});
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        for (int y = 0; y < height; ++y) {
            const std::size_t start = (static_cast<std::size_t>(y) * width + i * pitch) * kColours;
            for (int x = 0; x < pictures[i].width() * kColours; ++x) {
                bytes[start + x] = toByte(pictures[i].valueAt(x / kColours, y, x % kColours));
            }
        }
    }
    writeImage(path, Image({width, height}, kColours, PixelDepth::uint8, std::move(bytes)));
}

} // namespace palimpsest
