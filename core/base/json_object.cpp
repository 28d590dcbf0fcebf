// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_object.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest {
JsonObject::JsonObject(const Json& json, std::string origin, std::string path)
    : json_(&json), origin_(std::move(origin)), path_(std::move(path)) {
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, path_.empty() ? Message("%1 is not a JSON object", origin_)
                                                       : Message("%1: \"%2\" is not a JSON object", origin_, path_));
    }
}

std::string JsonObject::pathOf(const std::string& key) const { return path_.empty() ? key : path_ + "." + key; }

void JsonObject::refuse(const std::string& key, const Message& expected) const {
    throw Error(ErrorCode::badInput, Message("%1: \"%2\" cannot be used", origin_, pathOf(key)),
                Message("expected %1", expected));
}

const Json& JsonObject::value(const std::string& key) {
    const auto found = json_->find(key);
    if (found == json_->end()) {
        throw Error(ErrorCode::badInput, Message("%1 has no \"%2\"", origin_, pathOf(key)), "add the entry");
    }
    read_.insert(key);
    return *found;
}

std::string JsonObject::text(const std::string& key) {
    const Json& found = value(key);
    if (!found.is_string()) {
        refuse(key, "text");
    }
    return found.get<std::string>();
}

std::string JsonObject::word(const std::string& key) {
    std::string found = text(key);
    if (found.empty()) {
        refuse(key, "text that is not empty");
    }
    return found;
}

std::string JsonObject::sha256(const std::string& key) {
    std::string found = text(key);
    if (found.size() != 64 || found.find_first_not_of("0123456789abcdef") != std::string::npos) {
        refuse(key, "a SHA-256 of 64 lower-case hexadecimal digits");
    }
    return found;
}

std::string JsonObject::choice(const std::string& key, const std::vector<std::string>& choices) {
    std::string found = text(key);
    if (std::find(choices.begin(), choices.end(), found) == choices.end()) {
        std::string known;
        for (const auto& one : choices) {
            known += (known.empty() ? "" : ", ") + one;
        }
        refuse(key, Message("one of %1", known));
    }
    return found;
}

bool JsonObject::boolean(const std::string& key) {
    const Json& found = value(key);
    if (!found.is_boolean()) {
        refuse(key, "true or false");
    }
    return found.get<bool>();
}

std::int64_t JsonObject::integer(const std::string& key, std::int64_t minimum, std::int64_t maximum) {
    const Json& found = value(key);
    const bool fits = found.is_number_unsigned() ? found.get<std::uint64_t>() <= static_cast<std::uint64_t>(INT64_MAX)
                                                 : found.is_number_integer();
    if (!fits || found.get<std::int64_t>() < minimum || found.get<std::int64_t>() > maximum) {
        refuse(key, Message("a whole number from %1 to %2", minimum, maximum));
    }
    return found.get<std::int64_t>();
}

double JsonObject::real(const std::string& key, double minimum, double maximum) {
    const Json& found = value(key);
    if (!found.is_number() || !(found.get<double>() >= minimum && found.get<double>() <= maximum)) {
        refuse(key, Message("a number from %1 to %2", minimum, maximum));
    }
    return found.get<double>();
}

JsonObject JsonObject::object(const std::string& key) { return {value(key), origin_, pathOf(key)}; }

std::vector<JsonObject> JsonObject::objects(const std::string& key) {
    const Json& list = value(key);
    if (!list.is_array()) {
        refuse(key, "a list");
    }
    std::vector<JsonObject> found;
    for (const Json& element : list) {
        found.emplace_back(element, origin_, pathOf(key) + "[" + std::to_string(found.size()) + "]");
    }
    return found;
}

bool JsonObject::has(const std::string& key) const { return json_->contains(key); }

std::vector<std::string> JsonObject::keys() const {
    std::vector<std::string> names;
    for (const auto& [name, ignored] : json_->items()) {
        names.push_back(name);
    }
    return names;
}

void JsonObject::finish() const {
    for (const auto& name : keys()) {
        if (!read_.contains(name)) {
            throw Error(ErrorCode::badInput, Message("%1 has an unknown entry \"%2\"", origin_, pathOf(name)),
                        "remove it");
        }
    }
}

} // namespace palimpsest
