// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/display_frame.h"
#include "core/image/image.h"
#include "core/image/mask.h"
#include "ui/canvas/crosshair.h"
#include "ui/canvas/preview_reach.h"
#include "ui/canvas/probe.h"
#include "ui/canvas/tools/tool.h"
#include "ui/canvas/view_transform.h"

#include <QColor>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QSinglePointEvent;

namespace palimpsest::ui {

class CanvasLayers;

/// The picture with its mask, the live preview and the comparison, and the tools that work on it. Shows a Document,
/// which must outlive it. Keys it handles itself: Space (hold to pan), arrows (a crosshair, on which Space and Enter do
/// what a click does; with Ctrl or the hand they pan; Ctrl+arrows move the wipe divider), and what the current tool
/// wants (Enter, Backspace, Esc of the polygon); everything else is for actions that call the slots.
class CanvasView : public QWidget, private ToolHost {
    Q_OBJECT

public:
    explicit CanvasView(Document* document, QWidget* parent = nullptr);
    ~CanvasView() override;

    ToolId tool() const;
    const ToolOptions& toolOptions() const override { return options_; }

    /// Physical pixels of the screen per pixel of what is shown, the picture or a larger result: 1 is 100 %.
    double zoom() const;
    /// The picture is kept fitted when the window changes its size.
    bool isFitted() const { return fitted_; }
    /// Of the picture, whatever is shown over it.
    const ViewTransform& viewTransform() const override { return view_; }
    QColor shownColour(const QPointF& picture) const override;

    bool hasPreview() const;
    bool showsOriginal() const;
    bool isWiping() const;
    /// Place of the divider, 0 (left edge of the picture) .. 1 (right edge).
    double wipePosition() const;
    bool isMaskVisible() const;
    QColor maskColour() const;
    QSize sizeHint() const override { return {960, 640}; }

public Q_SLOTS:
    void setTool(palimpsest::ui::ToolId tool);
    /// Clamped to their ranges.
    void setToolOptions(const palimpsest::ui::ToolOptions& options) override;
    void growBrush();
    void shrinkBrush();
    void resetBrush();
    /// The hint brush takes the colour under the pointer or the crosshair.
    void pickColour();

    void zoomIn();
    void zoomOut();
    void zoomToFit();
    /// About the middle of the canvas; 1, 2, 4, 8 for the fixed steps.
    void setZoom(double zoom);

    /// Draws the frame in place of the result, inside the mask or everywhere, stretched over its area when it is a
    /// coarse level.
    void setPreview(const palimpsest::DisplayFrame& frame,
                    palimpsest::ui::PreviewReach reach = palimpsest::ui::PreviewReach::mask);
    void clearPreview();

    void setShowOriginal(bool on);
    /// Divider with the original (or the image of setComparison) on the left and what is shown otherwise on the right.
    void setWipe(bool on);
    void setWipePosition(double position);
    /// Another variant to compare with, of the picture's proportions; a null image goes back to the original.
    void setComparison(const palimpsest::Image& image);

    /// Lies over the result, translucent, of any size; a null image takes it away.
    void setOverlay(const QImage& image);
    /// Hatched in its own colour over the result; of the picture's size or null.
    void setDisagreement(const palimpsest::Mask& mask);
    /// Tinted beside the mask; of the picture's size or null.
    void setBlendBand(const palimpsest::Mask& mask);
    /// What the task works with, mask or hints: the rest is not shown.
    void setSubjects(bool mask, bool hints);

    void setMaskVisible(bool visible);
    /// Shows the mask itself, white on black, in place of the picture.
    void setQuickMask(bool on);
    void setMaskColour(const QColor& colour);

    /// Gives up what the tool is doing; true if there was something (Esc asks here first).
    bool cancelGesture();

Q_SIGNALS:
    void zoomChanged(double zoom);
    void toolChanged(palimpsest::ui::ToolId tool);
    void toolOptionsChanged(const palimpsest::ui::ToolOptions& options);
    /// The pointer is over another pixel, or has left (inside is false).
    void probed(const palimpsest::ui::Probe& probe);
    /// The pointer has moved, in pixels of the picture; negative: it has left.
    void pointedAt(const QPointF& picture);
    void wipeChanged(bool on);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Document& document() override { return *document_; }
    void panBy(const QPointF& delta) override;
    void updateOverlay(const QRectF& area = {}) override;

    void connectDocument();
    void announceZoom();
    void changeView(const std::function<void(ViewTransform&)>& change);
    void fitView();
    void zoomAbout(double zoom, const QPointF& anchor);
    void showPictureAgain();
    void updateDevice(const QRect& device);
    void paintLayers(QPainter& painter, const QRegion& region);
    void paintHint(QPainter& painter);

    PointerEvent pointerEvent(const QSinglePointEvent& event) const;
    void pressPointer(const PointerEvent& event);
    void movePointer(const PointerEvent& event);
    void releasePointer(const PointerEvent& event);
    void probeAt(const QPointF& widgetPosition);
    void updateCursor(const QPointF& widgetPosition);
    QCursor cursorAt(const QPointF& widgetPosition) const;
    bool wantsKey(const QKeyEvent& event) const;
    bool moveByArrow(const QKeyEvent& event);
    void moveCrosshair(const QPointF& logical);
    bool workAtCrosshair(const QKeyEvent& event);
    PointerEvent crosshairEvent(Qt::MouseButton button, Qt::KeyboardModifiers modifiers) const;
    void hideCrosshair();
    bool zoomByGesture(QEvent* event);

    /// What the pointer does between pressing and letting go.
    enum class Gesture { none, tool, pan, divider };

    Document* document_;
    ViewTransform view_;
    ToolOptions options_;
    std::unique_ptr<CanvasLayers> layers_;
    std::vector<std::unique_ptr<Tool>> tools_;
    Tool* tool_ = nullptr; ///< one of tools_
    Probe probe_;
    Gesture gesture_ = Gesture::none;
    Qt::MouseButton gestureButton_ = Qt::NoButton;
    QPointF lastPointer_; ///< logical pixels
    Crosshair crosshair_;
    double announcedZoom_ = 0;
    bool spaceHeld_ = false;
    bool focusedByKey_ = false; ///< then a frame shows it
    bool fitted_ = true;
};

} // namespace palimpsest::ui

Q_DECLARE_METATYPE(palimpsest::ui::ToolOptions)
