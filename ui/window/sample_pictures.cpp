// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/sample_pictures.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace palimpsest::ui {
namespace {

struct TitleRow {
    const char* name;
    const char* title;
};

constexpr TitleRow kTitles[] = {
    {"hills_wires", QT_TRANSLATE_NOOP("SamplePictures", "Hills behind wires")},
    {"mountain_date_stamp", QT_TRANSLATE_NOOP("SamplePictures", "Mountain with a date stamp")},
    {"palace_scratched", QT_TRANSLATE_NOOP("SamplePictures", "Scratched palace")},
};

QString titleOf(const QString& name) {
    for (const TitleRow& row : kTitles) {
        if (name == QLatin1String(row.name)) {
            return QCoreApplication::translate("SamplePictures", row.title);
        }
    }
    return QString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

} // namespace

std::vector<SamplePicture> samplePictures(const QString& folder) {
    std::vector<SamplePicture> samples;
    const QStringList endings = {QStringLiteral("*.jpg"), QStringLiteral("*.png")};
    for (const QFileInfo& file : QDir(folder).entryInfoList(endings, QDir::Files, QDir::Name)) {
        const QString name = file.completeBaseName();
        if (!name.endsWith(QLatin1String("_mask"))) {
            const QString mask = QStringLiteral("%1/%2_mask.png").arg(folder, name);
            samples.push_back({titleOf(name), file.absoluteFilePath(), QFileInfo::exists(mask) ? mask : QString()});
        }
    }
    return samples;
}

} // namespace palimpsest::ui
