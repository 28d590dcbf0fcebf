// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/stroke_tool.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

/// Smaller outlines (logical pixels) cannot be seen around the pointer; then a cross shows the place.
constexpr double kSmallestOutline = 6;
/// Further than this (logical pixels) a press with Shift becomes a drag.
constexpr double kDragDistance = 4;
/// The weakest touch of a pen still leaves a mark.
constexpr double kLeastPressure = 0.02;

} // namespace

QCursor StrokeTool::cursor() const {
    const bool seen = host().toolOptions().brushSize * host().viewTransform().scale() >= kSmallestOutline;
    return seen ? Qt::BlankCursor : Qt::CrossCursor;
}

Dab StrokeTool::dabAt(const PointerEvent& event) const {
    const ToolOptions& options = host().toolOptions();
    const double pressure = std::max(kLeastPressure, event.pressure);
    Dab dab{event.position, options.brushSize / 2, options.brushOpacity};
    dab.radius = std::max(0.5, dab.radius * (options.pressureSetsSize ? pressure : 1));
    dab.opacity *= options.pressureSetsOpacity ? pressure : 1;
    if (dab.radius < 1) { // a brush of one pixel fills just that pixel
        dab.centre = {std::floor(dab.centre.x()) + 0.5, std::floor(dab.centre.y()) + 0.5};
    }
    return dab;
}

void StrokeTool::press(const PointerEvent& event) {
    if (gesture_ != Gesture::none || (event.button != Qt::LeftButton && event.button != Qt::RightButton)) {
        return;
    }
    pressedAt_ = event.widgetPosition;
    strokeErases_ = erases_ != (event.button == Qt::RightButton);
    showOutlineAt(event.widgetPosition);
    if (event.modifiers & Qt::ShiftModifier) {
        gesture_ = Gesture::undecided;
        pressedSize_ = host().toolOptions().brushSize;
    } else {
        beginStroke(event);
    }
}

void StrokeTool::beginStroke(const PointerEvent& event) {
    gesture_ = Gesture::stroke;
    beginEdit(strokeErases_);
    last_ = dabAt(event);
    drawTo(last_);
}

void StrokeTool::drawTo(const Dab& next) {
    draw(SweptDab(last_, next, host().toolOptions().brushHardness), strokeErases_);
    last_ = next;
}

void StrokeTool::endStroke() {
    commitEdit();
    lastEnd_ = last_;
    gesture_ = Gesture::none;
}

void StrokeTool::move(const PointerEvent& event) {
    switch (gesture_) {
    case Gesture::stroke:
        drawTo(dabAt(event));
        showOutlineAt(event.widgetPosition);
        break;
    case Gesture::undecided:
        if (QLineF(pressedAt_, event.widgetPosition).length() <= kDragDistance) {
            break;
        }
        gesture_ = Gesture::resize;
        [[fallthrough]];
    case Gesture::resize:
        resizeTo(event.widgetPosition);
        break;
    case Gesture::none:
        showOutlineAt(event.widgetPosition);
        break;
    }
}

/// The outline stays where the drag began and grows by what the pointer goes to the right.
void StrokeTool::resizeTo(const QPointF& widgetPosition) {
    ToolOptions options = host().toolOptions();
    options.brushSize = pressedSize_ + 2 * (widgetPosition.x() - pressedAt_.x()) / host().viewTransform().scale();
    updateOutline();
    host().setToolOptions(options);
    updateOutline();
}

void StrokeTool::release(const PointerEvent& event) {
    if (gesture_ == Gesture::undecided) {
        const Dab from = lastEnd_.value_or(dabAt(event));
        beginStroke(event);
        const Dab end = last_;
        last_ = from;
        last_.radius = end.radius;
        last_.opacity = end.opacity;
        drawTo(end);
    }
    if (gesture_ == Gesture::stroke) {
        endStroke();
    }
    gesture_ = Gesture::none;
    showOutlineAt(event.widgetPosition);
}

void StrokeTool::hover(const PointerEvent& event) { showOutlineAt(event.widgetPosition); }

void StrokeTool::leave() {
    updateOutline();
    pointer_.reset();
}

void StrokeTool::cancel() {
    if (gesture_ == Gesture::stroke) {
        cancelEdit();
    }
    gesture_ = Gesture::none;
}

QRectF StrokeTool::outline() const {
    const double radius = host().toolOptions().brushSize / 2 * host().viewTransform().scale();
    return {*pointer_ - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)};
}

void StrokeTool::updateOutline() {
    if (pointer_) {
        host().updateOverlay(outline().adjusted(-2, -2, 2, 2));
    }
}

void StrokeTool::showOutlineAt(const QPointF& widgetPosition) {
    updateOutline();
    pointer_ = widgetPosition;
    updateOutline();
}

void StrokeTool::paintOverlay(QPainter& painter) const {
    if (!pointer_ || outline().width() < kSmallestOutline) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 200), 1));
    painter.drawEllipse(outline().adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setPen(QPen(QColor(255, 255, 255, 230), 1));
    painter.drawEllipse(outline().adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace palimpsest::ui
