// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "core/image/mask.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace palimpsest {

/// The difference of two states of a mask inside a rectangle, run-length coded: what one step of undo stores. It holds
/// before XOR after, so that the same bytes lead forwards and back.
class MaskPatch {
public:
    MaskPatch() = default;
    /// The masks must be of one size (else Bug). The patch covers just the pixels that differ; `within` limits the
    /// search to a rectangle known to hold all of them.
    MaskPatch(const Mask& before, const Mask& after, const Rect& within);
    MaskPatch(const Mask& before, const Mask& after);

    bool isEmpty() const { return area_.isEmpty(); }
    /// Smallest rectangle of the pixels that differ: what has to be painted again.
    Rect area() const { return area_; }
    /// Memory that the patch takes, for a budget of undo.
    std::size_t byteSize() const { return sizeof(*this) + runs_.capacity(); }

    /// From the state before to the state after. Throws Bug if the mask has another size.
    void apply(Mask& mask) const { toggle(mask); }
    /// From the state after to the state before.
    void revert(Mask& mask) const { toggle(mask); }

private:
    void toggle(Mask& mask) const;

    Size size_;
    Rect area_;
    std::vector<std::uint8_t> runs_;
};

} // namespace palimpsest
