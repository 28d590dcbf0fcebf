// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The events of CanvasView: what pointer and wheel do.
#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/canvas_view.h"
#include "ui/session/document/document.h"

#include <QInputDevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QTabletEvent>
#include <QWheelEvent>

#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr double kWheelZoom = 1.25; ///< for one notch
constexpr double kNotch = 120;      ///< units of a wheel's angle
constexpr double kWheelPan = 48;    ///< logical pixels for one notch

/// Turning the wheel past 100 % stops there once, so that exact pixels are easy to hit.
double zoomByWheel(double zoom, double notches) {
    const double next = zoom * std::pow(kWheelZoom, notches);
    const bool passesOne = (zoom < 0.999 && next > 0.999) || (zoom > 1.001 && next < 1.001);
    return passesOne ? 1 : next;
}

/// With Alt held some platforms turn the wheel's direction by a quarter.
double wheelNotches(const QWheelEvent& event) {
    const QPoint angle = event.angleDelta();
    return (angle.y() != 0 ? angle.y() : angle.x()) / kNotch;
}

} // namespace

bool CanvasView::event(QEvent* event) {
    if (view_.devicePixelRatio() != devicePixelRatioF()) {
        view_.setDevicePixelRatio(devicePixelRatioF());
        if (fitted_) {
            fitView();
        }
    }
    if (event->type() == QEvent::ShortcutOverride && wantsKey(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::NativeGesture && zoomByGesture(event)) {
        return true;
    }
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    return QWidget::event(event);
}

bool CanvasView::zoomByGesture(QEvent* event) {
    const auto& gesture = *static_cast<QNativeGestureEvent*>(event);
    if (gesture.gestureType() != Qt::ZoomNativeGesture) {
        return false;
    }
    zoomAbout(zoom() * (1 + gesture.value()), gesture.position());
    return true;
}

void CanvasView::resizeEvent(QResizeEvent*) {
    if (fitted_) {
        fitView();
    } else if (!document_->isEmpty()) {
        view_.keepInSight(document_->picture().size(), size());
    }
}

PointerEvent CanvasView::pointerEvent(const QSinglePointEvent& event) const {
    return {view_.toPicture(event.position()), event.position(), event.button(), event.buttons(), event.modifiers(), 1};
}

void CanvasView::pressPointer(const PointerEvent& event) {
    lastPointer_ = event.widgetPosition;
    if (document_->isEmpty() || gesture_ != Gesture::none) {
        return;
    }
    gestureButton_ = event.button;
    const Size picture = document_->picture().size();
    if (event.button == Qt::MiddleButton || (spaceHeld_ && event.button == Qt::LeftButton)) {
        gesture_ = Gesture::pan;
    } else if (layers_->divider().isHit(event.widgetPosition, view_, picture, size())) {
        gesture_ = Gesture::divider;
    } else {
        gesture_ = Gesture::tool;
        tool_->press(event);
    }
    updateCursor(event.widgetPosition);
}

void CanvasView::movePointer(const PointerEvent& event) {
    const QPointF delta = event.widgetPosition - lastPointer_;
    lastPointer_ = event.widgetPosition;
    if (document_->isEmpty()) {
        return;
    }
    switch (gesture_) {
    case Gesture::none:
        tool_->hover(event);
        updateCursor(event.widgetPosition);
        break;
    case Gesture::tool:
        tool_->move(event);
        break;
    case Gesture::pan:
        panBy(delta);
        break;
    case Gesture::divider:
        layers_->divider().dragTo(event.widgetPosition, view_, document_->picture().size());
        update();
        break;
    }
    probeAt(event.widgetPosition);
}

void CanvasView::releasePointer(const PointerEvent& event) {
    if (gesture_ == Gesture::none || event.button != gestureButton_) {
        return;
    }
    const bool wasTool = gesture_ == Gesture::tool;
    gesture_ = Gesture::none;
    if (wasTool) {
        tool_->release(event);
    }
    updateCursor(event.widgetPosition);
}

void CanvasView::mousePressEvent(QMouseEvent* event) {
    hideCrosshair();
    pressPointer(pointerEvent(*event));
}

void CanvasView::mouseMoveEvent(QMouseEvent* event) {
    hideCrosshair();
    movePointer(pointerEvent(*event));
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event) { releasePointer(pointerEvent(*event)); }

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event) {
    const PointerEvent pointer = pointerEvent(*event);
    if (!document_->isEmpty() && gesture_ == Gesture::none && event->button() == Qt::LeftButton && !spaceHeld_ &&
        !layers_->divider().isHit(pointer.widgetPosition, view_, document_->picture().size(), size())) {
        gesture_ = Gesture::tool;
        gestureButton_ = event->button();
        tool_->doubleClick(pointer);
    } else {
        pressPointer(pointer);
    }
}

