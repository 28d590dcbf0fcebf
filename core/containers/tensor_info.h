// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// The element types of tensors in files, little-endian. A boolean is one byte, 0 or 1.
enum class ElementType {
    boolean,
    uint8,
    int8,
    float8e4m3,
    float8e5m2,
    uint16,
    int16,
    float16,
    bfloat16,
    uint32,
    int32,
    float32,
    uint64,
    int64,
    float64,
};

/// Bytes of one element.
std::size_t byteSize(ElementType type);
/// As safetensors names it: "F32", "BF16", "BOOL".
std::string_view nameOf(ElementType type);
std::optional<ElementType> elementTypeNamed(std::string_view name);

/// What a file says about one tensor, without its data.
struct TensorInfo {
    /// Names of nested dictionaries and lists are joined by '/': "model/module.all_modules.0.W",
    /// "ema/shadow_params/12". UTF-8 without control characters.
    std::string name;
    ElementType type = ElementType::float32;
    std::vector<std::int64_t> shape; ///< not negative; the product times the element size fits 63 bits
    bool requiresGrad = false;       ///< as recorded; safetensors does not, a state dict records false

    /// 1 for a scalar.
    std::int64_t elementCount() const;
    std::uint64_t byteCount() const { return static_cast<std::uint64_t>(elementCount()) * byteSize(type); }
    bool operator==(const TensorInfo&) const = default;
};

} // namespace palimpsest
