// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_frame.h"

#include <array>
#include <vector>

namespace palimpsest::ui {

/// How often each value occurs among the variants at one pixel, channel by channel.
class SampleHistogram : public PlotFrame {
    Q_OBJECT

public:
    explicit SampleHistogram(QWidget* parent = nullptr);

    /// For each variant its values, 0 .. 1; the first `channels` (1 or 3) count. None: nothing to show.
    void setValues(const std::vector<std::array<float, 3>>& values, int channels);
    std::size_t count() const { return values_.size(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void paintChannel(QPainter& painter, const QRectF& place, int channel) const;
    void retranslate();

    std::vector<std::array<float, 3>> values_;
    int channels_ = 3;
};

} // namespace palimpsest::ui
