// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/acquisitions/k_space.h"

#include "core/acquisitions/content_bytes.h"
#include "core/base/error.h"

#include <utility>

namespace palimpsest {

KSpace::KSpace(int slices, int coils, std::vector<std::uint8_t> sampled, int readout, Size matrix,
               std::vector<std::complex<float>> values)
    : slices_(slices), coils_(coils), readout_(readout), matrix_(matrix), sampled_(std::move(sampled)),
      values_(std::make_shared<const std::vector<std::complex<float>>>(std::move(values))) {
    const bool isPositive = slices > 0 && coils > 0 && readout > 0 && !sampled_.empty() && !matrix.isEmpty();
    const std::size_t count = static_cast<std::size_t>(slices) * static_cast<std::size_t>(coils) * sampled_.size() *
                              static_cast<std::size_t>(readout);
    if (!isPositive || values_->size() != count) {
        throw Bug("a k-space whose values are not [slices, coils, phase encodes, readout]");
    }
}

const std::vector<std::complex<float>>& KSpace::values() const {
    static const std::vector<std::complex<float>> none;
    return values_ ? *values_ : none;
}

bool KSpace::operator==(const KSpace& other) const {
    return slices_ == other.slices_ && coils_ == other.coils_ && readout_ == other.readout_ &&
           matrix_ == other.matrix_ && sampled_ == other.sampled_ && values() == other.values();
}

std::string contentHash(const KSpace& kSpace) {
    ContentBytes bytes("k-space");
    bytes.add(kSpace.slices()).add(kSpace.coils()).add(kSpace.phaseEncodes()).add(kSpace.readout());
    bytes.add(kSpace.matrix().width).add(kSpace.matrix().height);
    return bytes.addAll(kSpace.sampled()).addAll(kSpace.values()).sha256();
}

} // namespace palimpsest
