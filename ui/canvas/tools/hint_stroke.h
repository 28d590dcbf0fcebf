// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/stroke_tool.h"

namespace palimpsest::ui {

/// Strokes of known colour, with a hard edge: the hint brush paints them, the hint eraser takes them away. Alt+click
/// takes the colour from the canvas.
class HintStroke : public StrokeTool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::StrokeTool)

public:
    enum class Kind { brush, eraser };

    HintStroke(ToolHost& host, Kind kind) : StrokeTool(host, kind == Kind::eraser), kind_(kind) {}

    ToolId id() const override { return kind_ == Kind::brush ? ToolId::hintBrush : ToolId::hintEraser; }
    ToolOptionGroup options() const override { return ToolOptionGroup::hints; }
    void press(const PointerEvent& event) override;

protected:
    void beginEdit(bool erases) override;
    void draw(const SweptDab& trace, bool erases) override;
    void commitEdit() override;
    void cancelEdit() override;

private:
    Kind kind_;
};

} // namespace palimpsest::ui
