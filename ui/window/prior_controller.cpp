// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/prior_controller.h"

#include "ui/dialogs/error_dialog.h"
#include "ui/forms/quantity_text.h"
#include "ui/priors/dropped_paths.h"
#include "ui/priors/prior_text.h"
#include "ui/priors/priors_window.h"
#include "ui/priors/work_bar.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QStatusBar>
#include <QUrl>

#include <utility>

namespace palimpsest::ui {
namespace {

constexpr int kMessageMilliseconds = 8000;

/// What the engine finds it by, also where two have one id.
std::string referenceTo(const PriorDescription& prior) { return prior.folder.empty() ? prior.id : prior.folder; }

} // namespace

PriorController::PriorController(const Workbench& bench, PublishedSource published)
    : bench_(bench), published_(std::move(published)) {
    bench_.on("priors.manage", this, [this] { show(); });
    bench_.on("priors.add-file", this, &PriorController::addFile);
    bench_.on("priors.published", this, &PriorController::showPublished);
    bench_.on("priors.add-folder", this, &PriorController::addFolder);
    connect(&bench_.session.engine(), &EngineBridge::stateChanged, this, &PriorController::importNext);
    connect(&bench_.session.engine(), &EngineBridge::priorsChanged, this, &PriorController::tellInstalled);
    connect(&bench_.session, &Session::specChanged, this, [this](const RestoreSpec& spec) {
        if (window_) {
            window_->setChosen(spec.prior.value_or(kDefaultPrior));
        }
    });
}

PriorController::~PriorController() {
    delete import_;
    delete catalogue_;
    delete window_;
}

PriorsWindow& PriorController::show() {
    if (!window_) {
        window_ = new PriorsWindow(bench_.actions, bench_.session.engine(), &bench_.window);
        window_->setAttribute(Qt::WA_DeleteOnClose);
        window_->setChosen(bench_.session.spec().prior.value_or(kDefaultPrior));
        window_->select(bench_.session.spec().prior.value_or(kDefaultPrior));
        connect(window_, &PriorsWindow::verifyRequested, this, &PriorController::verify);
        connect(window_, &PriorsWindow::removeRequested, this, &PriorController::askToRemove);
        connect(window_, &PriorsWindow::useRequested, this, &PriorController::use);
        connect(window_, &PriorsWindow::dropped, this, &PriorController::add);
        connect(window_, &PriorsWindow::revealRequested, this, [](const PriorDescription& prior) {
            QDesktopServices::openUrl(QUrl::fromLocalFile(QString::fromStdString(prior.folder)));
        });
        bench_.session.engine().load();
        bench_.session.engine().refreshPriors();
    }
    window_->show();
    window_->raise();
    window_->activateWindow();
    return *window_;
}

QWidget* PriorController::parentOfDialogs() const {
    return window_ && window_->isVisible() ? static_cast<QWidget*>(window_) : &bench_.window;
}

void PriorController::addFile() {
    const QString path = QFileDialog::getOpenFileName(
        parentOfDialogs(), tr("Add Prior from File"),
        QStandardPaths::writableLocation(QStandardPaths::DownloadLocation),
        tr("Checkpoints (%1)").arg(QStringLiteral("*.safetensors *.pt *.pth *.ckpt *.bin *.param *.tar")) +
            QStringLiteral(";;") + tr("All files (*)"));
    if (!path.isEmpty()) {
        add({path});
    }
}

void PriorController::addFolder() {
    const QString path =
        QFileDialog::getExistingDirectory(parentOfDialogs(), tr("Add Prior from Folder"),
                                          QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    if (!path.isEmpty()) {
        add({path});
    }
}

void PriorController::add(const QStringList& paths) {
    for (const QString& path : paths) {
        waiting_.push_back({.path = path, .id = {}, .title = {}, .licence = {}, .choices = {}, .afterwards = {}});
    }
    bench_.session.engine().load();
    importNext();
}

bool PriorController::take(const QMimeData& data) {
    QStringList checkpoints;
    for (const QString& path : droppedPaths(data)) {
        if (looksLikeCheckpoint(path)) {
            checkpoints.append(path);
        }
    }
    if (checkpoints.isEmpty()) {
        return false;
    }
    add(checkpoints);
    return true;
}

void PriorController::showPublished() {
    if (!catalogue_) {
        catalogue_ = new PublishedDialog(downloads_, published_, &bench_.window);
        connect(catalogue_, &PublishedDialog::fetched, this, &PriorController::addFetched);
        tellInstalled();
    }
    catalogue_->show();
    catalogue_->raise();
    catalogue_->activateWindow();
}

void PriorController::tellInstalled() {
    if (catalogue_) {
        std::set<std::string> ids;
        for (const PriorDescription& prior : bench_.session.engine().priors()) {
            ids.insert(prior.id);
        }
        catalogue_->setInstalled(ids);
    }
}

void PriorController::addFetched(const PublishedModel& model, const FetchedModel& files) {
    waiting_.push_back({.path = QString::fromStdString(files.path),
                        .id = model.id,
                        .title = model.title,
                        .licence = model.licence,
                        .choices = model.recognition,
                        .afterwards = [model, discard = published_.discard] { discard(model); }});
    importNext();
}

void PriorController::importNext() {
    const auto& engine = bench_.session.engine().engine();
    if (waiting_.empty() || !engine || import_) {
        return;
    }
    import_ = new ImportDialog(backgroundTasks_, engine, waiting_.front(), parentOfDialogs());
    import_->setAttribute(Qt::WA_DeleteOnClose);
    connect(import_, &ImportDialog::imported, this,
            [this, afterwards = waiting_.front().afterwards](const PriorDescription& prior) {
                if (afterwards) {
                    afterwards();
                }
                imported(prior);
            });
    waiting_.pop_front();
    // In the next round of events: the next dialog shall not stand on one that is about to go.
    connect(import_, &QObject::destroyed, this, &PriorController::importNext, Qt::QueuedConnection);
    import_->open();
    import_->start();
}

void PriorController::imported(const PriorDescription& prior) {
    bench_.session.engine().refreshPriors();
    show().select(prior.id);
    say(tr("Added: %1").arg(priorTitle(prior)));
}

/// A task whose progress and end the window of the priors tells, and the status line after it was closed.
BackgroundTask PriorController::errandOfWindow(const QString& text) {
    PriorsWindow& window = show();
    window.workBar().begin(text, false);
    window.setBusy(true);
    return {.work = {},
            .progressed =
                [this](const Progress& progress) {
                    if (window_) {
                        window_->workBar().setProgress(progress);
                    }
                },
            .noticed = {},
            .failed = {},
            .cancelled = {}};
}

void PriorController::endOfErrand(const QString& outcome) {
    bench_.session.engine().refreshPriors();
    if (window_) {
        window_->workBar().end(outcome);
        window_->setBusy(false);
    }
    if (!outcome.isEmpty()) {
        say(outcome);
    }
}

void PriorController::verify(const PriorDescription& prior) {
    const QString title = priorTitle(prior);
    BackgroundTask task = errandOfWindow(tr("Verifying %1 …").arg(title));
    task.work = [this, title, engine = bench_.session.engine().engine(),
                 reference = referenceTo(prior)](ProgressSink&, const std::stop_token&) {
        engine->verifyPrior(reference);
        return [this, title] {
            endOfErrand(tr("%1 is in order: its weights are as they were added, and the network computes.").arg(title));
        };
    };
    task.failed = [this, title](const Error& error) {
        endOfErrand({});
        showError(parentOfDialogs(), tr("%1 is not in order.").arg(title), error);
    };
    backgroundTasks_.start(this, std::move(task));
}

void PriorController::askToRemove(const PriorDescription& prior) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove Prior"),
                                tr("Remove %1 from this computer?").arg(priorTitle(prior)), QMessageBox::NoButton,
                                parentOfDialogs());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("This frees %1. The file that it was added from, if it is still there, stays.")
                                .arg(byteText(prior.byteSize)));
    auto* yes = box->addButton(tr("&Remove"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("confirmRemove"));
    yes->setToolTip(tr("Delete this prior and its weights from the disk"));
    auto* no = box->addButton(tr("&Keep"), QMessageBox::RejectRole);
    no->setObjectName(QStringLiteral("keepPrior"));
    no->setToolTip(tr("Change nothing"));
    box->setDefaultButton(no);
    connect(yes, &QPushButton::clicked, this, [this, prior] { remove(prior); });
    box->open();
}

