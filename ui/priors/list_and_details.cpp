// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/priors/list_and_details.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QSplitter>
#include <QVBoxLayout>

namespace palimpsest::ui {

void layOutListAndDetails(QDialog& dialog, const ListAndDetails& parts) {
    auto* splitter = new QSplitter(&dialog);
    splitter->addWidget(parts.list);
    splitter->addWidget(parts.details);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    splitter->setChildrenCollapsible(false);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(parts.bar, 1);
    bottom->addStretch(0);
    bottom->addWidget(parts.close, 0, Qt::AlignBottom);
    auto* column = new QVBoxLayout(&dialog);
    column->addWidget(splitter, 1);
    column->addLayout(bottom);
}

} // namespace palimpsest::ui
