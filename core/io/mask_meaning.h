// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/image.h"
#include "core/image/mask.h"

#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// What marks a pixel of a picture that is given as a mask.
enum class MaskMeaning {
    white,  ///< white on black, or the brighter of two values
    black,  ///< black on white
    alpha,  ///< what is painted on a clear layer
    erased, ///< what is clear, or differs, in a copy of the picture
    labels, ///< everything but the background
    exact,  ///< alpha if any of it is transparent, else grey, each value as it stands: as masks are stored here
};

/// "white", "black" ..., in the order of MaskMeaning.
const std::vector<std::string>& maskMeaningNames();
const std::string& nameOf(MaskMeaning meaning);
/// Nothing for "auto" and for empty text. Throws Error(badArgument) for an unknown name.
std::optional<MaskMeaning> maskMeaningFrom(const std::string& name);

struct MaskReading {
    Mask mask;
    MaskMeaning meaning = MaskMeaning::exact; ///< as it was understood
    bool isAmbiguous = false;                 ///< another meaning is nearly as likely
    std::vector<Message> notices;             ///< what was understood, and what was cleaned
};

/// The mask that `file` shows for `picture`, of its size; without a meaning its whole content decides. Throws
/// Error(badInput), with `origin` as the file's name, if that is no mask: the picture itself, or another photograph.
MaskReading understoodMask(const Image& file, const Image& picture, std::optional<MaskMeaning> meaning,
                           const std::string& origin);

/// Share of the pixels above 0, in percent.
double markedPercent(const Mask& mask);

} // namespace palimpsest
