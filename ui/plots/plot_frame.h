// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>
#include <QWidget>

namespace palimpsest::ui {

/// The ground of the small plots: a frame with the two ends of each axis written beside it, in the colours of the
/// window.
class PlotFrame : public QWidget {
public:
    explicit PlotFrame(QWidget* parent = nullptr);

    QSize sizeHint() const override { return {220, 96}; }
    QSize minimumSizeHint() const override { return {120, 80}; }

protected:
    struct Axes {
        QString left;
        QString right;
        QString bottom;
        QString top;
    };

    /// Draws frame and labels; returns the place for the curves.
    QRectF paintFrame(QPainter& painter, const Axes& axes) const;
    /// A sentence in place of curves.
    void paintEmpty(QPainter& painter, const QString& text) const;
};

} // namespace palimpsest::ui
