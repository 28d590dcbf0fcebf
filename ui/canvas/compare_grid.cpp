// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/compare_grid.h"

#include "ui/session/document/qt_geometry.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr int kGap = 4;           ///< between the tiles, logical pixels
constexpr double kZoomStep = 1.5; ///< of the keys
constexpr double kWheelZoom = 1.25;
constexpr double kPanStep = 48;
constexpr double kNotch = 120;

} // namespace

CompareGrid::CompareGrid(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("compareGrid"));
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(160, 120);
    view_.setDevicePixelRatio(devicePixelRatioF());
}

void CompareGrid::setPictures(std::vector<Picture> pictures, const Size& size) {
    setAccessibleName(tr("Grid of variants"));
    tiles_.clear();
    pictures.resize(std::min<std::size_t>(pictures.size(), kMostPictures));
    for (Picture& picture : pictures) {
        tiles_.push_back({picture.row, picture.title, PixelLayer(std::move(picture.image), wholeOf(size))});
    }
    isPlaced_ = isPlaced_ && size == size_;
    size_ = size;
    current_ = std::clamp(current_, 0, std::max(0, count() - 1));
    if (!isPlaced_) {
        view_.fit(size_, tileSize());
    }
    update();
}

void CompareGrid::showPlace(const ViewTransform& view, const QSizeF& canvas) {
    const QPointF middle = view.toPicture(QPointF(canvas.width() / 2, canvas.height() / 2));
    view_.zoomTo(view.zoom(), {0, 0});
    view_.centreOn(middle, tileSize());
    view_.keepInSight(size_, tileSize());
    isPlaced_ = true;
    update();
}

int CompareGrid::columns() const {
    const int across = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(std::max(1, count())))));
    return std::min(across, 3);
}

QRect CompareGrid::tileRect(int index) const {
    const int across = columns();
    const int down = (std::max(1, count()) + across - 1) / across;
    const int column = index % across;
    const int row = index / across;
    const auto edge = [](int place, int parts, int length) { return place * (length + kGap) / parts; };
    const int left = edge(column, across, width());
    const int top = edge(row, down, height());
    return {left, top, edge(column + 1, across, width()) - kGap - left, edge(row + 1, down, height()) - kGap - top};
}

int CompareGrid::tileAt(const QPoint& place) const {
    for (int i = 0; i < count(); ++i) {
        if (tileRect(i).contains(place)) {
            return i;
        }
    }
    return -1;
}

void CompareGrid::select(int index) {
    if (index >= 0 && index < count() && index != current_) {
        current_ = index;
        setAccessibleDescription(tiles_[static_cast<std::size_t>(index)].title);
        update();
        Q_EMIT selected(tiles_[static_cast<std::size_t>(index)].row);
    }
}

void CompareGrid::zoomAbout(double zoom, const QPointF& anchor) {
    view_.zoomTo(zoom, anchor);
    view_.keepInSight(size_, tileSize());
    isPlaced_ = true;
    update();
}

void CompareGrid::panBy(const QPointF& delta) {
    view_.panBy(delta);
    view_.keepInSight(size_, tileSize());
    isPlaced_ = true;
    update();
}

void CompareGrid::zoomIn() { zoomAbout(view_.zoom() * kZoomStep, QRectF({0, 0}, tileSize()).center()); }

void CompareGrid::zoomOut() { zoomAbout(view_.zoom() / kZoomStep, QRectF({0, 0}, tileSize()).center()); }

void CompareGrid::zoomToFit() {
    isPlaced_ = false;
    view_.fit(size_, tileSize());
    update();
}

bool CompareGrid::event(QEvent* event) {
    if (view_.devicePixelRatio() != devicePixelRatioF()) {
        view_.setDevicePixelRatio(devicePixelRatioF());
    }
    return QWidget::event(event);
}

void CompareGrid::resizeEvent(QResizeEvent*) {
    if (!isPlaced_) {
        view_.fit(size_, tileSize());
    } else {
        view_.keepInSight(size_, tileSize());
    }
}

void CompareGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    for (int i = 0; i < count(); ++i) {
        paintTile(painter, i);
    }
}

void CompareGrid::paintTile(QPainter& painter, int index) const {
    const Tile& tile = tiles_[static_cast<std::size_t>(index)];
    const QRect place = tileRect(index);
    const double ratio = view_.devicePixelRatio();
    painter.save();
    painter.setClipRect(place);
    painter.fillRect(place, QColor(110, 110, 110));
    painter.save();
    painter.translate(std::round(place.x() * ratio) / ratio, std::round(place.y() * ratio) / ratio);
    painter.scale(1 / ratio, 1 / ratio);
    const QRect device(0, 0, static_cast<int>(std::ceil(place.width() * ratio)),
                       static_cast<int>(std::ceil(place.height() * ratio)));
    tile.layer.paint(painter, view_, device);
    painter.restore();
    const QRect text = fontMetrics().boundingRect(tile.title).adjusted(-6, -3, 6, 3);
    const QRect label(place.left() + 4, place.top() + 4, std::min(text.width(), place.width() - 8), text.height());
    painter.fillRect(label, QColor(0, 0, 0, 170));
    painter.setPen(Qt::white);
    painter.drawText(label, Qt::AlignCenter, tile.title);
    if (index == current_) {
        painter.setPen(QPen(palette().color(hasFocus() ? QPalette::Highlight : QPalette::Mid), 3));
        painter.drawRect(place.adjusted(1, 1, -2, -2));
    }
    painter.restore();
}

void CompareGrid::mousePressEvent(QMouseEvent* event) {
    lastPointer_ = event->position();
    select(tileAt(event->position().toPoint()));
}

void CompareGrid::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() != Qt::NoButton) {
        panBy(event->position() - lastPointer_);
        lastPointer_ = event->position();
    }
}

void CompareGrid::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const int index = tileAt(event->position().toPoint()); index >= 0) {
        Q_EMIT chosen(tiles_[static_cast<std::size_t>(index)].row);
    }
}

void CompareGrid::wheelEvent(QWheelEvent* event) {
    event->accept();
    if (const int index = tileAt(event->position().toPoint()); index >= 0) {
        const double notches = event->angleDelta().y() / kNotch;
        zoomAbout(view_.zoom() * std::pow(kWheelZoom, notches), event->position() - tileRect(index).topLeft());
    }
}

void CompareGrid::keyPressEvent(QKeyEvent* event) {
    const bool pans = event->modifiers() & Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Left:
        pans ? panBy({kPanStep, 0}) : select(current_ - 1);
        break;
    case Qt::Key_Right:
        pans ? panBy({-kPanStep, 0}) : select(current_ + 1);
        break;
    case Qt::Key_Up:
        pans ? panBy({0, kPanStep}) : select(current_ - columns());
        break;
    case Qt::Key_Down:
        pans ? panBy({0, -kPanStep}) : select(current_ + columns());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (count() > 0) {
            Q_EMIT chosen(tiles_[static_cast<std::size_t>(current_)].row);
        }
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace palimpsest::ui
