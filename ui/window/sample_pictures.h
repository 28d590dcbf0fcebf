// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace palimpsest::ui {

/// A picture to try the program with, and a mask for its damage.
struct SamplePicture {
    QString title; ///< translated
    QString picture;
    QString mask; ///< empty: none
};

/// NAME.jpg (or .png) with NAME_mask.png in the folder, by name.
std::vector<SamplePicture> samplePictures(const QString& folder);

} // namespace palimpsest::ui
