// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/mask.h"
#include "ui/canvas/view_transform.h"

#include <QRect>

#include <cstdint>
#include <vector>

namespace palimpsest::ui {

/// Halves of a mask by the highest of four values, so that the thinnest scratch is still seen when a large picture is
/// shown small, and so that empty parts are skipped without a look at them. Follows a mask that somebody else owns.
class MaskPyramid {
public:
    /// Reads all of `mask`, which must outlive the pyramid or the next reset.
    void reset(const Mask& mask);
    /// Reads again what lies in `dirty` (within the mask).
    void update(const Rect& dirty);

    bool isNull() const { return !mask_ || mask_->isNull(); }
    Size size() const { return isNull() ? Size{} : mask_->size(); }
    /// False only if every value in `area` is 0; may be true for areas close to values above 0.
    bool maybeCovered(const Rect& area) const;

    /// The level drawn at this zoom: the coarsest one whose pixels are no larger than the screen's.
    int levelFor(double zoom) const;
    /// Values under the physical pixels of `device`, row by row; 0 beside the mask.
    std::vector<std::uint8_t> sampled(const ViewTransform& view, const QRect& device) const;
    /// Cuts `device` into pieces and leaves out those whose samples, and those `margin` pixels around, are all 0.
    std::vector<QRect> coveredPieces(const ViewTransform& view, const QRect& device, int margin) const;
    /// The physical pixels whose samples depend on `dirty`.
    QRect dependants(const ViewTransform& view, const Rect& dirty) const;

private:
    const Mask& level(int index) const { return index == 0 ? *mask_ : halves_[static_cast<std::size_t>(index) - 1]; }

    const Mask* mask_ = nullptr;
    std::vector<Mask> halves_;
};

} // namespace palimpsest::ui
