// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// A kind of damage that benchmarks and the search paint over a picture.
struct DamageKind {
    std::string id;
    double share; ///< of the picture's area
    /// Adds one more stroke, letter line or blob; drawn again until the share is reached.
    void (*add)(Mask& mask, std::uint64_t seed);
};

/// scratches (thin curves, 5 %), text (printed lines, 10 %), blobs (rounded patches, 15 %).
const std::vector<DamageKind>& damageKinds();
std::vector<std::string> damageIds();

/// The mask of one picture: equal arguments give equal masks.
Mask damageMask(const DamageKind& kind, Size size, std::uint64_t seed);

} // namespace palimpsest
