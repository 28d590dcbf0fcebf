// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/core_message.h"

#include <QCoreApplication>

#include <string>
#include <vector>

namespace palimpsest::ui {
namespace {

QString argumentText(const Message::Argument& argument) {
    return argument.message.empty()
               ? QString::fromStdString(Message("%1", std::vector<Message::Argument>{argument}).text())
               : coreText(argument.message.front());
}

/// Nothing but a text of the operating system's or a library's, some of which have translations.
bool isVerbatim(const Message& message) {
    return message.pattern() == "%1" && message.arguments().size() == 1 && message.arguments().front().message.empty();
}

} // namespace

QString coreText(const Message& message) {
    if (isVerbatim(message)) {
        return catalogueText(message.text());
    }
    const QString pattern = catalogueText(message.pattern());
    QString text;
    for (qsizetype at = 0; at < pattern.size(); ++at) {
        const bool isGap = pattern[at] == QLatin1Char('%') && at + 1 < pattern.size() &&
                           pattern[at + 1] >= QLatin1Char('1') && pattern[at + 1] <= QLatin1Char('9');
        const std::size_t gap = isGap ? static_cast<std::size_t>(pattern[at + 1].unicode() - u'1') : 0;
        if (isGap && gap < message.arguments().size()) {
            text += argumentText(message.arguments()[gap]);
            ++at;
        } else {
            text += pattern[at];
        }
    }
    return text;
}

QString coreStatement(const Message& message) {
    QString text = coreText(message);
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
        text += text.endsWith(QLatin1Char('.')) ? QString() : QStringLiteral(".");
    }
    return text;
}

QString catalogueText(std::string_view text) {
    return text.empty() ? QString() : QCoreApplication::translate("Core", std::string(text).c_str());
}

} // namespace palimpsest::ui
