// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/crop_source.h"
#include "core/training/hole_filler.h"
#include "core/training/mask_generator.h"

namespace palimpsest {

/// The crop with its hole filled by a classical method; equal to the crop elsewhere.
Crop classicalEstimate(const Crop& crop, const TrainingMask& mask, const HoleFiller& filler, HoleFill fill);

/// A first estimate as it may come at run time: a classical fill, one made at half or quarter resolution and enlarged,
/// such a one that is already partly right (the coarser level of a pyramid), or little more than a mean colour.
Crop drawEstimate(const Crop& crop, const TrainingMask& mask, const HoleFiller& filler, RandomStream& random);

} // namespace palimpsest
