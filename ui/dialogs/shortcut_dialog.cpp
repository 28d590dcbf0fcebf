// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/shortcut_dialog.h"

#include "ui/actions/action_table.h"
#include "ui/actions/actions.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace palimpsest::ui {
namespace {

constexpr int kIdRole = Qt::UserRole;

QString titleOf(const QString& id) {
    for (const ActionRow& row : actionTable()) {
        if (id == QLatin1String(row.id)) {
            return plainActionText(row);
        }
    }
    return id;
}

QList<QKeySequence> without(QList<QKeySequence> keys, const QKeySequence& key) {
    keys.removeAll(key);
    return keys;
}

} // namespace

ShortcutDialog::ShortcutDialog(const ShortcutMap& shortcuts, QWidget* parent) : QDialog(parent), shortcuts_(shortcuts) {
    setWindowTitle(tr("Keyboard Shortcuts"));
    build();
    fillTable();
    resize(640, 560);
}

void ShortcutDialog::build() {
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Search actions and keys"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setToolTip(tr("Show only the actions whose name or key holds this text"));
    search_->setClearButtonEnabled(true);
    table_ = new QTreeWidget(this);
    table_->setObjectName(QStringLiteral("shortcutTable"));
    table_->setAccessibleName(tr("Keyboard Shortcuts"));
    table_->setToolTip(tr("Select an action, then press its new key below"));
    table_->setHeaderLabels({tr("Action"), tr("Keys")});
    table_->setRootIsDecorated(false);
    table_->setAlternatingRowColors(true);
    table_->setUniformRowHeights(true);
    table_->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table_->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table_->header()->setStretchLastSection(false);
    connect(search_, &QLineEdit::textChanged, this, &ShortcutDialog::filter);
    connect(table_, &QTreeWidget::currentItemChanged, this, &ShortcutDialog::showSelected);

    auto* layout = new QVBoxLayout(this);
    layout->addWidget(search_);
    layout->addWidget(table_, 1);
    buildEditors();
}

void ShortcutDialog::buildEditors() {
    first_ = new QKeySequenceEdit(this);
    first_->setObjectName(QStringLiteral("firstKey"));
    first_->setAccessibleName(tr("Key"));
    first_->setToolTip(tr("Press the new key here"));
    second_ = new QKeySequenceEdit(this);
    second_->setObjectName(QStringLiteral("secondKey"));
    second_->setAccessibleName(tr("Second key"));
    second_->setToolTip(tr("Press a second key for the same action here"));
    reset_ = new QPushButton(tr("Default"), this);
    reset_->setToolTip(tr("Give this action its first keys again"));
    message_ = new QLabel(this);
    message_->setObjectName(QStringLiteral("conflict"));
    message_->setWordWrap(true);
    takeOver_ = new QPushButton(tr("Take It"), this);
    takeOver_->setObjectName(QStringLiteral("takeOver"));
    takeOver_->setToolTip(tr("Take the key away from the other action"));
    takeOver_->hide();
    for (auto* edit : {first_, second_}) {
        connect(edit, &QKeySequenceEdit::editingFinished, this, &ShortcutDialog::enter);
        edit->findChild<QLineEdit*>()->setPlaceholderText(tr("Press a key"));
    }
    connect(takeOver_, &QPushButton::clicked, this, &ShortcutDialog::takeOver);
    connect(reset_, &QPushButton::clicked, this, &ShortcutDialog::resetSelected);

    auto* keys = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{new QLabel(tr("Keys:"), this), first_, second_, reset_}) {
        keys->addWidget(widget);
    }
    auto* note = new QHBoxLayout;
    note->addWidget(message_, 1);
    note->addWidget(takeOver_);
    auto* buttons = new QDialogButtonBox(this);
    auto* all = buttons->addButton(tr("All Defaults"), QDialogButtonBox::ResetRole);
    all->setToolTip(tr("Give every action its first keys again"));
    buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole)->setToolTip(tr("Use these keys"));
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole)->setToolTip(tr("Leave the keys as they were"));
    connect(all, &QPushButton::clicked, this, &ShortcutDialog::resetAll);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addLayout(keys);
    column->addLayout(note);
    column->addWidget(buttons);
}

