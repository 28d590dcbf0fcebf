// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/start_options.h"

#include <QObject>

namespace palimpsest::ui {

class MainWindow;

/// Drives the window by itself and takes a picture of it: with the mask before a run, with the estimate half way
/// through, or with the variants after it. Then the program ends, with exit code 1 if the picture could not be taken.
class ScreenshotScript : public QObject {
    Q_OBJECT

public:
    ScreenshotScript(MainWindow& window, const StartOptions& options);

    void start();

private:
    void runWhenReady();
    void take();
    void end(int exitCode);

    MainWindow& window_;
    StartOptions options_;
    bool isTaken_ = false;
};

} // namespace palimpsest::ui
