// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

namespace palimpsest::ui {

/// `strength` (0 .. 1) of the result and the rest of the original, in the result's size, channels, depth and alpha. An
/// original of another size is enlarged by cubic interpolation; a grey one counts as one without colours.
Image blended(const Image& original, const Image& result, double strength);

/// A float `image` at the depth and with the metadata of `model`, which has the same channels.
Image atDepthOf(const Image& model, const Image& image);

} // namespace palimpsest::ui
