// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/appearance/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

/// Makes the linker take the compiled translations in. Outside of every namespace because the macro wants that.
static void loadResource() { Q_INIT_RESOURCE(palimpsest_translations); }

namespace palimpsest::ui {
namespace {

constexpr Language kLanguages[] = {{"en", "English"}, {"de", "Deutsch"}};

bool isKnown(const QString& code) {
    for (const Language& language : kLanguages) {
        if (code == QLatin1String(language.code)) {
            return true;
        }
    }
    return false;
}

} // namespace

std::span<const Language> languages() { return kLanguages; }

QString languageFor(const QString& setting) {
    if (isKnown(setting)) {
        return setting;
    }
    const QString system = QLocale::system().name().section(QLatin1Char('_'), 0, 0);
    return isKnown(system) ? system : QStringLiteral("en");
}

Translations::Translations() { loadResource(); }

Translations::~Translations() {
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
}

void Translations::use(const QString& code) {
    if (code == code_) {
        return;
    }
    code_ = code;
    QLocale::setDefault(QLocale(code));
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
    if (qt_.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(&qt_);
    }
    // English too: its file holds the plurals.
    if (own_.load(QStringLiteral(":/translations/palimpsest_") + code)) {
        QCoreApplication::installTranslator(&own_);
    }
}

} // namespace palimpsest::ui
