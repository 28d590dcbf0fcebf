// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

#include <QImage>

namespace palimpsest::ui {

// What is drawn of the maps of SolutionMaps: images of one channel, float32.

/// The end of the colour scale: all but the largest 0.5 % of the values lie below; never 0.
double scaleEnd(const Image& map);
/// The map in the colours of scaleColour(), so translucent that the picture is still seen.
QImage scaledPicture(const Image& map, double end);
/// Magenta, the more opaque the higher the value.
QImage tintedPicture(const Image& map, double end);
/// 255 where the map, averaged to `size`, is above the threshold.
Mask above(const Image& map, double threshold, const Size& size);

} // namespace palimpsest::ui
