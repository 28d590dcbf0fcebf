// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

namespace palimpsest::ui {

/// `strength` (0 .. 1) of the result and the rest of the original, in the result's size, channels, depth and alpha. An
/// original of another size is enlarged by cubic interpolation; a grey one counts as one without colours.
Image blended(const Image& original, const Image& result, double strength);

/// The float `mean` of a run's samples, in the working space, as one of them would be: in the colour space, the depth
/// and the channels of `sample` (alpha is the sample's; a grey one takes the mean of three colours), with its metadata.
Image meanLike(const Image& sample, const Image& mean);

} // namespace palimpsest::ui
