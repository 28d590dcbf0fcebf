// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_frame.h"

#include <QColor>

namespace palimpsest::ui {

/// Dark blue through green to light yellow, 0 .. 1: lightness grows evenly to the eye, so that steps look alike, also
/// in grey. A straight line of lightness in Oklab (Ottosson 2020) with the hue turning along it.
QColor scaleColour(double part);

/// The legend of a map.
class ColourScale : public PlotFrame {
    Q_OBJECT

public:
    explicit ColourScale(QWidget* parent = nullptr);

    void setEnds(const QString& least, const QString& most);
    QSize sizeHint() const override { return {220, 36}; }
    QSize minimumSizeHint() const override { return {120, 36}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString least_;
    QString most_;
};

} // namespace palimpsest::ui
