// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_photos.h"

#include <cstdint>
#include <string>

namespace palimpsest {

/// A picture of triangular waves, different for every number.
inline TrainingPicture wavyPicture(int number, Size size) {
    RgbPicture picture{size, {}};
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int c = 0; c < 3; ++c) {
                const int phase = (x * (number + 3) + y * (c + 2)) % 510;
                picture.pixels.push_back(static_cast<std::uint8_t>(phase < 255 ? phase : 510 - phase));
            }
        }
    }
    return makeTrainingPicture(std::to_string(number), std::move(picture), 16);
}

inline TrainingPhotos wavyPhotos() {
    TrainingPhotos photos;
    for (int i = 0; i < 4; ++i) {
        photos.training.push_back(wavyPicture(i, {120, 100 + i}));
    }
    photos.validation.push_back(wavyPicture(9, {130, 100}));
    return photos;
}

} // namespace palimpsest
