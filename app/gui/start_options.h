// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace palimpsest::ui {

/// What the command line of the window asks for.
struct StartOptions {
    enum class Moment { before, during, after };

    QString picture;
    QString task; ///< empty: that of the last time
    QString mask;
    QString language;   ///< empty: of the settings
    QString theme;      ///< empty: of the settings
    QString screenshot; ///< file to write a picture of the window to; the program then ends
    QSize size;         ///< of the window; empty: of the settings
    bool runs = false;  ///< start restoring at once
    Moment moment = Moment::before;
    bool measuresStart = false; ///< print the time to the first paint, then end

    /// A scripted start touches neither the user's settings nor the user's unsaved work.
    bool isScripted() const { return measuresStart || !screenshot.isEmpty(); }
};

/// Reads the arguments (without the program's name). Prints what is wrong, the help or the version, and gives nothing,
/// when the program is to end with `exitCode`.
std::optional<StartOptions> parseStartOptions(const QStringList& arguments, int& exitCode);

} // namespace palimpsest::ui
