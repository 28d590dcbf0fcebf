// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/canvas_view.h"

#include "ui/canvas/canvas_layers.h"
#include "ui/canvas/tools/mask_tools.h"
#include "ui/session/document/document.h"
#include "ui/session/document/hint_layer.h"
#include "ui/session/document/qt_geometry.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace palimpsest::ui {
namespace {

/// Where zoomIn() and zoomOut() stop.
constexpr std::array kZoomStops{1.0 / 256, 1.0 / 128, 1.0 / 64, 1.0 / 32, 1.0 / 24, 1.0 / 16, 1.0 / 12,
                                1.0 / 8,   1.0 / 6,   1.0 / 4,  1.0 / 3,  1.0 / 2,  2.0 / 3,  1.0,
                                1.5,       2.0,       3.0,      4.0,      6.0,      8.0,      12.0,
                                16.0,      24.0,      32.0,     48.0,     64.0};
constexpr double kSameZoom = 1.001;
constexpr double kBrushStep = 1.15;
/// More pieces than these are painted as one.
constexpr int kMostPieces = 8;

/// A ground without colour, so that it does not change how the picture's colours look.
QColor backgroundFor(const QPalette& palette) {
    const int grey = qGray(palette.color(QPalette::Window).rgb());
    const int shade = grey > 127 ? grey * 11 / 20 : grey * 6 / 10;
    return {shade, shade, shade};
}

} // namespace

CanvasView::CanvasView(Document* document, QWidget* parent)
    : QWidget(parent), document_(document), layers_(std::make_unique<CanvasLayers>(*document)),
      tools_(makeTools(*this)), tool_(tools_.front().get()) {
    setObjectName(QStringLiteral("canvas"));
    setAccessibleName(tr("Picture"));
    setAccessibleDescription(tr("The picture with its mask. Arrow keys move a crosshair, Space and Enter paint there; "
                                "Ctrl+arrow keys move the picture."));
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::PreventContextMenu); // the right button is a tool's
    setMouseTracking(true);
    setTabletTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(160, 120);
    view_.setDevicePixelRatio(devicePixelRatioF());
    connectDocument();
    fitView();
    updateCursor({});
}

CanvasView::~CanvasView() = default;

void CanvasView::connectDocument() {
    connect(document_, &Document::pictureChanged, this, [this] {
        cancelGesture();
        crosshair_.hide();
        layers_->readPicture();
        fitted_ = true;
        fitView();
        update();
    });
    connect(document_, &Document::pictureReplaced, this, &CanvasView::showPictureAgain);
    connect(document_, &Document::resultChanged, this, [this] {
        layers_->readResult();
        announceZoom();
        update();
    });
    connect(document_, &Document::strengthChanged, this, QOverload<>::of(&QWidget::update));
    connect(&document_->hints(), &HintLayer::changed, this, [this](const QRect& dirty) {
        layers_->readHints();
        updateDevice(deviceRect(view_, fromQRect(dirty)).adjusted(-2, -2, 2, 2));
    });
    connect(document_, &Document::maskChanged, this, [this](const QRect& dirty) {
        const MaskStyle before = layers_->maskStyle();
        layers_->readMask(fromQRect(dirty));
        layers_->maskStyle() == before ? updateDevice(layers_->maskDependants(view_, fromQRect(dirty))) : update();
    });
}

/// What was seen stays where it was, whatever size the picture has now.
void CanvasView::showPictureAgain() {
    const Size before = layers_->pictureSize();
    layers_->readPicture();
    const Size now = document_->picture().size();
    if (now != before && !before.isEmpty()) {
        cancelGesture();
        crosshair_.hide();
        view_.zoomTo(view_.zoom() * before.width / now.width, view_.toCanvas(QPointF(0, 0)));
        view_.keepInSight(now, size());
        announceZoom();
    }
    if (fitted_) {
        fitView();
    }
    update();
}

double CanvasView::zoom() const { return view_.zoom() / layers_->shownScale(); }

