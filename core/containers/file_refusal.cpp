// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/file_refusal.h"

#include <array>
#include <cstdint>

namespace palimpsest {
namespace {

constexpr std::size_t kMostShown = 80;

/// Length and value of the UTF-8 sequence at the front; length 0 if it is none.
struct CodePoint {
    std::size_t length;
    std::uint32_t value;
};

CodePoint frontOf(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        return {1, first};
    }
    const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < length) {
        return {0, 0};
    }
    std::uint32_t value = first & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0) != 0x80) {
            return {0, 0};
        }
        value = value << 6 | (next & 0x3Fu);
    }
    constexpr std::array<std::uint32_t, 5> kSmallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return value < kSmallest[length] || value > 0x10FFFF || surrogate ? CodePoint{0, 0} : CodePoint{length, value};
}

bool isControl(std::uint32_t value) { return value < 0x20 || (value >= 0x7F && value < 0xA0); }

/// Whether the text is UTF-8 and all its characters are `allowed`.
template <typename Allowed>
bool allOf(std::string_view text, Allowed allowed) {
    while (!text.empty()) {
        const CodePoint front = frontOf(text);
        if (front.length == 0 || !allowed(front.value)) {
            return false;
        }
        text.remove_prefix(front.length);
    }
    return true;
}

} // namespace

std::string shown(std::string_view text) {
    std::string result;
    for (const char letter : text.substr(0, kMostShown)) {
        result += letter < ' ' || letter > '~' ? '?' : letter;
    }
    return text.size() > kMostShown ? result + "..." : result;
}

Error invalidFile(const std::string& origin, std::string_view format, const Message& rule) {
    return Error(ErrorCode::badInput, Message("\"%1\" is not a valid %2 file: %3", origin, format, rule),
                 "download or export the file again");
}

Error unsupportedTorchFile(const std::string& origin, const Message& cause) {
    return Error(ErrorCode::badInput, Message("\"%1\" is a PyTorch file that cannot be opened here: %2", origin, cause),
                 "save its weights alone in Python: torch.save(model.state_dict(), \"weights.pt\")");
}

Error invalidTorchFile(const std::string& origin, const Message& rule) { return invalidFile(origin, "PyTorch", rule); }

bool isUtf8(std::string_view text) {
    return allOf(text, [](std::uint32_t) { return true; });
}

bool isPlainUtf8(std::string_view text) {
    return allOf(text, [](std::uint32_t value) { return !isControl(value); });
}

} // namespace palimpsest
