// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/canvas_view.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPointingDevice>
#include <QTabletEvent>
#include <QWheelEvent>

#include <vector>

namespace palimpsest::ui {

/// A hand on the canvas: sends it the events of mouse, wheel and pen at places of the picture.
class CanvasPointer {
public:
    explicit CanvasPointer(CanvasView& view) : view_(view) {}

    Qt::KeyboardModifiers modifiers = Qt::NoModifier;

    void press(const QPointF& picture, Qt::MouseButton button = Qt::LeftButton) {
        buttons_ |= button;
        send(QEvent::MouseButtonPress, picture, button);
    }

    void move(const QPointF& picture) { send(QEvent::MouseMove, picture, Qt::NoButton); }

    void release(const QPointF& picture, Qt::MouseButton button = Qt::LeftButton) {
        buttons_ &= ~button;
        send(QEvent::MouseButtonRelease, picture, button);
    }

    void click(const QPointF& picture, Qt::MouseButton button = Qt::LeftButton) {
        press(picture, button);
        release(picture, button);
    }

    void doubleClick(const QPointF& picture) {
        click(picture);
        buttons_ |= Qt::LeftButton;
        send(QEvent::MouseButtonDblClick, picture, Qt::LeftButton);
        release(picture);
    }

    void drag(const std::vector<QPointF>& picture, Qt::MouseButton button = Qt::LeftButton) {
        press(picture.front(), button);
        for (std::size_t i = 1; i < picture.size(); ++i) {
            move(picture[i]);
        }
        release(picture.back(), button);
    }

    void wheel(const QPointF& picture, int notches) {
        const QPointF place = view_.viewTransform().toCanvas(picture);
        QWheelEvent event(place, view_.mapToGlobal(place), {}, {0, 120 * notches}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view_, &event);
    }

    void key(int key) {
        QKeyEvent press(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(&view_, &press);
        QKeyEvent release(QEvent::KeyRelease, key, modifiers);
        QCoreApplication::sendEvent(&view_, &release);
    }

    void pen(QEvent::Type type, const QPointF& picture, double pressure,
             QPointingDevice::PointerType end = QPointingDevice::PointerType::Pen) {
        const QPointingDevice device(QStringLiteral("pen"), 7, QInputDevice::DeviceType::Stylus, end,
                                     QInputDevice::Capability::Position | QInputDevice::Capability::Pressure, 1, 1);
        const QPointF place = view_.viewTransform().toCanvas(picture);
        const Qt::MouseButton button = type == QEvent::TabletMove ? Qt::NoButton : Qt::LeftButton;
        const Qt::MouseButtons buttons = type == QEvent::TabletRelease ? Qt::NoButton : Qt::LeftButton;
        QTabletEvent event(type, &device, place, view_.mapToGlobal(place), pressure, 0, 0, 0, 0, 0, modifiers, button,
                           buttons);
        QCoreApplication::sendEvent(&view_, &event);
    }

private:
    void send(QEvent::Type type, const QPointF& picture, Qt::MouseButton button) {
        const QPointF place = view_.viewTransform().toCanvas(picture);
        QMouseEvent event(type, place, view_.mapToGlobal(place), button, buttons_, modifiers);
        QCoreApplication::sendEvent(&view_, &event);
    }

    CanvasView& view_;
    Qt::MouseButtons buttons_;
};

} // namespace palimpsest::ui
