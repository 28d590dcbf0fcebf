// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/image.h"

#include <cstddef>

namespace palimpsest::ui {

/// The difference of two pictures: the smallest rectangle that holds all of it, before and after; if they differ in
/// size, channels or depth, both as they are.
class PicturePatch {
public:
    PicturePatch(const Image& before, const Image& after);

    const Rect& area() const { return area_; }
    std::size_t byteSize() const { return before_.byteSize() + after_.byteSize(); }
    /// `picture` with the pixels after, or before.
    Image applied(const Image& picture, bool forward) const;

private:
    bool isWhole_ = false; ///< before_ and after_ are the pictures themselves
    Rect area_;
    Image before_; ///< inside the area; null if the pictures are equal
    Image after_;
};

} // namespace palimpsest::ui
