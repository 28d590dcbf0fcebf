// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/variant_strip.h"

#include "ui/actions/actions.h"
#include "ui/docks/variant_delegate.h"
#include "ui/session/variants/variant_model.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QListView>
#include <QToolButton>

namespace palimpsest::ui {

VariantStrip::VariantStrip(VariantModel& model, Actions& actions, QWidget* parent)
    : QWidget(parent), model_(model), view_(new QListView(this)) {
    view_->setObjectName(QStringLiteral("variantList"));
    view_->setModel(&model);
    view_->setItemDelegate(new VariantDelegate(view_));
    view_->setFlow(QListView::LeftToRight);
    view_->setWrapping(false);
    view_->setUniformItemSizes(true);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setMinimumHeight(VariantDelegate::itemHeight(view_->fontMetrics()) + 2 * view_->frameWidth());
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char* id : {"variant.show", "variant.apply", "variant.star", "variant.compare", "variant.compare-shown",
                           "variant.export", "variant.delete"}) {
        view_->addAction(actions.at(QString::fromLatin1(id)));
    }
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { Q_EMIT selected(current.isValid() ? current.row() : -1); });
    connect(view_, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT activated(index.row()); });
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(view_, 1);
    layout->addWidget(buttons(actions));
    retranslate();
}

QWidget* VariantStrip::buttons(Actions& actions) {
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    int place = 0;
    for (const char* id : {"variant.apply", "variant.star", "variant.compare", "variant.export", "variant.previous",
                           "variant.next", "variant.delete"}) {
        auto* button = new QToolButton(box);
        button->setDefaultAction(actions.at(QString::fromLatin1(id)));
        button->setAutoRaise(true);
        grid->addWidget(button, place % 4, place / 4);
        ++place;
    }
    grid->setRowStretch(4, 1);
    return box;
}

void VariantStrip::retranslate() {
    view_->setAccessibleName(tr("Variants"));
    view_->setToolTip(tr("Double-click a variant to show it"));
}

int VariantStrip::selectedRow() const {
    const QModelIndex current = view_->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void VariantStrip::select(int row) { view_->setCurrentIndex(row < 0 ? QModelIndex() : model_.index(row)); }

void VariantStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace palimpsest::ui
