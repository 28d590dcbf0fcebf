// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <QString>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace palimpsest::ui {

/// Everything that is known of one prior, in rows of text that can be selected.
class PriorDetails : public QWidget {
    Q_OBJECT

public:
    explicit PriorDetails(QWidget* parent = nullptr);

    /// `tasks`: those that it serves, in words. `isChosen`: the next run samples with it.
    void show(const PriorDescription& prior, const QString& tasks, bool isChosen);
    void clear();

private:
    void addRow(const QString& name, const QString& value);

    QLabel* title_;
    QLabel* state_;
    QFormLayout* rows_;
};

} // namespace palimpsest::ui
