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

constexpr const char* kAutomatic = "auto";

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

Message rangeOf(const ParameterSchema& schema) {
    if (schema.unit.empty()) {
        return Message("%1 to %2", number(schema.minimum), number(schema.maximum));
    }
    return Message("%1 to %2 %3", number(schema.minimum), number(schema.maximum), schema.unit);
}

Message expectedNumber(const ParameterSchema& schema) {
    return schema.type == ParameterType::integer ? Message("expected a whole number from %1", rangeOf(schema))
                                                 : Message("expected a number from %1", rangeOf(schema));
}

[[noreturn]] void refuse(const Message& owner, const ParameterSchema& schema, const Message& expected) {
    throw Error(ErrorCode::badArgument, Message("%1: %2 has a value that cannot be used", owner, schema.name),
                expected);
}

void requireChoice(const ParameterSchema& schema, const std::string& text, const Message& owner) {
    if (std::find(schema.choices.begin(), schema.choices.end(), text) == schema.choices.end()) {
        throw Error(ErrorCode::badArgument, Message("%1: %2 = %3 is unknown", owner, schema.name, text),
                    Message("choose one of %1", joined(schema.choices)));
    }
}

ParameterValue checkedNumber(const ParameterSchema& schema, const ParameterValue& value, const Message& owner) {
    double real = 0;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        real = static_cast<double>(*integer);
    } else if (const auto* floating = std::get_if<double>(&value); floating && schema.type == ParameterType::real) {
        real = *floating;
    } else {
        refuse(owner, schema, expectedNumber(schema));
    }
    if (!std::isfinite(real) || real < schema.minimum || real > schema.maximum) {
        throw Error(ErrorCode::badArgument, Message("%1: %2 = %3 is out of range", owner, schema.name, toText(value)),
                    Message("use %1", rangeOf(schema)));
    }
    if (!schema.choices.empty()) {
        requireChoice(schema, toText(value), owner);
    }
    return schema.type == ParameterType::real ? ParameterValue{real} : value;
}

/// "auto" stands for a value that is left open.
ParameterValue checked(const ParameterSchema& schema, const ParameterValue& value, const Message& owner) {
    const auto* text = std::get_if<std::string>(&value);
    if (schema.mayBeOpen() && (std::holds_alternative<Automatic>(value) || (text && *text == kAutomatic))) {
        return Automatic{};
    }
    switch (schema.type) {
    case ParameterType::boolean:
        if (!std::holds_alternative<bool>(value)) {
            refuse(owner, schema, "expected true or false");
        }
        return value;
    case ParameterType::integer:
    case ParameterType::real:
        return checkedNumber(schema, value, owner);
    case ParameterType::choice:
        requireChoice(schema, toText(value), owner);
        return value;
    case ParameterType::path:
    case ParameterType::text:
        if (!text) {
            refuse(owner, schema, "expected text");
        }
        return value;
    }
    throw Bug("parameter type without a check");
}

ParameterValue fromJson(const ParameterSchema& schema, const Json& json, const Message& owner) {
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
    refuse(owner, schema, "expected a number, text, true or false");
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
    const auto* text = std::get_if<std::string>(&value);
    return text ? *text : kAutomatic;
}

ParameterValues validated(const ParameterSchemas& schemas, const ParameterValues& values, const Message& owner) {
    ParameterValues complete;
    std::vector<std::string> known;
    for (const auto& schema : schemas) {
        known.push_back(schema.name);
        const auto found = values.find(schema.name);
        complete[schema.name] = found == values.end() ? schema.defaultValue : checked(schema, found->second, owner);
    }
    for (const auto& [name, value] : values) {
        if (!complete.contains(name)) {
            throw Error(ErrorCode::badArgument, Message("%1 has no parameter %2", owner, name),
                        known.empty() ? Message("it has none") : Message("it has %1", joined(known)));
        }
    }
    return complete;
}

ParameterValue parseParameter(const ParameterSchema& schema, const std::string& text) {
    const char* end = text.data() + text.size();
    if (schema.mayBeOpen() && text == kAutomatic) {
        return Automatic{};
    }
    if (schema.type == ParameterType::boolean && (text == "true" || text == "false")) {
        return text == "true";
    }
    if (std::int64_t integer = 0; schema.type == ParameterType::integer) {
        if (const auto [rest, failure] = std::from_chars(text.data(), end, integer);
            failure == std::errc{} && rest == end) {
            return integer;
        }
    }
    if (double real = 0; schema.type == ParameterType::real) {
        if (const auto [rest, failure] = std::from_chars(text.data(), end, real);
            failure == std::errc{} && rest == end) {
            return real;
        }
    }
    if (schema.type == ParameterType::choice || schema.type == ParameterType::path ||
        schema.type == ParameterType::text) {
        return text;
    }
    throw Error(ErrorCode::badArgument, Message("\"%1\" is not a valid value for %2", text, schema.name),
                schema.type == ParameterType::boolean ? Message("expected true or false")
                                                      : Message("expected a number from %1", rangeOf(schema)));
}

Json toJson(const ParameterValues& values) {
    Json json = Json::object();
    for (const auto& [name, value] : values) {
        if (std::holds_alternative<Automatic>(value)) {
            json[name] = kAutomatic;
        } else if (const auto* boolean = std::get_if<bool>(&value)) {
            json[name] = *boolean;
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            json[name] = *integer;
        } else if (const auto* real = std::get_if<double>(&value)) {
            json[name] = *real;
        } else {
            json[name] = std::get<std::string>(value);
        }
    }
    return json;
}

ParameterValues parametersFromJson(const ParameterSchemas& schemas, const Json& json, const Message& owner) {
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, Message("%1 must be a JSON object of named parameters", owner));
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
