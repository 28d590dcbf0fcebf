// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/region_tool.h"

#include <QPolygonF>

namespace palimpsest::ui {

/// Corners set click by click. A double click, Enter or a click on the first corner closes, Backspace takes the last
/// corner back, Esc gives up. The modifier keys of the first click decide what happens to the mask.
class PolygonTool : public RegionTool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::PolygonTool)

public:
    explicit PolygonTool(ToolHost& host) : RegionTool(host) {}
    ToolId id() const override { return ToolId::polygon; }
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override { hover(event); }
    void doubleClick(const PointerEvent& event) override;
    bool keyPress(QKeyEvent& event) override;
    void hover(const PointerEvent& event) override;
    bool isBusy() const override { return !corners_.isEmpty(); }
    void cancel() override;
    void paintOverlay(QPainter& painter) const override;

private:
    bool isOnFirst(const PointerEvent& event) const;
    void close();

    QPolygonF corners_; ///< pixels of the picture
    QPointF pointer_;
    RegionMode mode_ = RegionMode::add;
};

} // namespace palimpsest::ui
