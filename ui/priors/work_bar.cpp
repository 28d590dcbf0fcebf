// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/work_bar.h"

#include "ui/forms/core_sentence.h"
#include "ui/forms/quantity_text.h"

#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>

#include <cmath>

namespace palimpsest::ui {
namespace {

constexpr int kBarSteps = 1000;
constexpr qint64 kRateMilliseconds = 1000; ///< the rate is measured anew so often

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
    amount_ = 0;
    rate_ = 0;
    since_.invalidate();
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

QString WorkBar::amountText(const Progress& progress) {
    if (!since_.isValid()) {
        since_.start();
        amount_ = progress.done;
    } else if (since_.elapsed() >= kRateMilliseconds) {
        rate_ = 1000.0 * static_cast<double>(progress.done - amount_) / static_cast<double>(since_.restart());
        amount_ = progress.done;
    }
    const QString amount = progress.total > 0 ? tr("%1 of %2").arg(byteText(progress.done), byteText(progress.total))
                                              : byteText(progress.done);
    return rate_ > 0 ? QStringLiteral("%1 · %2").arg(amount, tr("%1/s").arg(byteText(std::llround(rate_)))) : amount;
}

void WorkBar::setProgress(const Progress& progress) {
    if (!isWorking_) {
        return;
    }
    bar_->setRange(0, progress.total > 0 ? kBarSteps : 0);
    bar_->setValue(static_cast<int>(kBarSteps * progress.fraction()));
    QStringList parts;
    if (unit_ == Unit::bytes) {
        parts.append(amountText(progress));
    }
    if (!progress.phase.empty()) {
        parts.append(coreSentence(progress.phase));
    }
    if (progress.secondsLeft >= 0) {
        parts.append(tr("%1 left").arg(durationText(progress.secondsLeft)));
    }
    detail_->setText(parts.join(QStringLiteral(" · ")));
}

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
