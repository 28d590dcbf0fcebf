// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/run_panel.h"

#include "ui/actions/actions.h"
#include "ui/forms/core_message.h"
#include "ui/forms/quantity_text.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

constexpr int kBarSteps = 1000;
constexpr std::int64_t kTellMemoryFrom = 1'000'000'000; ///< bytes

QToolButton* actionButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return button;
}

} // namespace

RunPanel::RunPanel(Actions& actions, QWidget* parent)
    : QWidget(parent), action_(actions.at(QStringLiteral("restore.run"))), run_(new QPushButton(this)),
      note_(new QLabel(this)), offer_(new QLabel(this)), takeOffer_(new QPushButton(this)),
      bar_(new QProgressBar(this)), phase_(new QLabel(this)), running_(new QWidget(this)) {
    run_->setObjectName(QStringLiteral("run"));
    run_->setMinimumHeight(36);
    QFont font = run_->font();
    font.setBold(true);
    run_->setFont(font);
    connect(run_, &QPushButton::clicked, action_, &QAction::trigger);
    connect(action_, &QAction::changed, this, &RunPanel::refresh);
    note_->setObjectName(QStringLiteral("runNote"));
    phase_->setObjectName(QStringLiteral("runPhase"));
    offer_->setObjectName(QStringLiteral("offer"));
    takeOffer_->setObjectName(QStringLiteral("takeOffer"));
    connect(takeOffer_, &QPushButton::clicked, this, &RunPanel::offerTaken);
    setOffer({}, {});
    for (auto* label : {note_, offer_, phase_}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    bar_->setRange(0, kBarSteps);
    bar_->setTextVisible(false);
    bar_->setFixedHeight(10);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(actionButton(actions.at(QStringLiteral("restore.keep")), running_));
    buttons->addWidget(actionButton(actions.at(QStringLiteral("restore.cancel")), running_));
    auto* progress = new QVBoxLayout(running_);
    progress->setContentsMargins(0, 0, 0, 0);
    progress->addWidget(bar_);
    progress->addWidget(phase_);
    progress->addLayout(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(note_);
    layout->addWidget(offer_);
    layout->addWidget(takeOffer_);
    layout->addWidget(run_);
    layout->addWidget(running_);
    refresh();
}

void RunPanel::setVariants(int count) {
    variants_ = count;
    refresh();
}

void RunPanel::setEstimate(const std::optional<RunEstimate>& estimate) {
    estimate_ = estimate;
    refresh();
}

void RunPanel::setOffer(const QString& sentence, const QString& button) {
    offer_->setText(sentence);
    offer_->setVisible(!sentence.isEmpty());
    takeOffer_->setText(button.isEmpty() ? tr("Take the faster way") : button);
    takeOffer_->setToolTip(tr("Change the settings of the next run so"));
    takeOffer_->setVisible(!sentence.isEmpty());
}

void RunPanel::setObstacle(const QString& sentence) {
    obstacle_ = sentence;
    refresh();
}

void RunPanel::setRunning(bool isRunning, int waiting) {
    isRunning_ = isRunning;
    waiting_ = waiting;
    progress_ = isRunning ? progress_ : Progress{};
    refresh();
}

void RunPanel::setProgress(const Progress& progress) {
    progress_ = progress;
    refresh();
}

QString RunPanel::noteText() const {
    if (!obstacle_.isEmpty() || !estimate_) {
        return obstacle_;
    }
    QString work = tr("%n network evaluation(s)", nullptr, static_cast<int>(estimate_->evaluations));
    if (estimate_->memoryBytes >= kTellMemoryFrom) {
        work = tr("%1, %2 of memory").arg(work, byteText(estimate_->memoryBytes));
    }
    return estimate_->seconds ? tr("about %1, %2").arg(durationText(*estimate_->seconds), work) : work;
}

void RunPanel::refresh() {
    run_->setEnabled(action_->isEnabled());
    run_->setToolTip(action_->toolTip());
    const QString text = variants_ == 1 ? tr("Restore") : tr("Restore %n variant(s)", nullptr, variants_);
    run_->setText(isRunning_ ? tr("Next: %1").arg(text) : text);
    run_->setAccessibleName(run_->text());
    note_->setText(noteText());
    note_->setVisible(!note_->text().isEmpty());
    running_->setVisible(isRunning_);
    bar_->setAccessibleName(tr("Progress"));
    bar_->setToolTip(tr("How far the restoration is"));
    // Without a total the bar moves to and fro.
    bar_->setMaximum(progress_.total > 0 ? kBarSteps : 0);
    bar_->setValue(static_cast<int>(kBarSteps * progress_.fraction()));
    QStringList parts;
    if (!progress_.phase.isEmpty()) {
        parts.append(coreText(progress_.phase));
    }
    if (progress_.secondsLeft >= 0) {
        parts.append(tr("%1 left").arg(durationText(progress_.secondsLeft)));
    }
    if (waiting_ > 0) {
        parts.append(tr("%n more waiting", nullptr, waiting_));
    }
    phase_->setText(parts.join(QStringLiteral(" · ")));
}

void RunPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
