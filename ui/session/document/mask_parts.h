// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/mask.h"

namespace palimpsest::ui {

/// The part of a mask inside `area`, which must lie within it.
Mask cropped(const Mask& mask, const Rect& area);
/// Writes a part back.
void paste(const Mask& part, Mask& mask, const Rect& area);

/// Where a result fades into the picture: what lies beyond the mask but within `grow` pixels of it, and the rim of that
/// of `feather` pixels. Null if there is no such place.
Mask blendBand(const Mask& mask, int grow, int feather);

} // namespace palimpsest::ui