QColor CanvasView::shownColour(const QPointF& picture) const { return layers_->colourAt(picture); }

void CanvasView::announceZoom() {
    if (zoom() != announcedZoom_) {
        announcedZoom_ = zoom();
        updateCursor(lastPointer_);
        Q_EMIT zoomChanged(announcedZoom_);
    }
}

ToolId CanvasView::tool() const { return tool_->id(); }

bool CanvasView::hasPreview() const { return layers_->hasPreview(); }

bool CanvasView::showsOriginal() const { return layers_->showsOriginal(); }

bool CanvasView::isWiping() const { return layers_->divider().isOn(); }

double CanvasView::wipePosition() const { return layers_->divider().position(); }

bool CanvasView::isMaskVisible() const { return layers_->isMaskVisible(); }

QColor CanvasView::maskColour() const { return layers_->maskLayer().colour(); }

void CanvasView::setTool(ToolId id) {
    const auto found = std::ranges::find_if(tools_, [id](const auto& tool) { return tool->id() == id; });
    if (found == tools_.end() || found->get() == tool_) {
        return;
    }
    cancelGesture();
    tool_->leave();
    tool_ = found->get();
    updateCursor(lastPointer_);
    update();
    Q_EMIT toolChanged(id);
}

void CanvasView::setToolOptions(const ToolOptions& options) {
    const ToolOptions wanted = options.clamped();
    if (wanted == options_) {
        return;
    }
    options_ = wanted;
    updateCursor(lastPointer_);
    update();
    Q_EMIT toolOptionsChanged(options_);
}

void CanvasView::growBrush() {
    ToolOptions options = options_;
    options.brushSize = std::max(options.brushSize + 1, std::round(options.brushSize * kBrushStep));
    setToolOptions(options);
}

void CanvasView::shrinkBrush() {
    ToolOptions options = options_;
    options.brushSize = std::min(options.brushSize - 1, std::round(options.brushSize / kBrushStep));
    setToolOptions(options);
}

void CanvasView::resetBrush() {
    ToolOptions options = options_;
    const ToolOptions fresh;
    options.brushSize = fresh.brushSize;
    options.brushHardness = fresh.brushHardness;
    options.brushOpacity = fresh.brushOpacity;
    setToolOptions(options);
}

void CanvasView::zoomIn() {
    const auto next = std::ranges::find_if(kZoomStops, [this](double stop) { return stop > zoom() * kSameZoom; });
    setZoom(next == kZoomStops.end() ? zoom() : *next);
}

void CanvasView::zoomOut() {
    const auto last = std::ranges::lower_bound(kZoomStops, zoom() / kSameZoom);
    setZoom(last == kZoomStops.begin() ? zoom() : *(last - 1));
}

void CanvasView::zoomToFit() {
    fitted_ = true;
    fitView();
    update();
}

void CanvasView::setZoom(double zoom) { zoomAbout(zoom, QRectF(rect()).center()); }

void CanvasView::zoomAbout(double zoom, const QPointF& anchor) {
    changeView([&](ViewTransform& view) { view.zoomTo(zoom * layers_->shownScale(), anchor); });
}

void CanvasView::panBy(const QPointF& delta) {
    changeView([&](ViewTransform& view) { view.panBy(delta); });
}

void CanvasView::changeView(const std::function<void(ViewTransform&)>& change) {
    if (document_->isEmpty()) {
        return;
    }
    const ViewTransform before = view_;
    fitted_ = false;
    change(view_);
    view_.keepInSight(document_->picture().size(), size());
    if (view_ == before) {
        return;
    }
    update();
    updateCursor(lastPointer_);
    announceZoom();
}

void CanvasView::fitView() {
    view_.fit(document_->picture().size(), size());
    announceZoom();
}

void CanvasView::setPreview(const DisplayFrame& frame, PreviewReach reach) {
    const MaskStyle before = layers_->maskStyle();
    const bool hadPreview = hasPreview();
    const QRect old = layers_->previewArea(view_, frame);
    layers_->setPreview(frame, reach);
    if (hadPreview && layers_->maskStyle() == before) {
        updateDevice(old | deviceRect(view_, frame.area, frame.scale));
    } else {
        announceZoom();
        update();
    }
}

