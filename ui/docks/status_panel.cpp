// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/status_panel.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>

namespace palimpsest::ui {

StatusPanel::StatusPanel(QWidget* parent)
    : QStatusBar(parent), state_(new QLabel(this)), probe_(new QLabel(this)), coverage_(new QLabel(this)),
      zoom_(new QLabel(this)) {
    state_->setObjectName(QStringLiteral("state"));
    probe_->setObjectName(QStringLiteral("probe"));
    coverage_->setObjectName(QStringLiteral("coverage"));
    zoom_->setObjectName(QStringLiteral("zoom"));
    addWidget(state_, 1);
    for (auto* label : {probe_, coverage_, zoom_}) {
        label->setTextFormat(Qt::PlainText);
        addPermanentWidget(label);
    }
    retranslate();
}

void StatusPanel::retranslate() {
    state_->setAccessibleName(tr("State"));
    state_->setToolTip(tr("What the program is doing"));
    probe_->setAccessibleName(tr("Pixel"));
    probe_->setToolTip(tr("Place and value of the pixel under the pointer"));
    coverage_->setAccessibleName(tr("Mask"));
    coverage_->setToolTip(tr("Share of the picture that the mask covers"));
    zoom_->setAccessibleName(tr("Zoom"));
    zoom_->setToolTip(tr("Screen pixels for each picture pixel"));
    setCoverage(share_);
}

void StatusPanel::setState(const QString& text) { state_->setText(text); }

void StatusPanel::setProbe(const Probe& probe) { probe_->setText(probeText(probe)); }

void StatusPanel::setCoverage(double share) {
    share_ = share;
    const QString percent = QLocale().toString(100 * share, 'f', share < 0.1 ? 2 : 1);
    coverage_->setText(share < 0 ? QString() : tr("%1 % masked").arg(percent));
}

void StatusPanel::setZoom(double zoom) {
    zoom_->setText(zoom <= 0 ? QString()
                             : QStringLiteral("%1 %").arg(QLocale().toString(100 * zoom, 'f', zoom < 0.1 ? 1 : 0)));
}

void StatusPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QStatusBar::changeEvent(event);
}

} // namespace palimpsest::ui
