// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <string>

namespace palimpsest {

/// Colour hints for `picture` as RGBA (sRGB) at the depth of `drawn`, alpha above one half where the colour is known. A
/// drawing with transparency says so itself: its alpha is taken as it is. An opaque one is a copy of the picture with
/// strokes over it: hints are the pixels whose colour differs from the picture's by more than two steps of 8 bits in
/// some channel (lossy copies differ by as much). Throws Error(badInput), with `origin`, if the sizes differ (both are
/// named), the drawing is grey, or no pixel is a hint.
Image hintsFromImage(const Image& drawn, const Image& picture, const std::string& origin);
/// From a file of any format. Throws as readImage too.
Image readHints(const std::string& path, const Image& picture);

} // namespace palimpsest
