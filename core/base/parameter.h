// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace palimpsest {

using ParameterValue = std::variant<bool, std::int64_t, double, std::string>;

/// The type of a parameter decides its editor in the window and its flag on the command line.
enum class ParameterType { boolean, integer, real, choice, path, text };

/// One parameter of a method, operator or job: what a form, a flag, the JSON check and the manual are made from.
struct ParameterSchema {
    std::string name;  ///< lower case with hyphens, as on the command line
    ParameterType type = ParameterType::text;
    ParameterValue defaultValue;
    double minimum = 0; ///< of integer and real
    double maximum = 0;
    std::string unit;                 ///< "px", "[0,1]", "evaluations", or empty
    std::string description;          ///< one English sentence, translated by the window
    std::vector<std::string> choices; ///< of choice
    bool advanced = false;            ///< hidden behind Advanced in the window
    std::string defaultWord = {};     ///< of numbers: may be written instead of the default, "auto"
};

using ParameterSchemas = std::vector<ParameterSchema>;

/// Named values. Everything not named has its schema's default.
using ParameterValues = std::map<std::string, ParameterValue>;

/// Checks the types, ranges and names of `values`, and returns them completed with the defaults.
/// Throws Error(badArgument) naming `owner`, the parameter, its range and unit; an unknown name lists the known.
ParameterValues validated(const ParameterSchemas& schemas, const ParameterValues& values, const std::string& owner);

/// The value of a flag from its text. Throws Error(badArgument) with the expected type.
ParameterValue parseParameter(const ParameterSchema& schema, const std::string& text);
std::string toText(const ParameterValue& value);

Json toJson(const ParameterValues& values);
/// Reads numbers, booleans and strings as the schemas want them (an integer is accepted for a real).
ParameterValues parametersFromJson(const ParameterSchemas& schemas, const Json& json, const std::string& owner);

} // namespace palimpsest
