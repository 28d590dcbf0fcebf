// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/region.h"
#include "ui/canvas/tools/tool.h"

namespace palimpsest::ui {

/// What the tools that enclose something share: Shift adds to the mask, Alt or the right button takes away, without
/// either the option decides.
class RegionTool : public Tool {
public:
    ToolOptionGroup options() const override { return ToolOptionGroup::region; }
    QCursor cursor() const override { return Qt::CrossCursor; }

protected:
    using Tool::Tool;

    RegionMode modeFor(const PointerEvent& event) const;
    void apply(const Region& region, RegionMode mode, const QString& text);
    /// Outline of a gesture in two tones, logical pixels.
    static void paintOutline(QPainter& painter, const QPolygonF& outline, bool closed);
    /// The polygon in logical pixels of the canvas.
    QPolygonF onCanvas(const QPolygonF& polygon) const;
};

} // namespace palimpsest::ui
