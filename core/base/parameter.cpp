// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parameter.h"

#include "core/base/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>

namespace palimpsest {
namespace {

std::string number(double value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) {
        text += (text.empty() ? "" : ", ") + word;
    }
    return text;
}

std::string rangeOf(const ParameterSchema& schema) {
    return number(schema.minimum) + " to " + number(schema.maximum) + (schema.unit.empty() ? "" : " " + schema.unit);
}

[[noreturn]] void refuse(const std::string& owner, const ParameterSchema& schema, const std::string& expected) {
    throw Error(ErrorCode::badArgument, owner + ": " + schema.name + " has a value that cannot be used",
                "expected " + expected);
}

ParameterValue checkedNumber(const ParameterSchema& schema, const ParameterValue& value, const std::string& owner) {
    double real = 0;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        real = static_cast<double>(*integer);
    } else if (const auto* floating = std::get_if<double>(&value); floating && schema.type == ParameterType::real) {
        real = *floating;
    } else {
        refuse(owner, schema, (schema.type == ParameterType::integer ? "a whole number from " : "a number from ") + rangeOf(schema));
    }
    if (!std::isfinite(real) || real < schema.minimum || real > schema.maximum) {
        throw Error(ErrorCode::badArgument, owner + ": " + schema.name + " = " + toText(value) + " is out of range",
                    "use " + rangeOf(schema));
    }
    return schema.type == ParameterType::real ? ParameterValue{real} : value;
}

ParameterValue checked(const ParameterSchema& schema, const ParameterValue& value, const std::string& owner) {
    switch (schema.type) {
    case ParameterType::boolean:
        if (!std::holds_alternative<bool>(value)) {
            refuse(owner, schema, "true or false");
        }
        return value;
    case ParameterType::integer:
    case ParameterType::real:
        return checkedNumber(schema, value, owner);
    case ParameterType::choice: {
        const auto* text = std::get_if<std::string>(&value);
        if (!text || std::find(schema.choices.begin(), schema.choices.end(), *text) == schema.choices.end()) {
            throw Error(ErrorCode::badArgument, owner + ": " + schema.name + " = " + toText(value) + " is unknown",
                        "choose one of " + joined(schema.choices));
        }
        return value;
    }
    case ParameterType::path:
    case ParameterType::text:
        if (!std::holds_alternative<std::string>(value)) {
            refuse(owner, schema, "text");
        }
        return value;
    }
    throw Bug("parameter type without a check");
}

ParameterValue fromJson(const ParameterSchema& schema, const Json& json, const std::string& owner) {
    if (json.is_boolean()) {
        return json.get<bool>();
    }
    if (json.is_number_integer()) {
        return json.get<std::int64_t>();
    }
    if (json.is_number()) {
        return json.get<double>();
    }
    if (json.is_string()) {
        return json.get<std::string>();
    }
    refuse(owner, schema, "a number, a text, true or false");
}

} // namespace

std::string toText(const ParameterValue& value) {
    if (const auto* boolean = std::get_if<bool>(&value)) {
        return *boolean ? "true" : "false";
    }
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        return std::to_string(*integer);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return number(*real);
    }
    return std::get<std::string>(value);
}

ParameterValues validated(const ParameterSchemas& schemas, const ParameterValues& values, const std::string& owner) {
    ParameterValues complete;
    std::vector<std::string> known;
    for (const auto& schema : schemas) {
        known.push_back(schema.name);
        const auto found = values.find(schema.name);
        complete[schema.name] = found == values.end() ? schema.defaultValue : checked(schema, found->second, owner);
    }
    for (const auto& [name, value] : values) {
        if (!complete.contains(name)) {
            throw Error(ErrorCode::badArgument, owner + " has no parameter " + name,
                        known.empty() ? "it has none" : "it has " + joined(known));
        }
    }
    return complete;
}

ParameterValue parseParameter(const ParameterSchema& schema, const std::string& text) {
    const char* end = text.data() + text.size();
    if (!schema.defaultWord.empty() && text == schema.defaultWord) {
        return schema.defaultValue;
    }
    if (schema.type == ParameterType::boolean && (text == "true" || text == "false")) {
        return text == "true";
    }
    if (std::int64_t integer = 0; schema.type == ParameterType::integer) {
        if (const auto [rest, failure] = std::from_chars(text.data(), end, integer); failure == std::errc{} && rest == end) {
            return integer;
        }
    }
    if (double real = 0; schema.type == ParameterType::real) {
        if (const auto [rest, failure] = std::from_chars(text.data(), end, real); failure == std::errc{} && rest == end) {
            return real;
        }
    }
    if (schema.type == ParameterType::choice || schema.type == ParameterType::path || schema.type == ParameterType::text) {
        return text;
    }
    throw Error(ErrorCode::badArgument, "\"" + text + "\" is no value for " + schema.name,
                schema.type == ParameterType::boolean ? "expected true or false" : "expected a number from " + rangeOf(schema));
}

Json toJson(const ParameterValues& values) {
    Json json = Json::object();
    for (const auto& [name, value] : values) {
        std::visit([&](const auto& held) { json[name] = held; }, value);
    }
    return json;
}

ParameterValues parametersFromJson(const ParameterSchemas& schemas, const Json& json, const std::string& owner) {
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, owner + " must be a JSON object of named parameters");
    }
    ParameterValues values;
    for (const auto& [name, value] : json.items()) {
        const auto schema = std::find_if(schemas.begin(), schemas.end(), [&](const auto& s) { return s.name == name; });
        static const ParameterSchema unknown{.name = "unknown"};
        values[name] = fromJson(schema == schemas.end() ? unknown : *schema, value, owner);
    }
    return validated(schemas, values, owner);
}

} // namespace palimpsest
