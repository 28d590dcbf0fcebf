// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/original_outside.h"

#include "core/base/error.h"

#include <cstring>

namespace palimpsest {

Image withOriginalOutside(const Image& changed, const Image& original, const Mask& mask) {
    const bool fit = changed.size() == original.size() && changed.channels() == original.channels() &&
                     changed.depth() == original.depth() && mask.size() == original.size();
    if (!fit) {
        throw Bug("pictures that are to be mixed differ in kind");
    }
    const std::size_t pixel = static_cast<std::size_t>(original.channels()) * byteSizeOf(original.depth());
    std::vector<std::byte> bytes(original.pixels().begin(), original.pixels().end());
    for (int y = 0; y < original.height(); ++y) {
        const std::uint8_t* covered = mask.row(y);
        const std::byte* from = changed.row(y).data();
        std::byte* to = bytes.data() + static_cast<std::size_t>(y) * original.rowByteSize();
        for (int x = 0; x < original.width(); ++x, from += pixel, to += pixel) {
            if (covered[x] > 0) {
                std::memcpy(to, from, pixel);
            }
        }
    }
    return Image(original.size(), original.channels(), original.depth(), std::move(bytes))
        .withMetadata(withoutCompression(original.metadata()));
}

} // namespace palimpsest
