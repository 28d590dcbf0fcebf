// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/uncertainty_panel.h"
#include "ui/window/workbench.h"

#include <QObject>

#include <memory>
#include <vector>

namespace palimpsest::ui {

/// Draws how sure the shown result is: the overlay on the canvas, the curve of the running or shown run, and the values
/// of its variants under the pointer.
class UncertaintyController : public QObject {
    Q_OBJECT

public:
    UncertaintyController(const Workbench& bench, UncertaintyPanel& panel);

private:
    void connectChoice();
    void choose(SureOverlay overlay);
    void chooseNext();
    bool isThere(SureOverlay overlay) const;
    /// Of the shown variant's run, or nothing.
    void showMaps();
    void showOverlay();
    void drawOverlay(SureOverlay overlay);
    void showNote();
    void showCurve();
    void follow(int run, const FitReport& report);
    void showValues(const QPointF& picture);
    void readSamples();

    Workbench bench_;
    UncertaintyPanel& panel_;
    std::shared_ptr<const SolutionMaps> maps_;
    SureOverlay wanted_ = SureOverlay::none; ///< shown where the result has it
    /// What the canvas has now: maps are large, and not drawn twice.
    struct Drawn {
        std::shared_ptr<const SolutionMaps> maps;
        SureOverlay overlay = SureOverlay::none;
        double threshold = 0;
        bool operator==(const Drawn&) const = default;
    } drawn_;
    std::vector<Image> samples_; ///< of the shown run, once they are asked for
    int samplesOf_ = 0;          ///< number of that run
    std::vector<double> live_;
    int liveSteps_ = 1;
    int liveRun_ = 0;
};

} // namespace palimpsest::ui
