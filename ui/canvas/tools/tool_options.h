// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace palimpsest::ui {

/// What a finished region does to the mask when no modifier key says otherwise (Shift adds, Alt subtracts).
enum class RegionMode { add, replace, subtract };

/// What the tools may be told; one set for all of them. The tool box shows the members a tool reads (ToolOptionGroup).
struct ToolOptions {
    static constexpr double kSmallestBrush = 1;
    static constexpr double kLargestBrush = 2000;

    double brushSize = 40;      ///< diameter in pixels of the picture, 1 .. 2000
    double brushHardness = 0.8; ///< 0 soft from the centre .. 1 hard edge
    double brushOpacity = 1;    ///< highest mask value a stroke writes, 0 .. 1
    bool pressureSetsSize = true;
    bool pressureSetsOpacity = false;
    RegionMode regionMode = RegionMode::add;
    int wandTolerance = 24; ///< greatest difference of any channel from the clicked pixel, 0 .. 255 (8-bit scale)
    bool wandContiguous = true;

    /// With every number inside its range.
    ToolOptions clamped() const;
    QColor hintColour{0xb0, 0x50, 0x30}; ///< of the hint brush, sRGB

    bool operator==(const ToolOptions&) const = default;
};

/// Which members of ToolOptions a tool reads: brush*, pressure*; regionMode; regionMode and wand*; or
/// brushSize, pressureSetsSize and hintColour.
enum class ToolOptionGroup { none, brush, region, wand, hints };

} // namespace palimpsest::ui
