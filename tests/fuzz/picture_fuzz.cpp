// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Pixels of every picture format. Metadata are exiv2's business.
#include "core/io/image_format.h"
#include "core/io/pixel_codec.h"
#include "tests/fuzz/exercise.h"

#include <span>

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace palimpsest;
    return testing::exercise([=] {
        constexpr std::int64_t kMostPixels = 1 << 20; // headers may promise what takes long to fill
        const auto bytes = std::as_bytes(std::span(data, size));
        const ImageFormat& format = formatOfContent(bytes, "fuzz");
        const ImageHeader header = format.inspect(bytes, "fuzz");
        if (header.size.area() <= kMostPixels) {
            decodePixels(bytes, format, header, "fuzz");
        }
    });
}
