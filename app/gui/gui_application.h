// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/start_options.h"
#include "ui/appearance/language.h"
#include "ui/appearance/system_colours.h"
#include "ui/main_window.h"
#include "ui/session/settings_keeper.h"

#include <QApplication>

#include <memory>

namespace palimpsest::ui {

/// The program with the window: settings, language, theme, and the net for exceptions that nobody caught.
class GuiApplication : public QApplication {
    Q_OBJECT

public:
    GuiApplication(int& argc, char** argv);
    ~GuiApplication() override;

    /// Returns the exit code: 0 done, 1 failed, 2 bad arguments.
    int run();
    /// An exception in an event handler is shown to the user, and the program goes on.
    bool notify(QObject* receiver, QEvent* event) override;

private:
    void prepare(const StartOptions& options);
    void openWindow(const StartOptions& options);
    void applyTheme();
    void painted(const StartOptions& options);

    std::unique_ptr<SystemColours> systemColours_;
    std::unique_ptr<SettingsKeeper> settings_;
    std::unique_ptr<Translations> translations_;
    std::unique_ptr<MainWindow> window_;
};

} // namespace palimpsest::ui
