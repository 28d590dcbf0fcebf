// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"
#include "ui/session/variants/variant.h"

#include <string>

namespace palimpsest::ui {

/// A result and how it came about.
struct ResultToExport {
    Image image;
    Image
        picture; ///< that was restored: gives the EXR attributes, which variants kept in files do not hold; null: none
    VariantKey key;
    VariantRun run;
    Mask mask;            ///< that the run had; null: none
    Image hints;          ///< that the run had; null: none
    bool isMixed = false; ///< with the picture, or with other samples: not what the run alone would give again
};

/// Writes the picture to `path`, its run record to `path`.json, and the mask and hints that a replay needs to
/// `path`.mask.png and `path`.hints.png.
/// Each file whole or not at all. Returns what the picture's file could not take. Throws Error(failed),
/// Error(badArgument) for an extension that no format has.
std::vector<Message> exportResult(const std::string& path, const ResultToExport& result);

/// "photo-restored.png" beside the picture's file (in `folder` if it has none); formats that lose something become PNG.
std::string suggestedPath(const std::string& picturePath, const std::string& title, const std::string& folder);

} // namespace palimpsest::ui
