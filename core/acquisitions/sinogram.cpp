// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisitions/sinogram.h"

#include "core/acquisitions/content_bytes.h"
#include "core/base/error.h"

#include <utility>

namespace palimpsest {

Sinogram::Sinogram(int slices, int bins, ScanGeometry geometry, std::vector<float> values, Quantity quantity, double i0)
    : slices_(slices), bins_(bins), geometry_(std::move(geometry)), quantity_(quantity), i0_(i0),
      values_(std::make_shared<const std::vector<float>>(std::move(values))) {
    const bool isPositive = slices > 0 && bins > 0 && !geometry_.angles.empty();
    if (!isPositive || values_->size() != static_cast<std::size_t>(slices) * geometry_.angles.size() *
                                              static_cast<std::size_t>(bins)) {
        throw Bug("a sinogram whose values are not [slices, views, bins]");
    }
}

const std::vector<float>& Sinogram::values() const {
    static const std::vector<float> none;
    return values_ ? *values_ : none;
}

bool Sinogram::operator==(const Sinogram& other) const {
    return slices_ == other.slices_ && bins_ == other.bins_ && geometry_ == other.geometry_ &&
           quantity_ == other.quantity_ && i0_ == other.i0_ && values() == other.values();
}

std::string contentHash(const Sinogram& sinogram) {
    const ScanGeometry& geometry = sinogram.geometry();
    ContentBytes bytes("sinogram");
    bytes.add(sinogram.slices()).add(sinogram.views()).add(sinogram.bins());
    bytes.add(static_cast<int>(geometry.kind)).add(static_cast<int>(sinogram.quantity())).add(sinogram.i0());
    bytes.add(geometry.binSpacing)
        .add(geometry.centreOfRotation)
        .add(geometry.sourceToAxis)
        .add(geometry.axisToDetector);
    for (const double angle : geometry.angles) {
        bytes.add(angle);
    }
    return bytes.addAll(sinogram.values()).sha256();
}

} // namespace palimpsest
