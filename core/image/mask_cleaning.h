// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask.h"

namespace palimpsest {

struct CleanedMask {
    Mask mask;
    bool hadNoise = false; ///< scattered values near black or white, as JPEG leaves them
    bool hadRim = false;   ///< thin grey outlines, as anti-aliasing draws them
};

/// A mask from another program. Noise of a lossy format becomes black or white. A grey rim of up to about 5 px is
/// marked whole: its pixels are mixed with the damage, so nothing of them is known. Wider ramps and grey areas are
/// meant as they are and keep their values.
CleanedMask cleaned(const Mask& mask);

} // namespace palimpsest
