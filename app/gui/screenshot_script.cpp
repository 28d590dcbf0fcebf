// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/screenshot_script.h"

#include "ui/main_window.h"
#include "ui/window/restore_controller.h"

#include <QApplication>
#include <QPixmap>
#include <QTimer>

#include <cstdio>

namespace palimpsest::ui {
namespace {

constexpr int kSettleMs = 600; ///< for the estimate of the cost, timers of the status line, and scrolling

} // namespace

ScreenshotScript::ScreenshotScript(MainWindow& window, const StartOptions& options)
    : QObject(&window), window_(window), options_(options) {}

void ScreenshotScript::start() {
    auto& engine = window_.session().engine();
    connect(&engine, &EngineBridge::failed, this, [this](const Error& error) {
        std::fprintf(stderr, "palimpsest-gui: %s\n", error.what());
        end(1);
    });
    connect(&engine, &EngineBridge::devicesChanged, this, &ScreenshotScript::runWhenReady);
}

void ScreenshotScript::runWhenReady() {
    window_.actions().at(QStringLiteral("restore.lock-seed"))->setChecked(true);
    if (!options_.runs) {
        QTimer::singleShot(kSettleMs, this, &ScreenshotScript::take);
        return;
    }
    auto& jobs = window_.session().jobs();
    connect(&jobs, &JobBridge::failed, this, [this](int, const Error& error) {
        std::fprintf(stderr, "palimpsest-gui: %s\n", error.what());
        end(1);
    });
    if (options_.moment == StartOptions::Moment::during) {
        connect(&jobs, &JobBridge::previewed, this, [this] {
            if (window_.session().jobs().progress().fraction() >= 0.5) {
                take();
            }
        });
    }
    connect(&jobs, &JobBridge::finished, this,
            [this] { QTimer::singleShot(kSettleMs, this, &ScreenshotScript::take); });
    QTimer::singleShot(kSettleMs, this, [this] { window_.restoration().run(); });
}

void ScreenshotScript::take() {
    if (isTaken_) {
        return;
    }
    isTaken_ = true;
    const bool isWritten = window_.grab().save(options_.screenshot);
    if (!isWritten) {
        std::fprintf(stderr, "palimpsest-gui: %s could not be written\n", qPrintable(options_.screenshot));
    }
    end(isWritten ? 0 : 1);
}

void ScreenshotScript::end(int exitCode) {
    window_.session().close();
    QApplication::exit(exitCode);
}

} // namespace palimpsest::ui
