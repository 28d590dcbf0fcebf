// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

namespace palimpsest {

struct ProgramRun {
    int exitCode = -1; ///< -1: crashed, or took longer than two minutes
    QByteArray output;
    QByteArray messages;
};

/// Prepares the command-line program with the data folders inside `home`.
inline void preparePalimpsest(QProcess& process, const QStringList& arguments, const QString& home) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("PALIMPSEST_DATA", home + "/data");
    environment.insert("PALIMPSEST_CONFIG", home + "/config");
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(home);
    process.setProgram(PALIMPSEST_BINARY_DIR "/bin/palimpsest");
    process.setArguments(arguments);
}

/// Runs the command-line program to its end, in the folder `home`.
inline ProgramRun runPalimpsest(const QStringList& arguments, const QString& home) {
    constexpr int kLimitMs = 120'000;
    QProcess process;
    preparePalimpsest(process, arguments, home);
    process.start();
    ProgramRun run;
    if (process.waitForFinished(kLimitMs) && process.exitStatus() == QProcess::NormalExit) {
        run.exitCode = process.exitCode();
    }
    run.output = process.readAllStandardOutput();
    run.messages = process.readAllStandardError();
    return run;
}

} // namespace palimpsest
