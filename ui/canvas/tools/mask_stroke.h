// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/stroke_tool.h"

namespace palimpsest::ui {

/// Strokes on the mask.
class MaskStroke : public StrokeTool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::StrokeTool)

protected:
    using StrokeTool::StrokeTool;

    void beginEdit(bool erases) override;
    void draw(const SweptDab& trace, bool erases) override;
    void commitEdit() override;
    void cancelEdit() override;
};

} // namespace palimpsest::ui
