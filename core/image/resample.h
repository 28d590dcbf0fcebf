// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/image.h"

namespace palimpsest {

/// `image` at another size (at least 1 x 1), same channels and depth: averaging over areas where it shrinks, cubic
/// where it grows. Colours are weighted with alpha, so that transparent pixels do not bleed. Metadata is kept.
Image resampled(const Image& image, Size size);

/// The largest size of the proportions of `size` that fits into `limits`, at least 1 x 1 and never enlarged.
Size fitted(Size size, Size limits);

} // namespace palimpsest
