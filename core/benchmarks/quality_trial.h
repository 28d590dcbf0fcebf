// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/benchmarks/benchmarks.h"
#include "core/image/image.h"
#include "core/image/mask.h"
#include "core/specs/restore_spec.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Means over pictures of one method under one kind of damage, over the hole, or over the picture if there is none.
struct Quality {
    double psnr = 0;
    double ssim = 0;
    double haarPsi = 0;
    double seconds = 0;
    double evaluations = 0; ///< of a network
    int count = 0;

    void add(const Quality& other);
    /// Of sums: divides by count.
    Quality mean() const;
};

/// A picture with its damage.
struct DamagedPicture {
    std::string name;
    std::string kind;
    Image truth;
    Image damaged;      ///< the hole is black: a method must not see it
    Mask mask;          ///< null if all of the picture is damaged
    RestoreSpec damage; ///< the task, and what is known of the damage
};

/// The spec of a method for this damage.
RestoreSpec onDamage(const RestoreSpec& method, const RestoreSpec& damage);

/// The pictures of a folder, sorted by name, at most `limit` (0: all). Throws Error(badInput) if there is none.
std::vector<std::string> pictureFiles(const std::string& folder, int limit);

/// Every picture of the folder (sorted by name, at most `limit`; 0: all) under every kind of damage that is named
/// (empty: all). Throws Error(badInput) if there is none.
std::vector<DamagedPicture> damagedPictures(const std::string& folder, int limit,
                                            const std::vector<std::string>& kinds);

/// Restores and compares; with several samples their mean is compared.
Quality measureQuality(const BenchmarkRun& run, const RestoreSpec& spec, const DamagedPicture& picture,
                       Image* result = nullptr);

} // namespace palimpsest
