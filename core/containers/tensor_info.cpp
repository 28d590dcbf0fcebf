// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/tensor_info.h"

#include <array>

namespace palimpsest {
namespace {

struct TypeRow {
    ElementType type;
    std::string_view name;
    std::size_t byteSize;
};

/// In the order of the enumeration.
constexpr std::array kTypes{
    TypeRow{ElementType::boolean, "BOOL", 1},
    TypeRow{ElementType::uint8, "U8", 1},
    TypeRow{ElementType::int8, "I8", 1},
    TypeRow{ElementType::float8e4m3, "F8_E4M3", 1},
    TypeRow{ElementType::float8e5m2, "F8_E5M2", 1},
    TypeRow{ElementType::uint16, "U16", 2},
    TypeRow{ElementType::int16, "I16", 2},
    TypeRow{ElementType::float16, "F16", 2},
    TypeRow{ElementType::bfloat16, "BF16", 2},
    TypeRow{ElementType::uint32, "U32", 4},
    TypeRow{ElementType::int32, "I32", 4},
    TypeRow{ElementType::float32, "F32", 4},
    TypeRow{ElementType::uint64, "U64", 8},
    TypeRow{ElementType::int64, "I64", 8},
    TypeRow{ElementType::float64, "F64", 8},
};

const TypeRow& rowOf(ElementType type) { return kTypes.at(static_cast<std::size_t>(type)); }

} // namespace

std::size_t byteSize(ElementType type) { return rowOf(type).byteSize; }

std::string_view nameOf(ElementType type) { return rowOf(type).name; }

std::optional<ElementType> elementTypeNamed(std::string_view name) {
    for (const TypeRow& row : kTypes) {
        if (row.name == name) {
            return row.type;
        }
    }
    return std::nullopt;
}

std::int64_t TensorInfo::elementCount() const {
    std::int64_t count = 1;
    for (const std::int64_t side : shape) {
        count *= side;
    }
    return count;
}

} // namespace palimpsest
