// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/restoration_flags.h"

#include "core/base/error.h"

#include <charconv>

namespace palimpsest {
namespace {

template <typename Number>
bool readWhole(const std::string& text, Number& number) {
    const char* end = text.data() + text.size();
    const auto [rest, failure] = std::from_chars(text.data(), end, number);
    return failure == std::errc{} && rest == end;
}

ParameterValue guessed(const std::string& text) {
    if (text == "true" || text == "false") {
        return text == "true";
    }
    if (std::int64_t integer = 0; readWhole(text, integer)) {
        return integer;
    }
    if (double real = 0; readWhole(text, real)) {
        return real;
    }
    return text;
}

} // namespace

ParameterValues parametersFromFlags(const std::vector<std::string>& words) {
    ParameterValues values;
    for (const auto& word : words) {
        const std::size_t equals = word.find('=');
        if (equals == 0 || equals == std::string::npos) {
            throw Error(ErrorCode::badArgument, Message("--set %1 is not of the form NAME=VALUE", word),
                        "for example --set guidance.scale=0.5; \"palimpsest methods\" lists the names");
        }
        const std::string name = word.substr(0, equals);
        if (!values.emplace(name, guessed(word.substr(equals + 1))).second) {
            throw Error(ErrorCode::badArgument, Message("--set %1 is given twice", name), "give it once");
        }
    }
    return values;
}

} // namespace palimpsest