/// The pen is a pointer with pressure; its eraser end does what the right button does.
void CanvasView::tabletEvent(QTabletEvent* event) {
    PointerEvent pointer = pointerEvent(*event);
    pointer.pressure = event->pressure();
    if (event->pointerType() == QPointingDevice::PointerType::Eraser && pointer.button == Qt::LeftButton) {
        pointer.button = Qt::RightButton;
    }
    switch (event->type()) {
    case QEvent::TabletPress:
        pressPointer(pointer);
        break;
    case QEvent::TabletMove:
        movePointer(pointer);
        break;
    case QEvent::TabletRelease:
        releasePointer(pointer);
        break;
    default:
        break;
    }
    event->accept();
}

void CanvasView::wheelEvent(QWheelEvent* event) {
    event->accept();
    const bool isTouchPad = event->device()->type() == QInputDevice::DeviceType::TouchPad;
    if (event->modifiers() & Qt::AltModifier) {
        const double notches = wheelNotches(*event);
        notches > 0 ? growBrush() : notches < 0 ? shrinkBrush() : void();
    } else if (event->modifiers() & Qt::ShiftModifier) {
        panBy({wheelNotches(*event) * kWheelPan, 0});
    } else if (isTouchPad && !event->pixelDelta().isNull() && !(event->modifiers() & Qt::ControlModifier)) {
        panBy(event->pixelDelta());
    } else {
        zoomAbout(zoomByWheel(zoom(), wheelNotches(*event)), event->position());
    }
}

void CanvasView::focusInEvent(QFocusEvent* event) {
    focusedByKey_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QWidget::focusInEvent(event);
}

void CanvasView::focusOutEvent(QFocusEvent* event) {
    spaceHeld_ = false;
    focusedByKey_ = false;
    updateCursor(lastPointer_);
    QWidget::focusOutEvent(event);
}

void CanvasView::leaveEvent(QEvent*) {
    tool_->leave();
    if (probe_.inside) {
        probe_ = {};
        Q_EMIT probed(probe_);
        Q_EMIT pointedAt({-1, -1});
    }
}

void CanvasView::probeAt(const QPointF& widgetPosition) {
    const QPointF point = view_.toPicture(widgetPosition);
    const Probe found = probe(showsOriginal() ? document_->picture() : document_->shown(), document_->mask(), point);
    Q_EMIT pointedAt(point);
    if (found != probe_) {
        probe_ = found;
        Q_EMIT probed(probe_);
    }
}

void CanvasView::updateCursor(const QPointF& widgetPosition) {
    const QCursor wanted = cursorAt(widgetPosition);
    if (wanted.shape() != cursor().shape()) {
        setCursor(wanted);
    }
}

QCursor CanvasView::cursorAt(const QPointF& widgetPosition) const {
    if (document_->isEmpty()) {
        return Qt::ArrowCursor;
    }
    const Size picture = document_->picture().size();
    const bool isFree = gesture_ == Gesture::none;
    if (gesture_ == Gesture::pan || (isFree && spaceHeld_)) {
        return isFree ? Qt::OpenHandCursor : Qt::ClosedHandCursor;
    }
    const bool isOverDivider = isFree && layers_->divider().isHit(widgetPosition, view_, picture, size());
    return gesture_ == Gesture::divider || isOverDivider ? QCursor(Qt::SplitHCursor) : tool_->cursor();
}

} // namespace palimpsest::ui
