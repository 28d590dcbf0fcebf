// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"
#include "core/io/mask_meaning.h"

#include <optional>
#include <string>

namespace palimpsest {

/// The mask that a picture shows: its alpha if any of it is transparent (painted = restore), else its grey value
/// (white = restore). Colours count by their Rec. 601 luminance.
Mask maskFromImage(const Image& image);

/// Reads a mask of this program's own, or as records without a meaning were made. Lossy formats leave faint noise:
/// there the darkest and brightest sixteenth count as black and white. Throws as readImage, and Error(badInput) with
/// both sizes if it is not of `size`.
Mask readMask(const std::string& path, Size size);

/// Reads a mask of any program for `picture`; without a meaning its whole content decides. Throws as readMask and
/// understoodMask.
MaskReading readMask(const std::string& path, const Image& picture, std::optional<MaskMeaning> meaning);

/// Writes an 8-bit grey PNG, whatever the extension, atomically.
void writeMask(const std::string& path, const Mask& mask);

} // namespace palimpsest
