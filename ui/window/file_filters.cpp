// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_filters.h"

#include "core/io/image_format.h"

#include <QCoreApplication>
#include <QStringList>

namespace palimpsest::ui {
namespace {

QStringList patternsOf(const ImageFormat& format) {
    QStringList patterns;
    for (const std::string& extension : format.extensions) {
        patterns.append(QStringLiteral("*.%1").arg(QString::fromStdString(extension)));
    }
    return patterns;
}

} // namespace

QString openFilter() {
    QStringList all;
    for (const ImageFormat& format : imageFormats()) {
        all += patternsOf(format);
    }
    return QCoreApplication::translate("FileFilters", "Pictures (%1)").arg(all.join(QLatin1Char(' '))) +
           QStringLiteral(";;") + QCoreApplication::translate("FileFilters", "All files (*)");
}

QString saveFilter() {
    QStringList filters;
    for (const ImageFormat& format : imageFormats()) {
        filters.append(QStringLiteral("%1 (%2)").arg(QString::fromStdString(format.title),
                                                     patternsOf(format).join(QLatin1Char(' '))));
    }
    return filters.join(QStringLiteral(";;"));
}

} // namespace palimpsest::ui