void CanvasView::clearPreview() {
    layers_->clearPreview();
    announceZoom();
    update();
}

void CanvasView::setShowOriginal(bool on) {
    layers_->setShowOriginal(on);
    announceZoom();
    update();
}

void CanvasView::setWipe(bool on) {
    if (isWiping() != on) {
        layers_->divider().setOn(on);
        update();
        Q_EMIT wipeChanged(on);
    }
}

void CanvasView::setWipePosition(double position) {
    layers_->divider().setPosition(position);
    update();
}

void CanvasView::setComparison(const Image& image) {
    layers_->setComparison(image);
    update();
}

void CanvasView::setOverlay(const QImage& image) {
    layers_->setOverlay(image);
    update();
}

void CanvasView::setDisagreement(const Mask& mask) {
    layers_->disagreement().setMask(mask);
    update();
}

void CanvasView::setBlendBand(const Mask& mask) {
    layers_->blendBand().setMask(mask);
    update();
}

void CanvasView::setSubjects(bool mask, bool hints) {
    layers_->setSubjects(mask, hints);
    update();
}

void CanvasView::setMaskVisible(bool visible) {
    layers_->setMaskVisible(visible);
    update();
}

void CanvasView::setQuickMask(bool on) {
    layers_->setQuickMask(on);
    update();
}

void CanvasView::setMaskColour(const QColor& colour) {
    layers_->maskLayer().setColour(colour);
    layers_->blendBand().setColour(colour);
    update();
}

bool CanvasView::cancelGesture() {
    const bool wasBusy = tool_->isBusy();
    tool_->cancel();
    gesture_ = Gesture::none;
    return wasBusy;
}

void CanvasView::updateOverlay(const QRectF& area) { area.isNull() ? update() : update(area.toAlignedRect()); }

void CanvasView::updateDevice(const QRect& device) {
    const double ratio = view_.devicePixelRatio();
    update(QRectF(device.x() / ratio, device.y() / ratio, device.width() / ratio, device.height() / ratio)
               .toAlignedRect());
}

void CanvasView::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    paintLayers(painter, event->region());
    if (document_->isEmpty()) {
        paintHint(painter);
        return;
    }
    painter.save();
    tool_->paintOverlay(painter);
    painter.restore();
    if (isWiping()) {
        layers_->divider().paint(painter, view_, document_->picture().size(), size());
    }
    if (crosshair_.isOn()) {
        crosshair_.paint(painter, view_);
    }
    if (focusedByKey_) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

/// Works in physical pixels, shifted to whole ones where the widget itself does not begin on one.
void CanvasView::paintLayers(QPainter& painter, const QRegion& region) {
    const double ratio = view_.devicePixelRatio();
    const QColor background = backgroundFor(palette());
    painter.save();
    const QPointF corner = painter.deviceTransform().map(QPointF(0, 0));
    painter.translate((std::round(corner.x()) - corner.x()) / ratio, (std::round(corner.y()) - corner.y()) / ratio);
    painter.scale(1 / ratio, 1 / ratio);
    const auto paintPiece = [&](const QRect& piece) {
        const QRectF device(piece.x() * ratio, piece.y() * ratio, piece.width() * ratio, piece.height() * ratio);
        layers_->paint(painter, view_, device.toAlignedRect(), background);
    };
    if (region.rectCount() > kMostPieces) {
        paintPiece(region.boundingRect());
    } else {
        std::for_each(region.begin(), region.end(), paintPiece);
    }
    painter.restore();
}

void CanvasView::paintHint(QPainter& painter) {
    const QColor ground = backgroundFor(palette());
    painter.setPen(qGray(ground.rgb()) > 127 ? QColor(20, 20, 20) : QColor(220, 220, 220));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    painter.setFont(large);
    painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Open a picture, drop one here, or paste one."));
}

} // namespace palimpsest::ui
