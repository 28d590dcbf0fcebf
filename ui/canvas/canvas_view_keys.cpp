// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of CanvasView, and the crosshair that they work with.
#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/document/document.h"

#include <QKeyEvent>

namespace palimpsest::ui {
namespace {

constexpr double kArrowStep = 48;    ///< of panning, logical pixels
constexpr double kCrosshairStep = 4; ///< logical pixels
constexpr double kLargeSteps = 10;   ///< with Shift
constexpr double kDividerStep = 0.01;

QPointF arrowDirection(int key) {
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, -1};
    case Qt::Key_Down:
        return {0, 1};
    default:
        return {};
    }
}

bool isPaintKey(int key) { return key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter; }

} // namespace

/// While a tool is busy, its keys come before the shortcuts of the window; so do the crosshair's.
bool CanvasView::wantsKey(const QKeyEvent& event) const {
    const bool isToolKey = event.key() == Qt::Key_Escape || event.key() == Qt::Key_Return ||
                           event.key() == Qt::Key_Enter || event.key() == Qt::Key_Backspace;
    const bool isPlain = !(event.modifiers() & ~Qt::KeypadModifier);
    const bool isCrosshairKey = crosshair_.isOn() && (isPaintKey(event.key()) || event.key() == Qt::Key_Escape);
    return isPlain && ((tool_->isBusy() && isToolKey) || isCrosshairKey);
}

void CanvasView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && tool_->isBusy()) {
        cancelGesture();
    } else if (event->key() == Qt::Key_Escape && crosshair_.isOn()) {
        hideCrosshair();
    } else if (tool_->keyPress(*event) || moveByArrow(*event) || workAtCrosshair(*event)) {
        return;
    } else if (event->key() == Qt::Key_Space) {
        spaceHeld_ = true;
        updateCursor(lastPointer_);
    } else {
        QWidget::keyPressEvent(event);
    }
}

bool CanvasView::moveByArrow(const QKeyEvent& event) {
    const QPointF direction = arrowDirection(event.key());
    if (direction.isNull() || document_->isEmpty()) {
        return false;
    }
    const bool hasControl = event.modifiers() & Qt::ControlModifier;
    if (isWiping() && hasControl) {
        setWipePosition(wipePosition() + direction.x() * kDividerStep);
    } else if (tool() == ToolId::pan || hasControl) {
        panBy(-direction * kArrowStep);
    } else {
        moveCrosshair(direction * kCrosshairStep * (event.modifiers() & Qt::ShiftModifier ? kLargeSteps : 1));
    }
    return true;
}

void CanvasView::moveCrosshair(const QPointF& logical) {
    const Size picture = document_->picture().size();
    if (crosshair_.isOn()) {
        crosshair_.move(logical, view_, picture);
    } else {
        crosshair_.appear(view_, picture, size());
    }
    if (const QPointF pan = crosshair_.panNeeded(view_, size()); !pan.isNull()) {
        panBy(pan);
    }
    movePointer(crosshairEvent(Qt::NoButton, Qt::NoModifier));
    update();
}

/// Space and Enter do what a click does: brushes set a dab (with Shift a line from the last one), and tools that drag
/// begin with the first key and end with the second.
bool CanvasView::workAtCrosshair(const QKeyEvent& event) {
    if (!crosshair_.isOn() || !isPaintKey(event.key()) || event.isAutoRepeat()) {
        return crosshair_.isOn() && isPaintKey(event.key());
    }
    const auto pressed = crosshairEvent(Qt::LeftButton, event.modifiers() & ~Qt::KeypadModifier);
    if (gesture_ == Gesture::tool) {
        releasePointer(pressed);
        return true;
    }
    pressPointer(pressed);
    if (!tool_->isDragged()) {
        releasePointer(pressed);
    }
    return true;
}

PointerEvent CanvasView::crosshairEvent(Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const {
    return {crosshair_.position(), view_.toCanvas(crosshair_.position()), button, Qt::NoButton, modifiers, 1};
}

void CanvasView::hideCrosshair() {
    if (crosshair_.isOn()) {
        crosshair_.hide();
        update();
    }
}

void CanvasView::pickColour() {
    const QPointF place = crosshair_.isOn() ? crosshair_.position() : view_.toPicture(lastPointer_);
    if (const QColor colour = shownColour(place); colour.isValid()) {
        ToolOptions options = options_;
        options.hintColour = colour;
        setToolOptions(options);
    }
}

void CanvasView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        spaceHeld_ = spaceHeld_ && event->isAutoRepeat();
        updateCursor(lastPointer_);
    } else {
        QWidget::keyReleaseEvent(event);
    }
}

} // namespace palimpsest::ui
