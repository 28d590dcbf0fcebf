// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/display_check.h"

#include "app/gui/start_options.h"

#include <QByteArray>
#include <QFileInfo>
#include <QStringList>

#include <cstdio>

namespace palimpsest::ui {
namespace {

constexpr int kBadArguments = 2;

bool hasWayland() {
    const QString name = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (name.isEmpty()) {
        return !qEnvironmentVariableIsEmpty("WAYLAND_SOCKET");
    }
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR") + QLatin1Char('/');
    return QFileInfo::exists(name.startsWith(QLatin1Char('/')) ? name : folder + name);
}

/// Whether a platform was chosen, or the ones that are tried first have something to connect to.
bool mayHaveDisplay(const QStringList& arguments) {
    return arguments.contains(QStringLiteral("-platform")) || arguments.contains(QStringLiteral("--platform")) ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") || !qEnvironmentVariableIsEmpty("DISPLAY") || hasWayland();
}

bool asksForText(const QStringList& arguments) {
    for (const char* option : {"-h", "--help", "--version"}) {
        if (arguments.contains(QLatin1String(option))) {
            return true;
        }
    }
    return false;
}

} // namespace

std::optional<int> exitCodeWithoutDisplay(int argc, char** argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments << QString::fromLocal8Bit(argv[i]);
    }
    const bool isHopeless = !mayHaveDisplay(arguments);
    if (!isHopeless && !asksForText(arguments)) {
        return std::nullopt;
    }
    int exitCode = 0;
    if (!parseStartOptions(arguments, exitCode)) {
        return exitCode;
    }
    if (!isHopeless) {
        return std::nullopt;
    }
    std::fputs("palimpsest-gui: there is no display: neither DISPLAY nor WAYLAND_DISPLAY leads to one.\n"
               "The command \"palimpsest\" does the same work without a window.\n",
               stderr);
    return kBadArguments;
}

} // namespace palimpsest::ui