void ShortcutDialog::fillTable() {
    const QString selected = selectedId();
    const QSignalBlocker quiet(table_);
    table_->clear();
    for (const ActionRow& row : actionTable()) {
        const QString id = QString::fromLatin1(row.id);
        auto* item = new QTreeWidgetItem(table_, {plainActionText(row), shortcutText(shortcuts_.keys(id))});
        item->setData(0, kIdRole, id);
        item->setToolTip(0, translatedActionText(row.tip));
        if (id == selected) {
            table_->setCurrentItem(item);
        }
    }
    for (const GestureRow& row : gestureTable()) {
        auto* item = new QTreeWidgetItem(table_, {translatedActionText(row.meaning), translatedActionText(row.keys)});
        item->setToolTip(0, tr("Mouse gestures cannot be changed"));
        item->setDisabled(true);
    }
    filter(search_->text());
    showSelected();
}

void ShortcutDialog::filter(const QString& text) {
    for (int i = 0; i < table_->topLevelItemCount(); ++i) {
        auto* item = table_->topLevelItem(i);
        const bool matches =
            item->text(0).contains(text, Qt::CaseInsensitive) || item->text(1).contains(text, Qt::CaseInsensitive);
        item->setHidden(!matches);
    }
}

QString ShortcutDialog::selectedId() const {
    const auto* item = table_->currentItem();
    return item ? item->data(0, kIdRole).toString() : QString();
}

void ShortcutDialog::showSelected() {
    const QString id = selectedId();
    const auto keys = shortcuts_.keys(id);
    first_->setKeySequence(keys.value(0));
    second_->setKeySequence(keys.value(1));
    for (QWidget* widget : std::initializer_list<QWidget*>{first_, second_, reset_}) {
        widget->setEnabled(!id.isEmpty());
    }
    message_->clear();
    takeOver_->hide();
}

QList<QKeySequence> ShortcutDialog::entered() const {
    QList<QKeySequence> keys;
    for (const auto& key : {first_->keySequence(), second_->keySequence()}) {
        if (!key.isEmpty() && !keys.contains(key)) {
            keys.append(key);
        }
    }
    return keys;
}

void ShortcutDialog::enter() {
    const QString id = selectedId();
    for (const auto& key : entered()) {
        const QString other = shortcuts_.conflict(id, key);
        if (!other.isEmpty()) {
            message_->setText(tr("%1 belongs to “%2”.").arg(key.toString(QKeySequence::NativeText), titleOf(other)));
            takeOver_->show();
            return;
        }
    }
    assign(id, entered());
}

void ShortcutDialog::takeOver() {
    const QString id = selectedId();
    const auto keys = entered();
    for (const auto& key : keys) {
        for (QString other = shortcuts_.conflict(id, key); !other.isEmpty(); other = shortcuts_.conflict(id, key)) {
            const auto left = without(shortcuts_.keys(other), key);
            const bool isSame = left.size() < shortcuts_.keys(other).size();
            shortcuts_.setKeys(other, isSame ? left : QList<QKeySequence>());
        }
    }
    assign(id, keys);
}

void ShortcutDialog::assign(const QString& id, const QList<QKeySequence>& keys) {
    shortcuts_.setKeys(id, keys);
    fillTable();
}

void ShortcutDialog::resetSelected() {
    const QString id = selectedId();
    const auto keys = shortcuts_.defaultKeys(id);
    first_->setKeySequence(keys.value(0));
    second_->setKeySequence(keys.value(1));
    enter();
}

void ShortcutDialog::resetAll() {
    shortcuts_.resetAll();
    fillTable();
}

} // namespace palimpsest::ui
