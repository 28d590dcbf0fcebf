// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace palimpsest::ui {

class SliderField;

/// How much of the shown result is mixed into the picture, without a new run.
class StrengthField : public QWidget {
    Q_OBJECT

public:
    explicit StrengthField(QWidget* parent = nullptr);

    /// 0 .. 1. Does not emit changed().
    void setStrength(double strength);

Q_SIGNALS:
    void changed(double strength);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLabel* label_;
    SliderField* slider_;
};

} // namespace palimpsest::ui
