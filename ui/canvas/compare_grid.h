// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"
#include "ui/canvas/pixel_layer.h"
#include "ui/canvas/view_transform.h"

#include <QImage>
#include <QString>
#include <QWidget>

#include <vector>

namespace palimpsest::ui {

/// Up to nine pictures of the same scene side by side, all seen at the same place with the same zoom. The wheel zooms,
/// dragging or Shift+arrow keys pan; arrow keys go from one to the next, a double click or Enter chooses it.
class CompareGrid : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMostPictures = 9;

    struct Picture {
        int row = -1; ///< of the variant; -1: the picture itself
        QString title;
        QImage image; ///< of any size
    };

    explicit CompareGrid(QWidget* parent = nullptr);

    /// `size`: of the picture, whose pixels the view counts.
    void setPictures(std::vector<Picture> pictures, const Size& size);
    /// Shows what `view` has in the middle of a canvas of that size.
    void showPlace(const ViewTransform& view, const QSizeF& canvas);
    const ViewTransform& viewTransform() const { return view_; }
    int count() const { return static_cast<int>(tiles_.size()); }
    int current() const { return current_; }
    /// Logical pixels.
    QRect tileRect(int index) const;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void zoomToFit();

Q_SIGNALS:
    void selected(int row);
    void chosen(int row);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Tile {
        int row;
        QString title;
        PixelLayer layer;
    };

    int columns() const;
    int tileAt(const QPoint& place) const; ///< -1: between them
    QSizeF tileSize() const { return tileRect(0).size(); }
    void select(int index);
    void zoomAbout(double zoom, const QPointF& anchor);
    void panBy(const QPointF& delta);
    void paintTile(QPainter& painter, int index) const;

    std::vector<Tile> tiles_;
    Size size_;
    ViewTransform view_;
    int current_ = 0;
    QPointF lastPointer_;
    bool isPlaced_ = false; ///< the view is the user's, and not the whole picture
};

} // namespace palimpsest::ui
