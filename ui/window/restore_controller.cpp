// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/restore_controller.h"

#include "ui/dialogs/error_dialog.h"
#include "ui/forms/core_message.h"
#include "ui/forms/quantity_text.h"
#include "ui/forms/schema_text.h"
#include "ui/forms/seed_editor.h"
#include "ui/priors/prior_text.h"
#include "ui/session/document/hint_layer.h"
#include "ui/session/document/task_input.h"
#include "ui/session/spec_text.h"

#include <QMessageBox>
#include <QPushButton>

namespace palimpsest::ui {

RestoreController::RestoreController(const Workbench& bench, const Widgets& widgets)
    : bench_(bench), widgets_(widgets) {
    estimateTimer_.setSingleShot(true);
    estimateTimer_.setInterval(300);
    connect(&estimateTimer_, &QTimer::timeout, this, &RestoreController::askEstimate);
    bench_.on("restore.run", this, &RestoreController::run);
    bench_.on("restore.keep", this, [this] { bench_.session.jobs().keep(); });
    bench_.on("restore.cancel", this, &RestoreController::cancel);
    bench_.on("restore.cancel-all", this, [this] { bench_.session.jobs().cancelAll(); });
    bench_.on("restore.new-seed", this, [this] {
        RestoreSpec spec = bench_.session.spec();
        spec.seed = newSeed();
        bench_.session.setSpec(spec);
    });
    connectForm();
    connectJobs();
    takeSpec(bench_.session.spec());
    showObstacle();
}

void RestoreController::connectForm() {
    auto& session = bench_.session;
    connect(&widgets_.form, &RestoreForm::edited, &session, &Session::setSpec);
    widgets_.form.setAdvancedOpen(bench_.settings.settings().showsAdvanced);
    connect(&widgets_.form, &RestoreForm::advancedToggled, this, [this](bool isOpen) {
        bench_.settings.change([isOpen](Settings& settings) { settings.showsAdvanced = isOpen; });
    });
    connect(&session, &Session::specChanged, this, &RestoreController::takeSpec);
    const auto later = [this] {
        estimateTimer_.start();
        showObstacle();
    };
    connect(&session, &Session::opened, this, [this, later] {
        widgets_.form.setPictureSize(bench_.session.document().picture().size());
        later();
    });
    connect(&session.document(), &Document::maskChanged, this, later);
    connect(&session.document().hints(), &HintLayer::changed, this, later);
    connect(&session.document(), &Document::pictureReplaced, this, later);
    connect(&session.engine(), &EngineBridge::stateChanged, this, [this, later](EngineBridge::State state) {
        engineProblem_ = state == EngineBridge::State::failed ? engineProblem_ : Message();
        later();
    });
    connect(&session.engine(), &EngineBridge::failed, this, [this](const Error& error) {
        engineProblem_ = error.message();
        showObstacle();
        showError(&bench_.window, tr("Restoring is not possible."), error);
    });
    connect(&session.engine(), &EngineBridge::estimated, this, [this](const RunEstimate& estimate) {
        specProblem_ = {};
        widgets_.panel.setEstimate(estimate);
        widgets_.panel.setOffer({}, {});
        showObstacle();
    });
    connect(&session.engine(), &EngineBridge::fasterWayFound, this, &RestoreController::offer);
    connect(&widgets_.panel, &RunPanel::offerTaken, this, [this] {
        widgets_.panel.setOffer({}, {});
        bench_.session.setSpec(offered_);
    });
    connect(&session.engine(), &EngineBridge::notEstimated, this, [this](const Error& reason) {
        specProblem_ = reason.message();
        widgets_.panel.setEstimate({});
        widgets_.panel.setOffer({}, {});
        showObstacle();
    });
}

void RestoreController::connectJobs() {
    auto& jobs = bench_.session.jobs();
    connect(&jobs, &JobBridge::queueChanged, this, &RestoreController::showQueue);
    connect(&jobs, &JobBridge::progressed, &widgets_.panel, &RunPanel::setProgress);
    connect(&jobs, &JobBridge::previewed, this, [this](const DisplayFrame& frame) {
        const auto& run = bench_.session.variants().run(bench_.session.jobs().currentRun());
        const bool isWhole = changesWhole(bench_.session.engine().task(run.spec.task));
        bench_.canvas.setPreview(frame, isWhole ? PreviewReach::whole : PreviewReach::mask);
    });
    connect(&jobs, &JobBridge::sampleFinished, &bench_.canvas, &CanvasView::clearPreview);
    connect(&jobs, &JobBridge::noticed, this,
            [this](const Message& sentence) { widgets_.status.showMessage(coreText(sentence), 15000); });
    connect(&jobs, &JobBridge::finished, this, [this](int, const RestoreResult& result) {
        widgets_.status.showMessage(result.stoppedEarly
                                        ? tr("Stopped; the estimate is kept as a variant")
                                        : tr("Done: %n variant(s)", nullptr, static_cast<int>(result.samples.size())),
                                    8000);
    });
    connect(&jobs, &JobBridge::cancelled, this, [this] { widgets_.status.showMessage(tr("Cancelled"), 8000); });
    connect(&jobs, &JobBridge::failed, this,
            [this](int, const Error& error) { showError(&bench_.window, tr("The restoration has failed."), error); });
}

void RestoreController::takeSpec(const RestoreSpec& spec) {
    widgets_.form.setSpec(spec);
    widgets_.panel.setVariants(spec.samples);
    bench_.settings.change([&](Settings& settings) { settings.restoreSpec = specText(spec); });
    estimateTimer_.start();
    showObstacle();
}

void RestoreController::run() {
    if (!hasInput(bench_.session.document(), bench_.session.task())) {
        showObstacle();
        return;
    }
    RestoreSpec spec = bench_.session.spec();
    if (!bench_.action("restore.lock-seed")->isChecked()) {
        spec.seed = newSeed();
    }
    try {
        validate(spec);
    } catch (const Error& error) {
        showError(&bench_.window, tr("These settings do not go together."), error);
        return;
    }
    bench_.session.setSpec(spec);
    const bool showsEstimates = bench_.action("view.estimates")->isChecked();
    bench_.session.startRun(showsEstimates ? bench_.settings.settings().previewFramesPerSecond : 0);
}

void RestoreController::cancel() {
    // Esc belongs to what the tool is doing first.
    if (bench_.canvas.cancelGesture()) {
        return;
    }
    if (bench_.session.jobs().progress().secondsElapsed > kConfirmAfterSeconds) {
        const int run = bench_.session.jobs().currentRun();
        QMessageBox box(QMessageBox::Question, QStringLiteral("Palimpsest"), tr("Throw the estimate away?"),
                        QMessageBox::NoButton, &bench_.window);
        box.setInformativeText(
            tr("It has been computed for %1.").arg(durationText(bench_.session.jobs().progress().secondsElapsed)));
        auto* yes = box.addButton(tr("&Throw Away"), QMessageBox::DestructiveRole);
        yes->setToolTip(tr("Stop without a result"));
        auto* no = box.addButton(tr("&Go On"), QMessageBox::RejectRole);
        no->setToolTip(tr("Let the restoration go on"));
        box.setDefaultButton(no);
        box.exec();
        if (box.clickedButton() != yes || bench_.session.jobs().currentRun() != run) {
            return;
        }
    }
    bench_.session.jobs().cancel();
}

void RestoreController::askEstimate() {
    auto& document = bench_.session.document();
    if (!hasInput(document, bench_.session.task())) {
        specProblem_ = {};
        widgets_.panel.setEstimate({});
        showObstacle();
        return;
    }
    bench_.session.engine().askEstimate(bench_.session.spec(), inputOf(document, bench_.session.task()));
}

/// Of the method or the prior, whichever is another one.
void RestoreController::offer(const FasterWay& way) {
    const EngineBridge& engine = bench_.session.engine();
    const MethodDescription* method = engine.method(way.spec.method.value_or(kDefaultMethod));
    const PriorDescription* prior = engine.prior(way.spec.prior.value_or(kDefaultPrior));
    const QString time = durationText(way.estimate.seconds.value_or(0));
    offered_ = way.spec;
    if (way.isOtherPrior && prior) {
        widgets_.panel.setOffer(tr("With the prior %1 it would take about %2.").arg(priorTitle(*prior), time),
                                tr("Take %1").arg(priorTitle(*prior)));
    } else if (!way.isOtherPrior && method) {
        widgets_.panel.setOffer(tr("With the method %1 it would take about %2.").arg(schemaText(method->title), time),
                                tr("Take %1").arg(schemaText(method->title)));
    }
}

void RestoreController::showObstacle() {
    auto& document = bench_.session.document();
    QString obstacle;
    if (document.isEmpty()) {
        obstacle = tr("Open a picture to begin.");
    } else if (!hasInput(document, bench_.session.task())) {
        obstacle = tr("Paint over what is to be restored.");
    } else if (!engineProblem_.isEmpty()) {
        obstacle = coreStatement(engineProblem_);
    } else if (bench_.session.engine().state() != EngineBridge::State::ready) {
        obstacle = tr("The numerical library is loading …");
    } else {
        obstacle = coreStatement(specProblem_);
    }
    widgets_.panel.setObstacle(obstacle);
}

void RestoreController::retranslate() { showObstacle(); }

void RestoreController::showQueue() {
    auto& jobs = bench_.session.jobs();
    widgets_.panel.setRunning(jobs.isRunning(), jobs.waiting());
    if (!jobs.isRunning()) {
        bench_.canvas.clearPreview();
        Q_EMIT idle();
    }
}

} // namespace palimpsest::ui
