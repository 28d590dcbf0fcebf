// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisitions/physical_scale.h"

#include <memory>
#include <string>
#include <vector>

namespace palimpsest {

enum class TomographyGeometry { parallel, fanFlat, fanCurved };

/// How the rays of a sinogram lay. Lengths in mm, angles in rad.
struct ScanGeometry {
    TomographyGeometry kind = TomographyGeometry::parallel;
    std::vector<double> angles;  ///< of each view
    double binSpacing = 1;       ///< between detector elements, mm
    double centreOfRotation = 0; ///< where the axis falls on the detector, bins from its middle
    double sourceToAxis = 0;     ///< mm, fan geometries
    double axisToDetector = 0;   ///< mm, fan geometries
    bool operator==(const ScanGeometry&) const = default;
};

/// Projections of one or more slices. Copies share the values, which never change.
class Sinogram {
public:
    enum class Quantity {
        lineIntegrals, ///< of the attenuation, without a unit
        counts,        ///< of photons, with the unattenuated count i0
    };

    Sinogram() = default;
    /// values: [slices, views, bins], row by row; views is the number of the geometry's angles. Throws Bug if there are
    /// more or fewer.
    Sinogram(int slices, int bins, ScanGeometry geometry, std::vector<float> values,
             Quantity quantity = Quantity::lineIntegrals, double i0 = 0);

    bool isNull() const { return !values_; }
    int slices() const { return slices_; }
    int views() const { return static_cast<int>(geometry_.angles.size()); }
    int bins() const { return bins_; }
    const ScanGeometry& geometry() const { return geometry_; }
    Quantity quantity() const { return quantity_; }
    double i0() const { return i0_; }
    const std::vector<float>& values() const;
    bool operator==(const Sinogram& other) const;

private:
    int slices_ = 0;
    int bins_ = 0;
    ScanGeometry geometry_;
    Quantity quantity_ = Quantity::lineIntegrals;
    double i0_ = 0;
    std::shared_ptr<const std::vector<float>> values_;
};

/// SHA-256 over sizes, geometry, quantity and values.
std::string contentHash(const Sinogram& sinogram);

} // namespace palimpsest
