// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_frame.h"

#include <vector>

namespace palimpsest::ui {

/// How far the estimate was from the data, step by step, in units of the noise: a curve over a logarithmic axis, with a
/// line at 1, where nothing but noise is left.
class ResidualPlot : public PlotFrame {
    Q_OBJECT

public:
    explicit ResidualPlot(QWidget* parent = nullptr);

    /// One value a step, all there will be: `steps` is the length of the axis.
    void setCurve(const std::vector<double>& residuals, int steps);
    const std::vector<double>& curve() const { return residuals_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    std::vector<double> residuals_;
    int steps_ = 1;
};

} // namespace palimpsest::ui
