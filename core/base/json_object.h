// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace palimpsest {

/// Reads a JSON object strictly: every entry has the type and range that are asked for, and finish() refuses entries
/// that nobody asked for. Everything throws Error(badInput) that names the file and the entry's path in it.
class JsonObject {
public:
    /// `origin` names the file in messages; `path` is where the object lies in it (empty: the whole file). The JSON
    /// must outlive the reader.
    JsonObject(const Json& json, std::string origin, std::string path = {});

    std::string text(const std::string& key);
    /// As text(), but empty text is refused.
    std::string word(const std::string& key);
    /// 64 lower-case hexadecimal digits.
    std::string sha256(const std::string& key);
    std::string choice(const std::string& key, const std::vector<std::string>& choices);
    bool boolean(const std::string& key);
    std::int64_t integer(const std::string& key, std::int64_t minimum, std::int64_t maximum);
    double real(const std::string& key, double minimum, double maximum);
    JsonObject object(const std::string& key);
    /// Any JSON value, taken as it is.
    const Json& value(const std::string& key);
    /// A list, every element of which is an object.
    std::vector<JsonObject> objects(const std::string& key);

    bool has(const std::string& key) const;
    std::vector<std::string> keys() const;
    /// Throws for an entry that was not read.
    void finish() const;
    /// expected: "a list", "a number from 0 to 1".
    [[noreturn]] void refuse(const std::string& key, const Message& expected) const;

private:
    std::string pathOf(const std::string& key) const;

    const Json* json_;
    std::string origin_;
    std::string path_;
    std::set<std::string> read_;
};

} // namespace palimpsest
