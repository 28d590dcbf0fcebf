// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/region_tool.h"

#include <optional>

namespace palimpsest::ui {

/// A rectangle of whole pixels, dragged from corner to corner.
class RectangleTool : public RegionTool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::RectangleTool)

public:
    explicit RectangleTool(ToolHost& host) : RegionTool(host) {}
    ToolId id() const override { return ToolId::rectangle; }
    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    bool isDragged() const override { return true; }
    bool isBusy() const override { return drag_.has_value(); }
    void cancel() override;
    void paintOverlay(QPainter& painter) const override;

private:
    struct Drag {
        QPointF from; ///< pixels of the picture
        QPointF to;
        QPointF pressedAt; ///< logical pixels
        RegionMode mode = RegionMode::add;
    };

    /// What is enclosed: whole pixels, from the one under the press to the one under the pointer.
    QRectF enclosed() const;

    std::optional<Drag> drag_;
};

} // namespace palimpsest::ui
