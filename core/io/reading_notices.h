// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

namespace palimpsest {

// What reading a file changes, in words for its owner.

inline constexpr char kPaletteNotice[] = "the picture has a palette; it was converted to RGB";
inline constexpr char kInksNotice[] =
    "the picture is in printing inks (CMYK); they were converted to RGB without a colour profile, "
    "which changes colours";
inline constexpr char kPagesNotice[] = "the file holds several pictures; the first was read";
inline constexpr char kAlphaNotice[] =
    "the transparency of the picture was left out; the colours are those over black";
/// For pictures of floats.
inline constexpr char kRangeNotice[] = "the picture has values below 0 or above 1, which are cut off where it is restored";
inline constexpr char kNoNumberNotice[] = "the picture has NaN values; they count as black";

/// For pictures of grey values of 1, 2 or 4 bits.
inline Message bitsNotice(int bits) { return Message("the picture has pixels of %1 bit; they were converted to grey of 8 bit", bits); }

} // namespace palimpsest
