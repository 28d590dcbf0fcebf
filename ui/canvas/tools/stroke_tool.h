// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/swept_dab.h"
#include "ui/canvas/tools/tool.h"

#include <optional>

namespace palimpsest::ui {

/// What brushes and erasers share, whatever they paint on. Left button paints, right button does the opposite;
/// Shift+click draws a straight line from the end of the last stroke; Shift+drag sideways sets the size.
class StrokeTool : public Tool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::StrokeTool)

public:
    ToolOptionGroup options() const override { return ToolOptionGroup::brush; }
    QCursor cursor() const override;

    void press(const PointerEvent& event) override;
    void move(const PointerEvent& event) override;
    void release(const PointerEvent& event) override;
    void hover(const PointerEvent& event) override;
    void leave() override;
    bool isBusy() const override { return gesture_ != Gesture::none; }
    void cancel() override;
    void paintOverlay(QPainter& painter) const override;

protected:
    StrokeTool(ToolHost& host, bool erases) : Tool(host), erases_(erases) {}

    virtual void beginEdit(bool erases) = 0;
    virtual void draw(const SweptDab& trace, bool erases) = 0;
    virtual void commitEdit() = 0;
    virtual void cancelEdit() = 0;

private:
    /// From pressing to letting go. A press with Shift is undecided until it moves (resizes) or ends (straight line).
    enum class Gesture { none, stroke, undecided, resize };

    Dab dabAt(const PointerEvent& event) const;
    void beginStroke(const PointerEvent& event);
    void drawTo(const Dab& next);
    void endStroke();
    void resizeTo(const QPointF& widgetPosition);
    void showOutlineAt(const QPointF& widgetPosition);
    QRectF outline() const;
    void updateOutline();

    const bool erases_;
    Gesture gesture_ = Gesture::none;
    bool strokeErases_ = false;
    Dab last_;                   ///< where the stroke has got to
    std::optional<Dab> lastEnd_; ///< where Shift+click starts from
    QPointF pressedAt_;          ///< logical pixels
    double pressedSize_ = 0;
    std::optional<QPointF> pointer_; ///< where the outline is shown, logical pixels
};

} // namespace palimpsest::ui
