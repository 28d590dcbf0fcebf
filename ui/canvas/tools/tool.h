// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/tools/tool_options.h"
#include "ui/canvas/view_transform.h"

#include <QColor>
#include <QCoreApplication>
#include <QCursor>
#include <QPointF>
#include <QRectF>
#include <QString>

class QKeyEvent;
class QPainter;

namespace palimpsest::ui {

class Document;

enum class ToolId { pan, brush, eraser, rectangle, lasso, polygon, wand, hintBrush, hintEraser };

/// A mouse or tablet event in the coordinates of the picture (whole numbers are the upper left corners of pixels).
struct PointerEvent {
    QPointF position;
    QPointF widgetPosition; ///< logical pixels of the canvas
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons = Qt::NoButton;
    Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    double pressure = 1; ///< 0 .. 1; a mouse always presses fully
};

/// What a tool may use of the canvas it works on.
class ToolHost {
public:
    virtual ~ToolHost() = default;
    virtual Document& document() = 0;
    virtual const ToolOptions& toolOptions() const = 0;
    virtual void setToolOptions(const ToolOptions& options) = 0;
    /// Of what is shown at a point of the picture; invalid beside it.
    virtual QColor shownColour(const QPointF& picture) const = 0;
    virtual const ViewTransform& viewTransform() const = 0;
    /// Moves the picture by logical pixels.
    virtual void panBy(const QPointF& delta) = 0;
    /// Asks to paint the overlay again inside `area` (logical pixels of the canvas); an empty one means everywhere.
    virtual void updateOverlay(const QRectF& area = {}) = 0;
};

/// One way to work on the canvas with the pointer. A tool keeps only the state of a gesture; what it makes goes into
/// the document, what it is told comes from the options.
class Tool {
    Q_DECLARE_TR_FUNCTIONS(palimpsest::ui::Tool)

public:
    explicit Tool(ToolHost& host) : host_(host) {}
    virtual ~Tool() = default;
    Tool(const Tool&) = delete;
    Tool& operator=(const Tool&) = delete;

    virtual ToolId id() const = 0;
    virtual ToolOptionGroup options() const { return ToolOptionGroup::none; }
    virtual QCursor cursor() const = 0;

    virtual void press(const PointerEvent& event) = 0;
    virtual void move(const PointerEvent&) {}
    virtual void release(const PointerEvent&) {}
    virtual void doubleClick(const PointerEvent& event) { press(event); }
    /// True if the key was used.
    virtual bool keyPress(QKeyEvent&) { return false; }
    /// The pointer moves with no button down.
    virtual void hover(const PointerEvent&) {}
    virtual void leave() {}
    /// Its gesture is a drag from one place to another, and not a click.
    virtual bool isDragged() const { return false; }
    /// A gesture is going on.
    virtual bool isBusy() const { return false; }
    /// Gives the gesture up and takes back what it has changed.
    virtual void cancel() {}
    /// Painted last, in logical pixels of the canvas.
    virtual void paintOverlay(QPainter&) const {}

protected:
    ToolHost& host() const { return host_; }

private:
    ToolHost& host_;
};

} // namespace palimpsest::ui
