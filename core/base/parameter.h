// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/message.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace palimpsest {

/// The value of a parameter that is left open: the program chooses. Written "auto".
struct Automatic {
    bool operator==(const Automatic&) const = default;
};

using ParameterValue = std::variant<bool, std::int64_t, double, std::string, Automatic>;

/// The type of a parameter decides its editor in the window and its flag on the command line.
enum class ParameterType { boolean, integer, real, choice, path, text };

/// One parameter of a method, operator or job: what a form, a flag, the JSON check and the manual are made from.
struct ParameterSchema {
    std::string name; ///< lower case with hyphens, as on the command line
    ParameterType type = ParameterType::text;
    ParameterValue defaultValue; ///< Automatic: may be left open
    double minimum = 0;          ///< of integer and real
    double maximum = 0;
    std::string unit;                 ///< "px", "[0,1]", "evaluations", or empty
    std::string description;          ///< one English sentence, translated by the window
    std::vector<std::string> choices; ///< of choice, and of whole numbers of which only some are possible
    bool advanced = false;            ///< hidden behind Advanced in the window

    bool mayBeOpen() const { return std::holds_alternative<Automatic>(defaultValue); }
};

using ParameterSchemas = std::vector<ParameterSchema>;

/// Named values. Everything not named has its schema's default.
using ParameterValues = std::map<std::string, ParameterValue>;

/// The value of that name, if it is there and not left open. Throws std::bad_variant_access for one of another type.
template <typename Value>
std::optional<Value> given(const ParameterValues& values, const std::string& name) {
    const auto found = values.find(name);
    if (found == values.end() || std::holds_alternative<Automatic>(found->second)) {
        return std::nullopt;
    }
    return std::get<Value>(found->second);
}

/// Checks the types, ranges and names of `values`, and returns them completed with the defaults.
/// Throws Error(badArgument) naming `owner`, the parameter, its range and unit; an unknown name lists the known.
ParameterValues validated(const ParameterSchemas& schemas, const ParameterValues& values, const Message& owner);

/// The value of a flag from its text. Throws Error(badArgument) with the expected type.
ParameterValue parseParameter(const ParameterSchema& schema, const std::string& text);
std::string toText(const ParameterValue& value);

Json toJson(const ParameterValues& values);
/// Reads numbers, booleans and strings as the schemas want them (an integer is accepted for a real).
ParameterValues parametersFromJson(const ParameterSchemas& schemas, const Json& json, const Message& owner);

} // namespace palimpsest
