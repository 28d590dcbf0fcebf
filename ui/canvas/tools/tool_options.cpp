// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/tool_options.h"

#include <algorithm>

namespace palimpsest::ui {

ToolOptions ToolOptions::clamped() const {
    ToolOptions options = *this;
    options.brushSize = std::clamp(brushSize, kSmallestBrush, kLargestBrush);
    options.brushHardness = std::clamp(brushHardness, 0.0, 1.0);
    options.brushOpacity = std::clamp(brushOpacity, 0.0, 1.0);
    options.wandTolerance = std::clamp(wandTolerance, 0, 255);
    return options;
}

} // namespace palimpsest::ui
