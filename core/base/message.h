// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace palimpsest {

/// An English text with the gaps %1, %2 ..., written where the message is made: a pattern with more or fewer gaps than
/// arguments does not compile.
template <typename... Arguments>
class MessagePattern {
public:
    template <std::size_t N>
    consteval MessagePattern(const char (&text)[N]) : text_(text) { // NOLINT(google-explicit-constructor)
        unsigned gaps = 0;
        for (std::size_t i = 0; i + 1 < N; ++i) {
            if (text[i] == '%' && text[i + 1] >= '1' && text[i + 1] <= '9') {
                gaps |= 1U << (text[i + 1] - '1');
            }
        }
        if (gaps != (1U << sizeof...(Arguments)) - 1U) {
            throw "the gaps of the pattern do not fit the arguments";
        }
    }
    const char* text() const { return text_; }

private:
    const char* text_;
};

/// What users read, as a value: an English pattern and what fills its gaps. It becomes text, translated, at the edges:
/// the command line, the window, a log. `Message("cannot read %1: %2", path, cause)`; an argument is text that stays as
/// it is (a path, an id), a number, or another message.
class Message {
public:
    struct Argument {
        std::variant<std::string, std::int64_t, double> value; ///< unless there is a message
        std::vector<Message> message;                          ///< one or none
        bool operator==(const Argument& other) const;
    };

    Message();
    ~Message();
    Message(const Message& other);
    Message(Message&& other) noexcept;
    Message& operator=(const Message& other);
    Message& operator=(Message&& other) noexcept;
    /// A literal without gaps.
    template <std::size_t N>
    Message(const char (&text)[N]) : pattern_(text) {} // NOLINT(google-explicit-constructor)
    template <typename... Values>
        requires(sizeof...(Values) > 0)
    explicit Message(MessagePattern<std::type_identity_t<Values>...> pattern, Values&&... values)
        : pattern_(pattern.text()), arguments_{argument(std::forward<Values>(values))...} {}
    /// From parts, as they came out of a file or another process.
    Message(std::string pattern, std::vector<Argument> arguments)
        : pattern_(std::move(pattern)), arguments_(std::move(arguments)) {}
    /// Text that has no translation: what the operating system or a library said, or a document's own words.
    static Message verbatim(std::string text);

    const std::string& pattern() const { return pattern_; }
    const std::vector<Argument>& arguments() const { return arguments_; }
    bool isEmpty() const { return pattern_.empty(); }
    /// In English.
    std::string text() const;
    bool operator==(const Message&) const = default;

private:
    static Argument argument(std::string text) { return {std::move(text), {}}; }
    static Argument argument(const char* text) { return {std::string(text), {}}; }
    static Argument argument(std::string_view text) { return {std::string(text), {}}; }
    static Argument argument(Message message) { return {{}, {std::move(message)}}; }
    static Argument argument(double value) { return {value, {}}; }
    template <typename Integer>
        requires std::is_integral_v<Integer>
    static Argument argument(Integer value) {
        return {static_cast<std::int64_t>(value), {}};
    }

    std::string pattern_;
    std::vector<Argument> arguments_;
};

/// A number as English text: whole, or with at most six digits.
std::string numberText(double value);

} // namespace palimpsest
