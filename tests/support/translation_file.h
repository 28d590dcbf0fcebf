// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QList>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>

namespace palimpsest {

/// One text of a file of translations (.ts).
struct TranslatedText {
    QString context;
    QString source;
    QStringList translations; ///< several for plurals
    bool isUnfinished = false;

    QString key() const { return context + QLatin1Char('|') + source; }
    bool isTranslated() const { return !isUnfinished && !translations.join(QString()).trimmed().isEmpty(); }
};

inline void readTranslatedText(QXmlStreamReader& xml, TranslatedText& text) {
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            text.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            text.isUnfinished = xml.attributes().hasAttribute(QStringLiteral("type"));
            text.translations =
                xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().split(QLatin1Char('\n'));
        } else {
            xml.skipCurrentElement();
        }
    }
}

/// All texts of the file; none if it cannot be read.
inline QList<TranslatedText> translatedTexts(const QString& path) {
    QFile file(path);
    QList<TranslatedText> texts;
    if (!file.open(QIODevice::ReadOnly)) {
        return texts;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            TranslatedText text{.context = context, .source = {}, .translations = {}};
            readTranslatedText(xml, text);
            texts.append(text);
        }
    }
    return texts;
}

/// A file of translations of the repository: "palimpsest_de.ts".
inline QString translationFile(const char* name) {
    return QStringLiteral(PALIMPSEST_SOURCE_DIR "/translations/") + QLatin1String(name);
}

} // namespace palimpsest
