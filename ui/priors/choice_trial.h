// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"
#include "core/image/image.h"

#include <QWidget>

#include <string>
#include <vector>

class QHBoxLayout;
class QToolButton;

namespace palimpsest::ui {

/// Samples of every value of a choice, side by side; out of sight until they are asked for. A click on one takes its
/// value.
class ChoiceTrial : public QWidget {
    Q_OBJECT

public:
    explicit ChoiceTrial(const ModelChoice& choice, QWidget* parent = nullptr);

    /// Samples of one value, at most as many as fit.
    void showSamples(const std::string& value, const std::vector<Image>& samples);
    /// Marks the value that is taken now.
    void setValue(const std::string& value);
    /// Empty places for what will be drawn.
    void begin();

Q_SIGNALS:
    void picked(const std::string& value);

private:
    ModelChoice choice_;
    QHBoxLayout* row_;
    std::vector<QToolButton*> pictures_; ///< one a value
    std::string value_;
};

/// A value of a choice as people read it.
QString choiceValueText(const std::string& value);

} // namespace palimpsest::ui
