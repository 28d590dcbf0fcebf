// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/mask_stroke.h"

namespace palimpsest::ui {

/// Paints the mask with a round brush.
class BrushTool : public MaskStroke {
public:
    explicit BrushTool(ToolHost& host) : MaskStroke(host, false) {}
    ToolId id() const override { return ToolId::brush; }
};

} // namespace palimpsest::ui
