// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <vector>

namespace palimpsest {
namespace {

constexpr std::uintmax_t kLargestFile = 64u << 20;

} // namespace

Json parseJson(std::string_view text, const std::string& origin) {
    std::vector<std::set<std::string>> keys;
    const auto refuseDuplicates = [&](int, Json::parse_event_t event, Json& parsed) {
        if (event == Json::parse_event_t::object_start) {
            keys.emplace_back();
        } else if (event == Json::parse_event_t::object_end) {
            keys.pop_back();
        } else if (event == Json::parse_event_t::key && !keys.back().insert(parsed.get<std::string>()).second) {
            throw Error(ErrorCode::badInput, Message("%1 has the key \"%2\" twice", origin, parsed.get<std::string>()),
                        "remove one of them");
        }
        return true;
    };
    try {
        return Json::parse(text, refuseDuplicates);
    } catch (const Json::exception& error) {
        const std::string cause =
            error.what(); // "[json.exception.parse_error.101] parse error at line 1, column 11: ..."
        throw Error(ErrorCode::badInput, Message("%1 is not valid JSON", origin),
                    Message::verbatim(cause.substr(cause.find("] ") + 2)));
    }
}

Json readJson(const std::string& path) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(path, failure);
    if (failure) {
        throw Error(ErrorCode::badInput, Message("cannot read %1", path), Message::verbatim(failure.message()));
    }
    if (size > kLargestFile) {
        throw Error(ErrorCode::badInput, Message("%1 is too large for a JSON file (over 64 MiB)", path));
    }
    std::ifstream file(path, std::ios::binary);
    std::string text(size, '\0');
    if (!file.read(text.data(), static_cast<std::streamsize>(size))) {
        throw Error(ErrorCode::badInput, Message("cannot read %1", path));
    }
    return parseJson(text, path);
}

} // namespace palimpsest
