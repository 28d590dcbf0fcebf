// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/mask_stroke.h"

namespace palimpsest::ui {

/// Takes the mask away with a round brush.
class EraserTool : public MaskStroke {
public:
    explicit EraserTool(ToolHost& host) : MaskStroke(host, true) {}
    ToolId id() const override { return ToolId::eraser; }
};

} // namespace palimpsest::ui
