// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/region_tool.h"

#include <QPolygonF>

namespace palimpsest::ui {

/// A freehand outline, closed where the button is let go.
class LassoTool : public RegionTool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::LassoTool)

public:
    explicit LassoTool(ToolHost& host) : RegionTool(host) {}
    ToolId id() const override { return ToolId::lasso; }
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool isDragged() const override { return true; }
    bool isBusy() const override { return !outline_.isEmpty(); }
    void cancel() override;
    void paintOverlay(QPainter& painter) const override;

private:
    QPolygonF outline_; ///< pixels of the picture; empty while nothing is drawn
    RegionMode mode_ = RegionMode::add;
};

} // namespace palimpsest::ui
