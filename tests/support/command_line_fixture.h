// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "tests/support/palimpsest_process.h"
#include "tests/support/test_images.h"
#include "tests/support/tiny_prior.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <vector>

namespace palimpsest {

/// A folder with a small picture, its mask and a tiny prior, to run the command line in.
class CommandLineFixture {
public:
    static constexpr Size kSize{44, 36};

    CommandLineFixture() {
        QDir(home()).mkpath("data"); // the program makes it for its caches, which is no output
        writeImage(path("photo.png"), patterned(kSize, 3, PixelDepth::uint8));
        writeMask(path("mask.png"), discMask(kSize, 20, 16, 7));
        makeTinyPrior(path("tiny"));
    }

    QString home() const { return folder_.path(); }
    std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }
    QByteArray content(const char* name) const {
        QFile file(folder_.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
    }
    void write(const char* name, const QByteArray& bytes) const {
        QDir(home()).mkpath(QFileInfo(name).path());
        QFile file(folder_.filePath(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
    }
    /// Everything in the folder itself, hidden files too.
    QStringList files() const {
        return QDir(home()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

    ProgramRun run(const QStringList& arguments) const { return runPalimpsest(arguments, home()); }
    /// A whole run of a few evaluations of the tiny prior. `more` may not repeat a flag.
    static QStringList inpaint(const QString& output, const QStringList& more = {}) {
        return QStringList{"inpaint",  "photo.png", "--mask",  "mask.png", "-o",       output, "--prior",   "./tiny",
                           "--method", "ddnm",      "--steps", "3",        "--device", "cpu",  "--threads", "1"} +
               more;
    }

private:
    QTemporaryDir folder_;
};

/// The lines that a run with --json printed; one that is no JSON becomes null.
inline std::vector<Json> eventsOf(const QByteArray& output) {
    std::vector<Json> events;
    for (const QByteArray& line : output.split('\n')) {
        if (!line.isEmpty()) {
            events.push_back(Json::parse(line.toStdString(), nullptr, false));
        }
    }
    return events;
}

} // namespace palimpsest
