// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/shortcut_map.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace palimpsest::ui {

/// All keys in one table. Each action has up to two; a key that is taken is refused until the user says to take it
/// over.
class ShortcutDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutDialog(const ShortcutMap& shortcuts, QWidget* parent = nullptr);

    const ShortcutMap& shortcuts() const { return shortcuts_; }

private:
    void build();
    void buildEditors();
    void fillTable();
    void filter(const QString& text);
    QString selectedId() const;
    void showSelected();
    void enter();
    void takeOver();
    void resetSelected();
    void resetAll();
    void assign(const QString& id, const QList<QKeySequence>& keys);
    QList<QKeySequence> entered() const;

    ShortcutMap shortcuts_;
    QLineEdit* search_ = nullptr;
    QTreeWidget* table_ = nullptr;
    QKeySequenceEdit* first_ = nullptr;
    QKeySequenceEdit* second_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* takeOver_ = nullptr;
    QPushButton* reset_ = nullptr;
};

} // namespace palimpsest::ui
