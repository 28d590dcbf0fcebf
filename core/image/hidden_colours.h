// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

namespace palimpsest {

// Wholly transparent pixels may hide any colour. What looks at neighbourhoods must not see it: it would bleed into
// edges.

/// True if some pixels are wholly transparent and some are not.
bool hidesColours(const Image& image);

/// `image` with the colours of what is visible spread, ever more smoothly, into what is wholly transparent; itself if
/// it hides none. All other bytes, and alpha, are untouched. What is above 0 in `damage`, of the same size if not null,
/// is not spread.
Image withSpreadColours(const Image& image, const Mask& damage = {});

/// 255 on every pixel but the wholly transparent ones; everywhere if all of them are, or if there is no alpha.
Mask visiblePart(const Image& image);

} // namespace palimpsest
