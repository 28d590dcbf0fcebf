// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/work_bar.h"

#include "ui/forms/core_message.h"
#include "ui/forms/quantity_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>

namespace palimpsest::ui {
namespace {

constexpr int kBarSteps = 1000;

} // namespace

WorkBar::WorkBar(QWidget* parent)
    : QWidget(parent), text_(new QLabel(this)), bar_(new QProgressBar(this)), detail_(new QLabel(this)),
      cancel_(new QPushButton(this)) {
    text_->setObjectName(QStringLiteral("work"));
    detail_->setObjectName(QStringLiteral("workDetail"));
    for (auto* label : {text_, detail_}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    bar_->setTextVisible(false);
    bar_->setFixedHeight(10);
    cancel_->setObjectName(QStringLiteral("cancelWork"));
    cancel_->setAutoDefault(false);
    connect(cancel_, &QPushButton::clicked, this, &WorkBar::cancelRequested);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(text_, 0, 0, 1, 2);
    grid->addWidget(bar_, 1, 0);
    grid->addWidget(cancel_, 1, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(detail_, 2, 0);
    grid->setColumnStretch(0, 1);
    end();
}

void WorkBar::begin(const QString& text, bool canBeCancelled, Unit unit) {
    isWorking_ = true;
    unit_ = unit;
    notice_.clear();
    text_->setText(text);
    detail_->setText(QString());
    bar_->setRange(0, 0); // to and fro
    bar_->setAccessibleName(tr("Progress"));
    bar_->setToolTip(tr("How far the work is"));
    cancel_->setText(tr("Cancel"));
    cancel_->setToolTip(tr("Stop the work; nothing is changed"));
    cancel_->setEnabled(true);
    bar_->setVisible(true);
    detail_->setVisible(true);
    cancel_->setVisible(canBeCancelled);
    setVisible(true);
}

void WorkBar::setProgress(const Progress& progress) {
    if (!isWorking_) {
        return;
    }
    bar_->setRange(0, progress.total > 0 ? kBarSteps : 0);
    bar_->setValue(static_cast<int>(kBarSteps * progress.fraction()));
    QStringList parts;
    if (unit_ == Unit::bytes) {
        parts.append(progress.total > 0 ? tr("%1 of %2").arg(byteText(progress.done), byteText(progress.total))
                                        : byteText(progress.done));
    }
    if (!progress.phase.isEmpty()) {
        parts.append(coreText(progress.phase));
    }
    if (progress.secondsLeft >= 0) {
        parts.append(tr("%1 left").arg(durationText(progress.secondsLeft)));
    }
    const QString line = parts.join(QStringLiteral(" · "));
    detail_->setText(notice_.isEmpty() ? line : line + QLatin1Char('\n') + notice_);
}

void WorkBar::setNotice(const QString& sentence) { notice_ = sentence; }

void WorkBar::setCancelling() {
    cancel_->setEnabled(false);
    detail_->setText(tr("Stopping …"));
}

void WorkBar::end(const QString& outcome) {
    isWorking_ = false;
    text_->setText(outcome);
    bar_->setVisible(false);
    detail_->setVisible(false);
    cancel_->setVisible(false);
    setVisible(!outcome.isEmpty());
}

} // namespace palimpsest::ui
