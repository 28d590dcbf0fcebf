// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"

#include <QWidget>

#include <map>
#include <string>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace palimpsest::ui {

class ChoiceTrial;

/// What a checkpoint was recognised as, in sentences, and the fields for what a person may know better: choices with
/// pictures that show what each would draw, and the prior's id, title and licence.
class ImportForm : public QWidget {
    Q_OBJECT

public:
    explicit ImportForm(const RecognisedModel& model, QWidget* parent = nullptr);

    /// The fields as they are.
    ModelImport order() const;
    /// False while the id is no id.
    bool isComplete() const;
    /// The pictures of one choice; null: there is no such choice.
    ChoiceTrial* trial(const std::string& choice) const;
    const RecognisedModel& model() const { return model_; }

Q_SIGNALS:
    void changed();
    /// The user wants to see what each value of a choice draws.
    void trialRequested(const std::string& choice);

private:
    void addFacts(QVBoxLayout& column);
    void addChoice(const ModelChoice& choice, QFormLayout& rows);
    void addNames(QFormLayout& rows);
    QLineEdit* addLine(const char* name, const QString& title, const QString& toolTip, const std::string& text);

    RecognisedModel model_;
    QLineEdit* id_ = nullptr;
    QLineEdit* title_ = nullptr;
    QLineEdit* licence_ = nullptr;
    std::map<std::string, QComboBox*> boxes_;
    std::map<std::string, ChoiceTrial*> trials_;
};

} // namespace palimpsest::ui
