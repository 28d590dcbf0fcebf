// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/start_options.h"

#include "core/base/version.h"
#include "core/specs/restore_spec.h"

#include <QCommandLineParser>
#include <QRegularExpression>

#include <algorithm>
#include <cstdio>

namespace palimpsest::ui {
namespace {

constexpr int kBadArguments = 2;

struct Flags {
    QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")};
    QCommandLineOption version{QStringLiteral("version"), QStringLiteral("Show the version.")};
    QCommandLineOption mask{QStringLiteral("mask"), QStringLiteral("Mask to begin with; white is restored."),
                            QStringLiteral("FILE")};
    QCommandLineOption task{QStringLiteral("task"),
                            QStringLiteral("inpaint, colorize, upscale, deblur, denoise, old-photo, dejpeg or declip."),
                            QStringLiteral("NAME")};
    QCommandLineOption language{QStringLiteral("language"), QStringLiteral("Language of the window: en, de."),
                                QStringLiteral("CODE")};
    QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("system, light or dark."), QStringLiteral("NAME")};
    QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the window, as 1280x800."),
                            QStringLiteral("WxH")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"),
                                  QStringLiteral("Write a picture of the window and end."), QStringLiteral("FILE.png")};
    QCommandLineOption run{QStringLiteral("run"), QStringLiteral("Restore at once.")};
    QCommandLineOption when{QStringLiteral("when"),
                            QStringLiteral("Moment of the screenshot: before, during or after the run."),
                            QStringLiteral("MOMENT"), QStringLiteral("before")};
    QCommandLineOption measureStart{QStringLiteral("measure-start"),
                                    QStringLiteral("Print the milliseconds to the first paint and end.")};

    QList<QCommandLineOption> all() const {
        return {help, version, task, mask, language, theme, size, screenshot, run, when, measureStart};
    }
};

std::optional<QSize> sizeFrom(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
    const auto match = pattern.match(text);
    return match.hasMatch() ? std::optional(QSize(match.captured(1).toInt(), match.captured(2).toInt())) : std::nullopt;
}

std::optional<StartOptions::Moment> momentFrom(const QString& text) {
    using Moment = StartOptions::Moment;
    const std::pair<const char*, Moment> moments[] = {
        {"before", Moment::before}, {"during", Moment::during}, {"after", Moment::after}};
    for (const auto& [name, moment] : moments) {
        if (text == QLatin1String(name)) {
            return moment;
        }
    }
    return std::nullopt;
}

bool isTask(const QString& name) { return taskCatalogue().find(name.toStdString()) != nullptr; }

std::nullopt_t refuse(const QString& sentence, int& exitCode) {
    std::fprintf(stderr, "palimpsest-gui: %s\nSee palimpsest-gui --help.\n", qPrintable(sentence));
    exitCode = kBadArguments;
    return std::nullopt;
}

} // namespace

std::optional<StartOptions> parseStartOptions(const QStringList& arguments, int& exitCode) {
    const Flags flags;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Restores pictures with diffusion priors, on this computer."));
    parser.addOptions(flags.all());
    parser.addPositionalArgument(QStringLiteral("PICTURE"), QStringLiteral("Picture to open."),
                                 QStringLiteral("[PICTURE]"));
    exitCode = 0;
    if (!parser.parse(QStringList(QStringLiteral("palimpsest-gui")) + arguments)) {
        return refuse(parser.errorText(), exitCode);
    }
    if (parser.isSet(flags.help) || parser.isSet(flags.version)) {
        const QString text = parser.isSet(flags.help)
                                 ? parser.helpText()
                                 : QStringLiteral("palimpsest-gui %1\n").arg(QLatin1String(kVersion));
        std::fputs(qPrintable(text), stdout);
        return std::nullopt;
    }
    const auto size = parser.isSet(flags.size) ? sizeFrom(parser.value(flags.size)) : std::optional(QSize());
    const auto moment = momentFrom(parser.value(flags.when));
    if (!size) {
        return refuse(QStringLiteral("--size wants a width and a height, as 1280x800"), exitCode);
    }
    if (!moment) {
        return refuse(QStringLiteral("--when wants before, during or after"), exitCode);
    }
    if (parser.isSet(flags.task) && !isTask(parser.value(flags.task))) {
        return refuse(QStringLiteral("--task wants one of the tasks that --help lists"), exitCode);
    }
    if (parser.positionalArguments().size() > 1) {
        return refuse(QStringLiteral("one picture at a time"), exitCode);
    }
    return StartOptions{.picture = parser.positionalArguments().value(0),
                        .task = parser.value(flags.task),
                        .mask = parser.value(flags.mask),
                        .language = parser.value(flags.language),
                        .theme = parser.value(flags.theme),
                        .screenshot = parser.value(flags.screenshot),
                        .size = *size,
                        .runs = parser.isSet(flags.run) || *moment != StartOptions::Moment::before,
                        .moment = *moment,
                        .measuresStart = parser.isSet(flags.measureStart)};
}

} // namespace palimpsest::ui
