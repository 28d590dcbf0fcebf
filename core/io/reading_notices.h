// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace palimpsest {

// What reading a file changes, for the user.

inline constexpr char kPaletteNotice[] = "the picture has a palette; it was converted to RGB";
inline constexpr char kInksNotice[] =
    "the picture is in CMYK; it was converted to RGB without a colour profile, which changes its colours";
inline constexpr char kPagesNotice[] = "the file holds several pictures; the first was read";
inline constexpr char kAlphaNotice[] = "the transparency of the picture was dropped; its colours are those over black";
inline constexpr char kAttachmentsNotice[] =
    "the file speaks of a gain map, video or other data beside the picture, which are not kept";
inline constexpr char kInvisibleNotice[] = "the picture says that all of it is transparent; it was read as opaque";
inline constexpr char kPaddingNotice[] =
    "the picture has a fourth byte that its header does not call transparency; it was read as opaque";
inline constexpr char kGammaNotice[] =
    "the picture says a gamma or primaries (gAMA, cHRM) that make no colour space; its colours are taken for sRGB";
inline constexpr char kHdrNotice[] =
    "the picture says that its colours are HDR (cICP); they are taken for sRGB, and the result does not say it";
inline constexpr char kGreyProfileNotice[] =
    "the picture is grey but its colour profile is for RGB; a grey profile with the same tones takes its place";
inline constexpr char kOtherProfileNotice[] =
    "the colour profile of the picture is for other colours than it has; it was dropped and its colours are taken for "
    "sRGB";
/// For pictures of floats.
inline constexpr char kRangeNotice[] =
    "the picture has values below 0 or above 1, which are cut off where it is restored";
inline constexpr char kNanNotice[] = "the picture has NaN values; they count as black";

/// For pictures of grey values of 1, 2 or 4 bits.
inline Message bitsNotice(int bits) {
    return Message("the picture has %1 bit per pixel; it was converted to 8-bit grey", bits);
}

} // namespace palimpsest
