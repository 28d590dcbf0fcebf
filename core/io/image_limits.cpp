// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_limits.h"

#include "core/base/error.h"

namespace palimpsest {

Size checkedSize(std::int64_t width, std::int64_t height, const std::string& origin) {
    if (width <= 0 || height <= 0) {
        throw Error(ErrorCode::badInput, Message("%1 is damaged: it has no pixels", origin), "get another copy of it");
    }
    // Sides first: the product of larger ones might not fit.
    if (width > kLongestSide || height > kLongestSide || width * height > kMostPixels) {
        throw Error(ErrorCode::badInput,
                    Message("%1 is too large: %2 x %3 pixels, the limit is 250 megapixels and 60000 pixels a side",
                            origin, width, height),
                    "scale it down or cut out the part that you need");
    }
    return {static_cast<int>(width), static_cast<int>(height)};
}

} // namespace palimpsest
