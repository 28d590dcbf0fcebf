// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_picture.h"

#include <vector>

namespace palimpsest {

/// The photos of a run, in two sets that share none.
struct TrainingPhotos {
    std::vector<TrainingPicture> training;
    std::vector<TrainingPicture> validation;
};

} // namespace palimpsest
