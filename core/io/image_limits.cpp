// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_limits.h"

#include "core/base/error.h"

namespace palimpsest {

Size checkedSize(std::int64_t width, std::int64_t height, const std::string& origin) {
    if (width <= 0 || height <= 0) {
        throw Error(ErrorCode::badInput, origin + " is damaged: it has no pixels", "get another copy of it");
    }
    // Sides first: the product of larger ones might not fit.
    if (width > kLongestSide || height > kLongestSide || width * height > kMostPixels) {
        throw Error(ErrorCode::badInput,
                    origin + " is too large: " + std::to_string(width) + " x " + std::to_string(height) +
                        " pixels, the limit is 250 megapixels and 60000 pixels a side",
                    "scale it down or cut out the part that you need");
    }
    return {static_cast<int>(width), static_cast<int>(height)};
}

} // namespace palimpsest
