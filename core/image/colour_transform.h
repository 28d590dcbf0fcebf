// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/image.h"

#include <string>

namespace palimpsest {

// What the numbers of a picture mean is said by its embedded ICC profile; a picture without one is taken for sRGB. The
// working space, in which priors were trained and methods compute, has the primaries and the curve of sRGB; grey
// pictures have that curve alone. Conversions are relative colorimetric with black point compensation, pixel by pixel
// (a crop converts as the whole does), and leave alpha alone. A profile that means sRGB within 0.001 of every colour
// converts nothing: the image comes back as it is. Safe to call from several threads.

/// `image` as float32 in the working space, or itself if there is nothing to convert. Colours outside sRGB are not
/// clipped: Display P3's red becomes (1.09, -0.23, -0.15), so that the way back is exact: every byte of 8 bits,
/// 1e-5 else (6e-4 near black with a pure power curve, and with curves that are tables). Profiles that map colours by
/// tables clip to what those hold. Metadata is kept, profile included: it says what fromWorkingSpace goes back to.
Image toWorkingSpace(const Image& image);

/// `result`, in the working space and of any size and depth, in the colours and the depth of `original` and with its
/// metadata. Integer depths are rounded and clipped to [0,1]: what a method made up outside the gamut of the profile is
/// moved to its border, channel by channel. A result with other colour channels than `original` (a grey picture that
/// was colorized) stays in the working space, and loses the profile that would mean something else.
Image fromWorkingSpace(const Image& result, const Image& original);

/// `image` in sRGB at its own depth, clipped there if integer, for screens and for programs that know no profiles; the
/// profile is taken off. The image itself if there is nothing to convert.
Image toDisplay(const Image& image);

/// The sentence for a profile that cannot be used: damaged, for other colours than the picture's, or one way only. The
/// functions above then take the picture for sRGB. Empty if all is well.
Message profileNotice(const Image& image);

} // namespace palimpsest
