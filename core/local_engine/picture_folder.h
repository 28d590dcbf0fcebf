// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_photos.h"

#include <functional>
#include <stop_token>
#include <string>

namespace palimpsest {

struct PictureFolderOptions {
    int longestSide = 1600;   ///< px; larger photos are shrunk when they are read, by averaging areas
    int leastSide = 64;       ///< px; smaller ones are left out
    int validationEvery = 40; ///< every n-th photo goes into the validation set
};

/// Decodes all photos below `folder`, in the order of their paths; files that are no pictures are skipped.
/// `progressed(done, total)` is called per file. Throws Error(badInput) if there are fewer than two photos; Cancelled.
TrainingPhotos readPictureFolder(const std::string& folder, const PictureFolderOptions& options,
                                 const std::function<void(std::size_t, std::size_t)>& progressed, std::stop_token stop);

} // namespace palimpsest
