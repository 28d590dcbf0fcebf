// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/import_dialog.h"

#include "ui/dialogs/error_dialog.h"
#include "ui/forms/vertical_scroll_area.h"
#include "ui/priors/choice_trial.h"
#include "ui/priors/import_form.h"
#include "ui/priors/work_bar.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace palimpsest::ui {
namespace {

constexpr int kSamples = 2; ///< of a value

} // namespace

ImportDialog::ImportDialog(BackgroundTasks& tasks, std::shared_ptr<Engine> engine, Source source, QWidget* parent)
    : QDialog(parent), backgroundTasks_(tasks), engine_(std::move(engine)), source_(std::move(source)),
      column_(new QVBoxLayout(this)), bar_(new WorkBar(this)) {
    setWindowTitle(tr("Add Prior"));
    auto* file = new QLabel(QFileInfo(source_.path).fileName(), this);
    file->setTextFormat(Qt::PlainText);
    file->setWordWrap(true);
    file->setToolTip(source_.path);
    column_->addWidget(file);
    column_->addStretch(1);
    column_->addWidget(bar_);
    auto* buttons = new QDialogButtonBox(this);
    import_ = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    import_->setObjectName(QStringLiteral("import"));
    import_->setToolTip(tr("Convert the weights, once, into a prior of yours; the file stays as it is"));
    import_->setIcon(QIcon::fromTheme(QStringLiteral("document-import")));
    import_->setDefault(true);
    close_ = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close_->setObjectName(QStringLiteral("closeImport"));
    close_->setToolTip(tr("Close without adding a prior"));
    close_->setIcon(QIcon());
    column_->addWidget(buttons);
    connect(import_, &QPushButton::clicked, this, &ImportDialog::importModel);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(bar_, &WorkBar::cancelRequested, this, [this] {
        bar_->setCancelling();
        backgroundTasks_.cancel(job_);
        stopTrials();
    });
    resize(560, 520);
    refresh();
}

/// What all of them have in common.
BackgroundTask ImportDialog::task() const {
    return {.work = {},
            .progressed = [bar = bar_](const Progress& progress) { bar->setProgress(progress); },
            .noticed = {},
            .failed = {},
            .cancelled = {}};
}

void ImportDialog::start() {
    bar_->begin(tr("Looking at the checkpoint …"), false);
    BackgroundTask look = task();
    look.work = [this, engine = engine_, path = source_.path.toStdString()](ProgressSink&, const std::stop_token&) {
        return [this, model = engine->recogniseModel(path)] { showForm(model); };
    };
    look.failed = [this](const Error& error) {
        job_ = 0;
        bar_->end();
        showError(parentWidget(), tr("This cannot be a prior."), error);
        QDialog::reject();
    };
    job_ = backgroundTasks_.start(this, std::move(look));
    refresh();
}

/// What was published about the checkpoint is known.
void ImportDialog::fillIn(RecognisedModel& model) const {
    model.id = source_.id.empty() ? model.id : source_.id;
    model.title = source_.title.empty() ? model.title : source_.title;
    model.licence = source_.licence.empty() ? model.licence : source_.licence;
    for (ModelChoice& choice : model.choices) {
        const auto known = source_.choices.find(choice.name);
        if (known != source_.choices.end() && std::ranges::find(choice.values, known->second) != choice.values.end()) {
            choice.assumed = known->second;
            choice.isKnown = true;
        }
    }
}

void ImportDialog::showForm(RecognisedModel model) {
    job_ = 0;
    bar_->end();
    fillIn(model);
    form_ = new ImportForm(model);
    formArea_ = new VerticalScrollArea(form_, this);
    delete column_->takeAt(1); // the space that it takes
    column_->insertWidget(1, formArea_, 1);
    connect(form_, &ImportForm::changed, this, &ImportDialog::refresh);
    connect(form_, &ImportForm::trialRequested, this, &ImportDialog::tryValues);
    refresh();
    import_->setFocus();
}

void ImportDialog::importModel() {
    stopTrials();
    bar_->begin(tr("Importing …"), true);
    BackgroundTask work = task();
    work.work = [this, engine = engine_, order = form_->order()](ProgressSink& sink, std::stop_token stop) {
        return [this, prior = engine->importModel(order, sink, std::move(stop))] {
            job_ = 0;
            Q_EMIT imported(prior);
            accept();
        };
    };
    work.failed = [this](const Error& error) {
        job_ = 0;
        bar_->end();
        refresh();
        showError(this, tr("The checkpoint could not be imported."), error);
    };
    work.cancelled = [this] {
        job_ = 0;
        bar_->end(tr("Cancelled; nothing was added."));
        refresh();
    };
    job_ = backgroundTasks_.start(this, std::move(work));
    refresh();
}

void ImportDialog::tryValues(const std::string& choice) {
    stopTrials();
    ChoiceTrial* trial = form_->trial(choice);
    trial->begin();
    bar_->begin(tr("Drawing samples …"), true);
    for (const ModelChoice& candidate : form_->model().choices) {
        for (std::size_t i = 0; candidate.name == choice && i < candidate.values.size(); ++i) {
            ModelImport order = form_->order();
            order.choices[choice] = candidate.values[i];
            tryValue(trial, candidate.values[i], order);
        }
    }
}

void ImportDialog::tryValue(ChoiceTrial* trial, const std::string& value, const ModelImport& order) {
    const auto id = std::make_shared<JobId>(0);
    const auto ended = [this, id] {
        std::erase(trials_, *id);
        if (trials_.empty() && job_ == 0) {
            bar_->end();
        }
    };
    BackgroundTask work = task();
    work.work = [=, engine = engine_](ProgressSink& sink, std::stop_token stop) {
        return [=, samples = engine->previewModel(order, kSamples, sink, std::move(stop))] {
            trial->showSamples(value, samples);
            ended();
        };
    };
    work.failed = [=, this](const Error& error) {
        ended();
        stopTrials();
        showError(this, tr("The samples could not be drawn."), error);
    };
    work.cancelled = ended;
    *id = backgroundTasks_.start(this, std::move(work));
    trials_.push_back(*id);
}

void ImportDialog::stopTrials() {
    for (const JobId id : trials_) {
        backgroundTasks_.cancel(id);
    }
}

void ImportDialog::reject() {
    backgroundTasks_.cancel(job_);
    stopTrials();
    QDialog::reject();
}

void ImportDialog::refresh() {
    import_->setEnabled(form_ && job_ == 0 && form_->isComplete());
    if (form_) {
        form_->setEnabled(job_ == 0);
    }
}

} // namespace palimpsest::ui
