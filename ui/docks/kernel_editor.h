// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/docks/kernel_text.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace palimpsest::ui {

class SliderField;

/// Edits a blur: its shape, sliders for its size and direction or a picture of it, and how it looks.
class KernelEditor : public QWidget {
    Q_OBJECT

public:
    explicit KernelEditor(QWidget* parent = nullptr);

    QString text() const { return kernel_.text(); }
    /// Does not emit changed().
    void setText(const QString& text);
    /// Takes the kernel of a picture's file; one that cannot be used is shown as an error.
    void readFrom(const QString& path);

Q_SIGNALS:
    void changed();

private:
    void choose(KernelText::Kind kind);
    void readSliders();
    void askForPicture();
    void show(const KernelText& kernel);

    KernelText kernel_;
    QComboBox* shape_;
    SliderField* size_;
    SliderField* angle_;
    QPushButton* file_;
    QLabel* picture_;
};

} // namespace palimpsest::ui
