// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/schema_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cctype>

namespace palimpsest::ui {
namespace {

constexpr std::array<std::string_view, 9> kAcronyms = {"2m",  "dpmpp", "ddim", "ddnm", "ddpm",
                                                       "dps", "fsr",   "mcg",  "nfe"};
constexpr std::array<std::string_view, 8> kAsWritten = {"bf16", "cpu", "cuda", "fp16", "fp32", "t0", "eta", "x0"};

template <typename List>
bool contains(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

QString rangeText(const ParameterSchema& schema) {
    const bool isNumber = schema.type == ParameterType::integer || schema.type == ParameterType::real;
    if (!isNumber || schema.maximum > 1e9) {
        return {};
    }
    const QLocale locale;
    const QString range = QCoreApplication::translate("Schema", "%1 to %2")
                              .arg(locale.toString(schema.minimum, 'g', 6), locale.toString(schema.maximum, 'g', 6));
    return schema.unit.empty() ? range : QStringLiteral("%1 %2").arg(range, schemaText(schema.unit));
}

} // namespace

QString schemaText(std::string_view text) {
    return text.empty() ? QString() : QCoreApplication::translate("Schema", std::string(text).c_str());
}

std::string englishLabel(std::string_view name) {
    std::string label;
    std::size_t begin = 0;
    while (begin <= name.size()) {
        const std::size_t end = std::min(name.find_first_of("-.", begin), name.size());
        std::string word(name.substr(begin, end - begin));
        if (contains(kAcronyms, word)) {
            std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::toupper(c); });
        } else if (label.empty() && !word.empty() && !contains(kAsWritten, word)) {
            word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
        }
        label += (label.empty() ? "" : " ") + word;
        begin = end + 1;
    }
    return label;
}

QString schemaLabel(std::string_view name) { return schemaText(englishLabel(name)); }

QString schemaToolTip(const ParameterSchema& schema) {
    const QString range = rangeText(schema);
    const QString text = schemaText(schema.description);
    return range.isEmpty() ? text : QStringLiteral("%1\n(%2)").arg(text, range);
}

} // namespace palimpsest::ui
