// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTranslator>

#include <span>

namespace palimpsest::ui {

struct Language {
    const char* code;  ///< "de"
    const char* title; ///< in the language itself
};

/// Every language with a complete translation; English first.
std::span<const Language> languages();

/// The language to use for a setting: the setting itself, else the system's if there is a translation, else English.
QString languageFor(const QString& setting);

/// The texts of the window and of Qt's own dialogs in one language. Widgets hear of a change by QEvent::LanguageChange.
class Translations {
public:
    Translations();
    ~Translations();
    Translations(const Translations&) = delete;
    Translations& operator=(const Translations&) = delete;

    void use(const QString& code);
    const QString& code() const { return code_; }

private:
    QTranslator own_;
    QTranslator qt_;
    QString code_;
};

} // namespace palimpsest::ui
