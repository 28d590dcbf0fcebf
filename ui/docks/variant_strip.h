// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListView;

namespace palimpsest::ui {

class Actions;
class VariantModel;

/// The row of variants with its buttons. A double click or Enter shows one; the arrows move along.
class VariantStrip : public QWidget {
    Q_OBJECT

public:
    VariantStrip(VariantModel& model, Actions& actions, QWidget* parent = nullptr);

    int selectedRow() const; ///< -1: none
    void select(int row);

Q_SIGNALS:
    void selected(int row);
    void activated(int row);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* buttons(Actions& actions);
    void retranslate();

    VariantModel& model_;
    QListView* view_;
};

} // namespace palimpsest::ui
