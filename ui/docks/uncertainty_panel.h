// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace palimpsest::ui {

class Actions;
class ColourScale;
class ResidualPlot;
class SampleHistogram;
class SliderField;

/// What lies over the result to say how sure it is.
enum class SureOverlay { none, deviation, disagreement, invented, residual };

/// How sure the shown result is: the overlay and its legend, the values of the variants under the pointer, and how well
/// the run fitted the picture.
class UncertaintyPanel : public QWidget {
    Q_OBJECT

public:
    explicit UncertaintyPanel(QWidget* parent = nullptr);

    SureOverlay overlay() const;
    void setOverlay(SureOverlay overlay);
    void setAvailable(SureOverlay overlay, bool isThere);
    /// Standard deviation above which variants disagree, 0 .. 1.
    double threshold() const;
    /// Ends of the legend; empty: there is none.
    void setLegend(const QString& least, const QString& most);
    /// One line about the result; empty: none.
    void setNote(const QString& text);
    ResidualPlot& residuals() { return *residuals_; }
    SampleHistogram& histogram() { return *histogram_; }

Q_SIGNALS:
    void overlayChosen(palimpsest::ui::SureOverlay overlay);
    void thresholdChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* overlayLabel_;
    QComboBox* overlay_;
    QLabel* thresholdLabel_;
    SliderField* threshold_;
    ColourScale* legend_;
    QLabel* note_;
    QLabel* histogramLabel_;
    SampleHistogram* histogram_;
    QLabel* residualLabel_;
    ResidualPlot* residuals_;
};

} // namespace palimpsest::ui
