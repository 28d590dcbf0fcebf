// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>

namespace palimpsest {

/// The range of values that a screen shows from black to white.
struct DisplayWindow {
    double level = 0.5; ///< middle
    double width = 1;   ///< above zero
    bool operator==(const DisplayWindow&) const = default;
};

/// What the values of measured or reconstructed data mean: they are never clamped to [0,1].
struct PhysicalScale {
    std::string unit;                    ///< "HU", "1/mm"; empty: arbitrary
    std::array<double, 3> spacingMm{};   ///< between columns, rows and slices; 0: unknown
    std::optional<DisplayWindow> window; ///< in `unit`; none: from the smallest to the largest value
    bool operator==(const PhysicalScale&) const = default;
};

} // namespace palimpsest
