// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QFormLayout;

namespace palimpsest::ui {

/// Language, theme, overlay, previews, memory and safety. Edits a copy of the settings.
class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    explicit SettingsDialog(const Settings& settings, QWidget* parent = nullptr);

    /// The settings as edited.
    Settings settings() const;

private:
    void addLook(QFormLayout* form);
    void addWork(QFormLayout* form);
    QComboBox* addMenu(QFormLayout* form, const QString& label, const QString& tip,
                       const std::vector<std::pair<QString, QString>>& entries);
    void chooseColour();
    void showColour();

    Settings settings_;
    class QPushButton* colour_ = nullptr;
    std::vector<std::function<void(Settings&)>> readers_;
};

} // namespace palimpsest::ui
