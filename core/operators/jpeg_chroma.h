// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace palimpsest {

/// How the components of a JPEG hold colours.
struct JpegChroma {
    std::string_view name;
    int rows = 1; ///< pixels that share a sample of chroma
    int columns = 1;
    bool isRgb = false; ///< R, G and B themselves, not luma and chroma
};

/// The usual names where there are some.
inline constexpr std::array<JpegChroma, 10> kJpegChroma{{{"4:2:0", 2, 2},
                                                         {"4:2:2", 1, 2},
                                                         {"4:4:0", 2, 1},
                                                         {"4:4:4", 1, 1},
                                                         {"4:1:1", 1, 4},
                                                         {"4:4:1", 4, 1},
                                                         {"4:1:0", 2, 4},
                                                         {"4x2", 4, 2},
                                                         {"4x4", 4, 4},
                                                         {"RGB", 1, 1, true}}};

} // namespace palimpsest
