// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/gui_application.h"

#include "app/gui/first_paint.h"
#include "app/gui/screenshot_script.h"
#include "core/base/version.h"
#include "core/engine/engine_loader.h"
#include "ui/appearance/theme.h"
#include "ui/dialogs/error_dialog.h"
#include "ui/window/file_controller.h"

#include <QDir>
#include <QIcon>
#include <QStandardPaths>

#include <cstdio>

namespace palimpsest::ui {

GuiApplication::GuiApplication(int& argc, char** argv) : QApplication(argc, argv) {
    setApplicationName(QStringLiteral("palimpsest"));
    setApplicationDisplayName(QStringLiteral("Palimpsest"));
    setApplicationVersion(QString::fromLatin1(kVersion));
    setDesktopFileName(QStringLiteral("org.palimpsest.Palimpsest")); // packaging/linux
    setWindowIcon(QIcon(QStringLiteral(":/org.palimpsest.Palimpsest.svg")));
}

GuiApplication::~GuiApplication() = default;

int GuiApplication::run() {
    int exitCode = 0;
    const auto options = parseStartOptions(arguments().mid(1), exitCode);
    if (!options) {
        return exitCode;
    }
    prepare(*options);
    openWindow(*options);
    exitCode = exec();
    window_.reset();
    return exitCode;
}

void GuiApplication::prepare(const StartOptions& options) {
    const std::string path = locations().settingsFile();
    const LoadedSettings loaded = options.isScripted() ? LoadedSettings() : loadSettings(path);
    for (const Message& problem : loaded.problems) {
        std::fprintf(stderr, "palimpsest-gui: %s\n", problem.text().c_str());
    }
    Settings settings = loaded.settings;
    if (!options.language.isEmpty()) {
        settings.language = options.language.toStdString();
    }
    if (!options.theme.isEmpty()) {
        settings.theme = options.theme.toStdString();
    }
    settings_ = std::make_unique<SettingsKeeper>(settings, options.isScripted() ? std::string() : path);
    systemColours_ = std::make_unique<SystemColours>();
    translations_ = std::make_unique<Translations>();
    translations_->use(languageFor(QString::fromStdString(settings.language)));
    applyTheme();
    connect(systemColours_.get(), &SystemColours::changed, this, &GuiApplication::applyTheme);
    connect(settings_.get(), &SettingsKeeper::changed, this, [this](const Settings& before) {
        const Settings& now = settings_->settings();
        if (now.language != before.language) {
            translations_->use(languageFor(QString::fromStdString(now.language)));
        }
        if (now.theme != before.theme) {
            applyTheme();
        }
    });
}

void GuiApplication::applyTheme() {
    const std::string& theme = settings_->settings().theme;
    ui::applyTheme(theme == "dark" || (theme != "light" && systemColours_->isDark()));
}

void GuiApplication::openWindow(const StartOptions& options) {
    MainWindow::Options windowOptions{
        .engineSource = loadEngine, .locations = locations(), .offersRecovery = !options.isScripted()};
    if (options.isScripted()) {
        windowOptions.locations.recovery = QDir::tempPath().toStdString() + "/palimpsest-scripted";
    }
    window_ = std::make_unique<MainWindow>(windowOptions, *settings_);
    if (!options.size.isEmpty()) {
        window_->resize(options.size);
    }
    auto* paint = new FirstPaint(window_.get());
    connect(paint, &FirstPaint::happened, this, [this, options] { painted(options); });
    window_->show();
}

void GuiApplication::painted(const StartOptions& options) {
    if (options.measuresStart) {
        std::printf("%.0f\n", millisecondsSinceProcessStart());
        exit(0);
        return;
    }
    if (!options.screenshot.isEmpty()) {
        (new ScreenshotScript(*window_, options))->start();
    }
    if (!options.task.isEmpty()) {
        window_->session().setSpec(withTask(window_->session().spec(), options.task.toStdString()));
    }
    window_->finishStart();
    systemColours_->listen();
    if (!options.picture.isEmpty()) {
        window_->files().open(options.picture, options.mask);
    }
    if (options.runs && options.screenshot.isEmpty()) {
        connect(&window_->session().engine(), &EngineBridge::stateChanged, window_.get(),
                [this] { window_->actions().at(QStringLiteral("restore.run"))->trigger(); });
    }
}

bool GuiApplication::notify(QObject* receiver, QEvent* event) {
    try {
        return QApplication::notify(receiver, event);
    } catch (const Cancelled&) {
        return true;
    } catch (...) {
        showError(activeWindow(), tr("Something went wrong inside the program."), translateCurrentException());
        return true;
    }
}

} // namespace palimpsest::ui
