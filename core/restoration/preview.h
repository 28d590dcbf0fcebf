// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/jobs/progress.h"

namespace at {
class Tensor;
}

namespace palimpsest {

/// Packs x [1,3,H,W] in [-1,1], a level of the pyramid of the picture's `area`, for the screen, if the sink wants it.
/// Packed where the tensor lives, and reduced first where it has more than a million pixels. `enlarged`: how many times
/// larger than the picture the result is, in whose pixels the area counts. True if it was packed: asking the sink
/// another time would count as another preview.
bool showPreview(ProgressSink& sink, const at::Tensor& x, const Rect& area, int level, int sample, int enlarged = 1);

} // namespace palimpsest
