// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/uncertainty_controller.h"

#include "ui/plots/map_picture.h"
#include "ui/plots/residual_plot.h"
#include "ui/plots/sample_histogram.h"

#include <QActionGroup>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

namespace palimpsest::ui {
namespace {

constexpr std::size_t kFewest = 3;                 ///< variants that make a histogram
constexpr std::size_t kSampleBudget = 512U << 20U; ///< bytes

constexpr std::pair<const char*, SureOverlay> kChoices[] = {{"sure.none", SureOverlay::none},
                                                            {"sure.deviation", SureOverlay::deviation},
                                                            {"sure.disagreement", SureOverlay::disagreement},
                                                            {"sure.invented", SureOverlay::invented},
                                                            {"sure.residual", SureOverlay::residual}};

QString in255(double value) { return QStringLiteral("%1 / 255").arg(QLocale().toString(255 * value, 'f', 1)); }

} // namespace

UncertaintyController::UncertaintyController(const Workbench& bench, UncertaintyPanel& panel)
    : bench_(bench), panel_(panel) {
    connectChoice();
    auto& session = bench_.session;
    connect(&session, &Session::mapsChanged, this, &UncertaintyController::showMaps);
    connect(&session.document(), &Document::resultChanged, this, &UncertaintyController::showMaps);
    connect(&session.document(), &Document::pictureReplaced, this, &UncertaintyController::showMaps);
    connect(&session.variants(), &VariantStore::inserted, this, [this] { samplesOf_ = 0; });
    connect(&session.variants(), &VariantStore::removed, this, [this] { samplesOf_ = 0; });
    connect(&session.variants(), &VariantStore::reset, this, [this] { samplesOf_ = 0; });
    connect(&session.jobs(), &JobBridge::fitted, this, &UncertaintyController::follow);
    connect(&bench_.canvas, &CanvasView::pointedAt, this, &UncertaintyController::showValues);
    showMaps();
}

void UncertaintyController::connectChoice() {
    auto* group = new QActionGroup(this);
    for (const auto& [id, overlay] : kChoices) {
        group->addAction(bench_.action(id));
        bench_.on(id, this, [this, overlay = overlay] { choose(overlay); });
    }
    bench_.on("sure.next", this, &UncertaintyController::chooseNext);
    connect(&panel_, &UncertaintyPanel::overlayChosen, this, &UncertaintyController::choose);
    connect(&panel_, &UncertaintyPanel::thresholdChanged, this, &UncertaintyController::showOverlay);
}

void UncertaintyController::choose(SureOverlay overlay) {
    wanted_ = overlay;
    showOverlay();
}

void UncertaintyController::chooseNext() {
    auto next = std::ranges::find_if(kChoices, [this](const auto& choice) { return choice.second == wanted_; });
    do {
        next = std::next(next) == std::end(kChoices) ? std::begin(kChoices) : std::next(next);
    } while (!isThere(next->second));
    choose(next->second);
}

bool UncertaintyController::isThere(SureOverlay overlay) const {
    switch (overlay) {
    case SureOverlay::none:
        return true;
    case SureOverlay::deviation:
    case SureOverlay::disagreement:
        return maps_ && !maps_->deviation.isNull();
    case SureOverlay::invented:
        return maps_ && !maps_->invented.isNull();
    case SureOverlay::residual:
        return maps_ && !maps_->residual.isNull();
    }
    return false;
}

void UncertaintyController::showMaps() {
    maps_ = bench_.session.maps();
    for (const auto& choice : kChoices) {
        panel_.setAvailable(choice.second, isThere(choice.second));
    }
    showOverlay();
    showCurve();
}

void UncertaintyController::showOverlay() {
    const SureOverlay overlay = isThere(wanted_) ? wanted_ : SureOverlay::none;
    panel_.setOverlay(overlay);
    for (const auto& [id, choice] : kChoices) {
        bench_.action(id)->setChecked(choice == overlay);
    }
    const Drawn wanted{overlay == SureOverlay::none ? nullptr : maps_, overlay, panel_.threshold()};
    if (std::exchange(drawn_, wanted) != wanted) {
        drawOverlay(overlay);
    }
    showNote();
}

void UncertaintyController::drawOverlay(SureOverlay overlay) {
    QImage picture;
    Mask disagreement;
    panel_.setLegend({}, {});
    if (overlay == SureOverlay::deviation) {
        const double end = scaleEnd(maps_->deviation);
        picture = scaledPicture(maps_->deviation, end);
        panel_.setLegend(QStringLiteral("0"), in255(end));
    } else if (overlay == SureOverlay::residual) {
        const double end = std::max(3.0, scaleEnd(maps_->residual));
        picture = scaledPicture(maps_->residual, end);
        panel_.setLegend(QStringLiteral("0"), tr("%1 × noise").arg(QLocale().toString(end, 'g', 3)));
    } else if (overlay == SureOverlay::invented) {
        picture = tintedPicture(maps_->invented, scaleEnd(maps_->invented));
    } else if (overlay == SureOverlay::disagreement) {
        disagreement = above(maps_->deviation, panel_.threshold(), bench_.session.document().picture().size());
    }
    bench_.canvas.setOverlay(picture);
    bench_.canvas.setDisagreement(disagreement);
}

void UncertaintyController::showNote() {
    QStringList notes;
    if (maps_ && maps_->sigma > 0) {
        notes += tr("Noise of the picture: %1").arg(in255(maps_->sigma));
    }
    const SureOverlay overlay = panel_.overlay();
    if (overlay == SureOverlay::invented) {
        notes += tr("Tinted: made up by the prior. Bare: determined by the picture. Of the run's first variant.");
    } else if (overlay == SureOverlay::residual) {
        notes += tr("Of the run's first variant.");
    } else if (overlay != SureOverlay::none) {
        notes += tr("The spread of this prior's answers, which is not the truth.");
    }
    panel_.setNote(notes.join(QLatin1Char('\n')));
}

/// The running one's as long as it runs.
void UncertaintyController::showCurve() {
    const auto& jobs = bench_.session.jobs();
    if (jobs.isRunning() && jobs.currentRun() == liveRun_) {
        panel_.residuals().setCurve(live_, liveSteps_);
    } else if (maps_ && !maps_->residualCurve.empty()) {
        panel_.residuals().setCurve(maps_->residualCurve, 1);
    } else {
        panel_.residuals().setCurve({}, 1);
    }
}

void UncertaintyController::follow(int run, const FitReport& report) {
    if (std::exchange(liveRun_, run) != run) {
        live_.clear();
    }
    if (report.sample == 0) {
        live_.push_back(report.residual);
        liveSteps_ = report.steps;
        showCurve();
    }
}

void UncertaintyController::readSamples() {
    auto& session = bench_.session;
    const int row = session.shownVariant();
    const int run = row < 0 ? 0 : session.variants().variants().at(row).key.run;
    if (run == samplesOf_) {
        return;
    }
    samplesOf_ = run;
    samples_.clear();
    std::size_t bytes = 0;
    const auto& variants = session.variants().variants();
    for (int i = 0; i < static_cast<int>(variants.size()) && run > 0; ++i) {
        if (variants[i].key.run == run && !variants[i].key.isMean() && bytes < kSampleBudget) {
            try {
                samples_.push_back(session.variants().image(i));
                bytes += samples_.back().byteSize();
            } catch (const Error&) {
                continue; // its file has gone: the others still say something
            }
        }
    }
}

void UncertaintyController::showValues(const QPointF& picture) {
    if (!panel_.isVisible()) {
        return;
    }
    const Size size = bench_.session.document().picture().size();
    const bool isInside = picture.x() >= 0 && picture.y() >= 0 && picture.x() < size.width && picture.y() < size.height;
    readSamples();
    if (!isInside || samples_.size() < kFewest) {
        panel_.histogram().setValues({}, 1);
        return;
    }
    std::vector<std::array<float, 3>> values;
    for (const Image& sample : samples_) {
        const int x = static_cast<int>(picture.x() * sample.width() / size.width);
        const int y = static_cast<int>(picture.y() * sample.height() / size.height);
        std::array<float, 3> value{};
        for (int c = 0; c < sample.colourChannels(); ++c) {
            value[static_cast<std::size_t>(c)] = sample.valueAt(x, y, c);
        }
        values.push_back(value);
    }
    panel_.histogram().setValues(values, samples_.front().colourChannels());
}

} // namespace palimpsest::ui