void PriorController::remove(const PriorDescription& prior) {
    const QString title = priorTitle(prior);
    const QString freed = byteText(prior.byteSize);
    BackgroundTask task = errandOfWindow(tr("Removing %1 …").arg(title));
    task.work = [=, this, engine = bench_.session.engine().engine(),
                 reference = referenceTo(prior)](ProgressSink&, const std::stop_token&) {
        engine->removePrior(reference);
        return [=, this, id = prior.id] {
            if (bench_.session.spec().prior == id) { // a run with it would be refused
                RestoreSpec spec = bench_.session.spec();
                spec.prior.reset();
                bench_.session.setSpec(spec);
            }
            endOfErrand(tr("%1 was removed; %2 are free again.").arg(title, freed));
        };
    };
    task.failed = [this, title](const Error& error) {
        endOfErrand({});
        showError(parentOfDialogs(), tr("%1 could not be removed.").arg(title), error);
    };
    backgroundTasks_.start(this, std::move(task));
}

/// For the task at hand, or else the first that it serves.
void PriorController::useRestorer(const PriorDescription& prior, RestoreSpec& spec) const {
    const MethodDescription* method = bench_.session.engine().method(prior.id);
    if (method && !method->tasks.empty() && !method->forTask(spec.task)) {
        spec = withTask(spec, method->tasks.front().task);
        spec.method.reset();
    }
    spec.estimate = prior.id;
}

void PriorController::use(const PriorDescription& prior) {
    RestoreSpec spec = bench_.session.spec();
    if (prior.kind == "fill") {
        spec.estimate = prior.id;
    } else if (prior.kind == "restorer") {
        useRestorer(prior, spec);
    } else {
        spec.prior = prior.id == kDefaultPrior ? std::nullopt : std::optional(prior.id);
    }
    bench_.session.setSpec(spec);
    say(tr("The next run works with %1").arg(priorTitle(prior)));
}

void PriorController::say(const QString& sentence) {
    bench_.window.statusBar()->showMessage(sentence, kMessageMilliseconds);
}

} // namespace palimpsest::ui
