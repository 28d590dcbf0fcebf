// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

class QSlider;
class QSpinBox;

namespace palimpsest::ui {

/// A whole number with a slider beside it. Wide ranges move by proportion: each part of the slider doubles the number.
class SliderField : public QWidget {
    Q_OBJECT

public:
    enum class Scale { linear, logarithmic };

    struct Range {
        int lowest = 0;
        int highest = 100;
        Scale scale = Scale::linear; ///< logarithmic: `lowest` must be above 0
        QString suffix;
        bool inTenths = false; ///< the number is shown divided by ten
    };

    explicit SliderField(const Range& range, QWidget* parent = nullptr);

    int value() const;
    /// Does not emit changed().
    void setValue(int value);
    /// For both parts of the field.
    void setTexts(const QString& accessibleName, const QString& toolTip);

Q_SIGNALS:
    void changed(int value);

private:
    int positionOf(int value) const;
    int valueAt(int position) const;

    Range range_;
    QSlider* slider_;
    QSpinBox* number_;
};

} // namespace palimpsest::ui
