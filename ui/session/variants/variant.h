// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask.h"
#include "core/specs/restore_spec.h"

#include <QImage>

#include <compare>
#include <string>

namespace palimpsest::ui {

/// Which variant: both count from 1, as the user sees them; sample 0 is the mean of a run's samples.
struct VariantKey {
    int run = 0;
    int sample = 0;

    bool isMean() const { return sample == 0; }
    auto operator<=>(const VariantKey&) const = default;
};

/// What a run started with, and its record once it has ended.
struct VariantRun {
    int number = 0; ///< counts from 1
    RestoreSpec spec;
    std::string picturePath; ///< file that the picture was read from; empty: none, or changed since
    std::string record;      ///< run record as JSON text; empty until the run has ended well
    bool stoppedEarly = false;
};

/// One finished result beside its pixels, which are in a file and, while they are new, in memory.
struct Variant {
    VariantKey key;
    bool isStarred = false;
    bool isSaved = false; ///< the user has saved or exported it
    QImage thumbnail;
};

} // namespace palimpsest::ui
