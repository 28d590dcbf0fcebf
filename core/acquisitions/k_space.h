// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <complex>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palimpsest {

/// Samples of an MRI measurement in the Fourier domain, in the scanner's own scale. Copies share the values, which
/// never change.
class KSpace {
public:
    KSpace() = default;
    /// values: [slices, coils, phase encodes, readout], row by row. sampled: [phase encodes], 1 where a line was
    /// measured. matrix: columns and rows of the image, which readout oversampling and partial Fourier may make smaller
    /// than the data. Throws Bug if sizes disagree.
    KSpace(int slices, int coils, std::vector<std::uint8_t> sampled, int readout, Size matrix,
           std::vector<std::complex<float>> values);

    bool isNull() const { return !values_; }
    int slices() const { return slices_; }
    int coils() const { return coils_; }
    int phaseEncodes() const { return static_cast<int>(sampled_.size()); }
    int readout() const { return readout_; }
    Size matrix() const { return matrix_; }
    const std::vector<std::uint8_t>& sampled() const { return sampled_; }
    const std::vector<std::complex<float>>& values() const;
    bool operator==(const KSpace& other) const;

private:
    int slices_ = 0;
    int coils_ = 0;
    int readout_ = 0;
    Size matrix_;
    std::vector<std::uint8_t> sampled_;
    std::shared_ptr<const std::vector<std::complex<float>>> values_;
};

/// SHA-256 over sizes, sampling and values.
std::string contentHash(const KSpace& kSpace);

} // namespace palimpsest
