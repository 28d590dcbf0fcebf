// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/downloads/web_page.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace palimpsest {
namespace {

std::string lowerCase(std::string_view text) {
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return lower;
}

} // namespace

PageKind pageKindOf(std::string_view beginning) {
    std::string text = lowerCase(beginning);
    if (text.starts_with("\xef\xbb\xbf")) {
        text.erase(0, 3);
    }
    text.erase(0, std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    constexpr std::array kStarts{"<!doctype", "<html", "<head", "<body", "<script", "<?xml", "<!--", "<title", "<meta"};
    if (std::ranges::none_of(kStarts, [&](const char* start) { return text.starts_with(start); })) {
        return PageKind::none;
    }
    constexpr std::array kLogin{"log in", "login", "sign in", "signin", "password", "captive portal"};
    const bool asks =
        std::ranges::any_of(kLogin, [&](const char* word) { return text.find(word) != std::string::npos; });
    return asks ? PageKind::login : PageKind::page;
}

} // namespace palimpsest
