// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/stroke_tool.h"

namespace palimpsest::ui {

/// Paints the mask with a round brush.
class BrushTool : public StrokeTool {
public:
    explicit BrushTool(ToolHost& host) : StrokeTool(host, false) {}
    ToolId id() const override { return ToolId::brush; }
};

} // namespace palimpsest::ui
