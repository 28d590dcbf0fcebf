// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"

#include <cstdio>

namespace palimpsest {
namespace {

std::string textOf(const Message::Argument& argument) {
    if (!argument.message.empty()) {
        return argument.message.front().text();
    }
    if (const auto* text = std::get_if<std::string>(&argument.value)) {
        return *text;
    }
    if (const auto* number = std::get_if<std::int64_t>(&argument.value)) {
        return std::to_string(*number);
    }
    return numberText(std::get<double>(argument.value));
}

} // namespace

Message::Message() = default;
Message::~Message() = default;
Message::Message(const Message& other) = default;
Message::Message(Message&& other) noexcept = default;
Message& Message::operator=(const Message& other) = default;
Message& Message::operator=(Message&& other) noexcept = default;

bool Message::Argument::operator==(const Argument& other) const {
    return value == other.value && message == other.message;
}

Message Message::verbatim(std::string text) {
    return text.empty() ? Message() : Message("%1", std::vector<Argument>{{std::move(text), {}}});
}

std::string Message::text() const {
    std::string text;
    for (std::size_t i = 0; i < pattern_.size(); ++i) {
        const bool isGap =
            pattern_[i] == '%' && i + 1 < pattern_.size() && pattern_[i + 1] >= '1' && pattern_[i + 1] <= '9';
        const std::size_t gap = isGap ? static_cast<std::size_t>(pattern_[i + 1] - '1') : 0;
        if (isGap && gap < arguments_.size()) {
            text += textOf(arguments_[gap]);
            ++i;
        } else {
            text += pattern_[i];
        }
    }
    return text;
}

std::string numberText(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

} // namespace palimpsest
