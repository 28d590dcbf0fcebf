// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/core_sentence.h"

#include "ui/forms/core_sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <vector>

namespace palimpsest::ui {
namespace {

struct Pattern {
    const char* text;
    QRegularExpression expression;
};

QRegularExpression expressionFor(const char* text) {
    QString escaped = QRegularExpression::escape(QString::fromUtf8(text));
    escaped.replace(QRegularExpression(QStringLiteral("\\\\%\\d")), QStringLiteral("(.+)"));
    return QRegularExpression(QRegularExpression::anchoredPattern(escaped),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<Pattern>& patterns() {
    static const std::vector<Pattern> all = [] {
        std::vector<Pattern> made;
        for (const char* text : kCoreSentences) {
            made.push_back({text, expressionFor(text)});
        }
        return made;
    }();
    return all;
}

} // namespace

QString coreSentence(const std::string& sentence) {
    const QString english = QString::fromStdString(sentence);
    for (const Pattern& pattern : patterns()) {
        const auto match = pattern.expression.match(english);
        if (!match.hasMatch()) {
            continue;
        }
        QString translated = QCoreApplication::translate("Core", pattern.text);
        // From the last gap to the first, so that a % in what is filled in is left alone.
        for (int gap = match.lastCapturedIndex(); gap > 0; --gap) {
            translated.replace(QStringLiteral("%%1").arg(gap), coreSentence(match.captured(gap).toStdString()));
        }
        return translated;
    }
    return english;
}

QString coreStatement(const std::string& sentence) {
    QString text = coreSentence(sentence);
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
        text += text.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    }
    return text;
}

} // namespace palimpsest::ui
