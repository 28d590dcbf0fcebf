// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_picture.h"

#include <algorithm>

namespace palimpsest {

namespace {

RgbPicture halved(const RgbPicture& picture) {
    RgbPicture half{{picture.size.width / 2, picture.size.height / 2}, {}};
    half.pixels.resize(static_cast<std::size_t>(half.size.area()) * 3);
    const std::size_t stride = static_cast<std::size_t>(picture.size.width) * 3;
    for (int y = 0; y < half.size.height; ++y) {
        const std::uint8_t* from = picture.pixels.data() + static_cast<std::size_t>(y) * 2 * stride;
        std::uint8_t* to =
            half.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(half.size.width) * 3;
        for (int x = 0; x < half.size.width; ++x, from += 6, to += 3) {
            for (int c = 0; c < 3; ++c) {
                const int sum = from[c] + from[c + 3] + from[stride + c] + from[stride + c + 3];
                to[c] = static_cast<std::uint8_t>((sum + 2) / 4);
            }
        }
    }
    return half;
}

} // namespace

TrainingPicture makeTrainingPicture(std::string name, RgbPicture picture, int leastSide) {
    TrainingPicture result{std::move(name), {}};
    result.levels.push_back(std::move(picture));
    while (std::min(result.levels.back().size.width, result.levels.back().size.height) / 2 >= leastSide) {
        result.levels.push_back(halved(result.levels.back()));
    }
    return result;
}

} // namespace palimpsest
