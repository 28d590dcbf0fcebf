// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/quantity_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace palimpsest::ui {

QString durationText(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::llround(std::max(0.0, seconds)));
    if (whole < 60) {
        return QCoreApplication::translate("Quantity", "%1 s").arg(whole);
    }
    if (whole < 3600) {
        return QCoreApplication::translate("Quantity", "%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return QCoreApplication::translate("Quantity", "%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString byteText(std::int64_t bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

QString countText(std::int64_t count) {
    const QLocale locale;
    return count < 1'000'000 ? locale.toString(static_cast<qlonglong>(count))
                             : QCoreApplication::translate("Quantity", "%1 million")
                                   .arg(locale.toString(static_cast<double>(count) / 1e6, 'f', 1));
}

} // namespace palimpsest::ui
