// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/element_types.h"

#include "core/base/error.h"

#include <array>
#include <utility>

namespace palimpsest {
namespace {

constexpr std::array<std::pair<ElementType, at::ScalarType>, 15> kTypes{{
    {ElementType::boolean, at::kBool},
    {ElementType::uint8, at::kByte},
    {ElementType::int8, at::kChar},
    {ElementType::float8e4m3, at::kFloat8_e4m3fn},
    {ElementType::float8e5m2, at::kFloat8_e5m2},
    {ElementType::uint16, at::kUInt16},
    {ElementType::int16, at::kShort},
    {ElementType::float16, at::kHalf},
    {ElementType::bfloat16, at::kBFloat16},
    {ElementType::uint32, at::kUInt32},
    {ElementType::int32, at::kInt},
    {ElementType::float32, at::kFloat},
    {ElementType::uint64, at::kUInt64},
    {ElementType::int64, at::kLong},
    {ElementType::float64, at::kDouble},
}};

} // namespace

at::ScalarType scalarTypeOf(ElementType type) {
    for (const auto& [ours, theirs] : kTypes) {
        if (ours == type) {
            return theirs;
        }
    }
    throw Bug("an element type without a scalar type");
}

ElementType elementTypeOf(at::ScalarType type) {
    for (const auto& [ours, theirs] : kTypes) {
        if (theirs == type) {
            return ours;
        }
    }
    throw Bug(std::string("no file of ours holds the element type ") + c10::toString(type));
}

} // namespace palimpsest
