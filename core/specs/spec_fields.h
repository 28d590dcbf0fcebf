// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/parameter.h"

#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace palimpsest {

/// Ties a member of a spec to its schema, so that one table makes JSON, flags, checks and forms.
template <typename Spec>
struct SpecField {
    ParameterSchema schema;
    std::variant<std::string Spec::*, int Spec::*, double Spec::*, std::int64_t Spec::*, std::uint64_t Spec::*,
                 bool Spec::*, std::optional<std::string> Spec::*, std::optional<int> Spec::*,
                 std::optional<double> Spec::*>
        member;
};

template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

/// An optional that is empty is Automatic.
template <typename Value>
ParameterValue parameterOf(const Value& value) {
    if constexpr (IsOptional<Value>::value) {
        return value ? parameterOf(*value) : ParameterValue(Automatic{});
    } else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>) {
        return static_cast<std::int64_t>(value);
    } else {
        return value;
    }
}

template <typename Value>
void assign(Value& target, const ParameterValue& value) {
    if constexpr (IsOptional<Value>::value) {
        if (std::holds_alternative<Automatic>(value)) {
            target.reset();
        } else {
            assign(target.emplace(), value);
        }
    } else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>) {
        target = static_cast<Value>(std::get<std::int64_t>(value));
    } else {
        target = std::get<Value>(value);
    }
}

template <typename Spec>
using SpecFields = std::vector<SpecField<Spec>>;

template <typename Spec>
ParameterSchemas schemasOf(const SpecFields<Spec>& fields) {
    ParameterSchemas schemas;
    for (const auto& field : fields) {
        schemas.push_back(field.schema);
    }
    return schemas;
}

template <typename Spec>
ParameterValue read(const Spec& spec, const SpecField<Spec>& field) {
    return std::visit([&](auto member) { return parameterOf(spec.*member); }, field.member);
}

template <typename Spec>
void write(Spec& spec, const SpecField<Spec>& field, const ParameterValue& value, const Message& owner) {
    const ParameterValue checked = validated({field.schema}, {{field.schema.name, value}}, owner).at(field.schema.name);
    std::visit([&](auto member) { assign(spec.*member, checked); }, field.member);
}

template <typename Spec>
const SpecField<Spec>& fieldNamed(const SpecFields<Spec>& fields, const std::string& name, const Message& owner) {
    std::string known;
    for (const auto& field : fields) {
        if (field.schema.name == name) {
            return field;
        }
        known += (known.empty() ? "" : ", ") + field.schema.name;
    }
    throw Error(ErrorCode::badArgument, Message("%1 has no field \"%2\"", owner, name), Message("it has %1", known));
}

template <typename Spec>
void validateFields(const SpecFields<Spec>& fields, const Spec& spec, const Message& owner) {
    for (const auto& field : fields) {
        validated({field.schema}, {{field.schema.name, read(spec, field)}}, owner);
    }
}

template <typename Spec>
ParameterValues valuesOf(const SpecFields<Spec>& fields, const Spec& spec) {
    ParameterValues values;
    for (const auto& field : fields) {
        values[field.schema.name] = read(spec, field);
    }
    return values;
}

} // namespace palimpsest
