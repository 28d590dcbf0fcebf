// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_picture.h"

#include <vector>

namespace palimpsest {

/// The photos of a run: those it learns from, and those it is judged by.
struct TrainingPhotos {
    std::vector<TrainingPicture> learned;
    std::vector<TrainingPicture> heldOut;
};

} // namespace palimpsest
