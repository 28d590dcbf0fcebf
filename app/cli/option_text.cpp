// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_text.h"

#include <algorithm>
#include <cctype>
#include <sstream>

namespace palimpsest {
namespace {

std::string inCapitals(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

std::string joinedChoices(const ParameterSchema& schema) {
    std::string text;
    for (const auto& choice : schema.choices) {
        text += (text.empty() ? "" : "|") + choice;
    }
    return text;
}

std::string valueNameOf(const CommandOption& option) {
    if (!option.valueName.empty()) {
        return option.valueName;
    }
    switch (option.schema.type) {
    case ParameterType::boolean:
        return {};
    case ParameterType::integer:
        return "N";
    case ParameterType::real:
        return "X";
    case ParameterType::choice:
        return joinedChoices(option.schema);
    case ParameterType::path:
        return "FILE";
    case ParameterType::text:
        break;
    }
    return "TEXT";
}

std::string longFlagOf(const CommandOption& option) {
    const std::string value = valueNameOf(option);
    return "--" + option.schema.name + (value.empty() ? "" : " " + value);
}

std::string rangeOf(const ParameterSchema& schema) {
    if (schema.type != ParameterType::integer && schema.type != ParameterType::real) {
        return {};
    }
    std::ostringstream text;
    text.precision(16);
    text << schema.minimum << " to " << schema.maximum << (schema.unit.empty() ? "" : " " + schema.unit);
    return text.str();
}

} // namespace

std::string headOf(const CommandOption& option, bool positional) {
    if (positional) {
        return option.valueName.empty() ? inCapitals(option.schema.name) : option.valueName;
    }
    if (option.schema.type == ParameterType::boolean && std::get<bool>(option.schema.defaultValue)) {
        return "--no-" + option.schema.name;
    }
    return (option.shortName.empty() ? "" : "-" + option.shortName + ", ") + longFlagOf(option);
}

std::string bodyOf(const ParameterSchema& schema) {
    if (schema.type == ParameterType::boolean) {
        return schema.description;
    }
    std::string facts = rangeOf(schema);
    if (const std::string standard = toText(schema.defaultValue); !standard.empty()) {
        facts += (facts.empty() ? "" : "; ") + std::string("default ") + standard;
    }
    return schema.description + (facts.empty() ? "" : " [" + facts + "]");
}

std::string bodyOf(const CommandOption& option) {
    const ParameterSchema& schema = option.schema;
    if (schema.type == ParameterType::boolean && std::get<bool>(schema.defaultValue)) {
        return "Turns this off: " + schema.description;
    }
    return bodyOf(schema) + (option.repeatable ? " Can be given more than once." : "");
}

std::string usageOf(std::string_view id, const CommandSyntax& syntax) {
    std::string usage = "palimpsest " + std::string(id);
    for (const auto& option : syntax.positionals) {
        const std::string head = headOf(option, true);
        usage += option.required ? " " + head : " [" + head + "]";
    }
    bool hasFurther = false;
    for (const auto& option : syntax.options) {
        if (option.required) {
            usage += option.shortName.empty() ? " " + longFlagOf(option)
                                              : " -" + option.shortName + " " + valueNameOf(option);
        }
        hasFurther = hasFurther || !option.required;
    }
    return usage + (hasFurther ? " [OPTIONS]" : "") + (syntax.takesRest ? " [ARGUMENTS]" : "");
}

} // namespace palimpsest
