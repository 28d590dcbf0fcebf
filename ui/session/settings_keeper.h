// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/settings/settings.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <string>

namespace palimpsest::ui {

/// The one owner of the settings in the window: changes them, tells, and saves them a moment later.
class SettingsKeeper : public QObject {
    Q_OBJECT

public:
    /// `path` of settings.json; empty: nothing is saved.
    SettingsKeeper(Settings settings, std::string path, QObject* parent = nullptr);
    ~SettingsKeeper() override;

    const Settings& settings() const { return settings_; }
    void change(const std::function<void(Settings&)>& edit);
    /// Saves now what is still unsaved.
    void flush();

Q_SIGNALS:
    void changed(const palimpsest::Settings& before);
    /// The file could not be written; the settings hold until the end of the program.
    void saveFailed(const palimpsest::Message& sentence);

private:
    Settings settings_;
    std::string path_;
    QTimer timer_;
    bool isDirty_ = false;
};

} // namespace palimpsest::ui
