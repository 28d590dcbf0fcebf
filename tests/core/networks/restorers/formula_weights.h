// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/network.h"

#include <ATen/ATen.h>

#include <cmath>
#include <string>

namespace palimpsest {

/// `count` numbers in [-1,1) that depend on the name alone; the same as in tests/reference/export_restorers.py.
inline at::Tensor uniformNumbers(const std::string& name, std::int64_t count) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const unsigned char byte : name) {
        hash = (hash ^ byte) * 0x100000001B3;
    }
    at::Tensor numbers = at::empty({count}, at::TensorOptions(at::kFloat));
    auto* values = numbers.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < count; ++i) {
        std::uint64_t z = hash + static_cast<std::uint64_t>(i + 1) * 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        z ^= z >> 31;
        values[i] = static_cast<float>(z >> 40) / static_cast<float>(1 << 23) - 1.0F;
    }
    return numbers;
}

inline at::Tensor formulaWeight(const std::string& name, at::IntArrayRef shape) {
    const at::Tensor values = uniformNumbers(name, c10::multiply_integers(shape)).reshape(shape);
    const std::int64_t fanIn = shape.empty() ? 1 : c10::multiply_integers(shape.slice(1));
    if ((shape.size() == 2 || shape.size() == 4) && shape[0] > 1 && fanIn > 1) {
        return values * static_cast<float>(std::sqrt(3.0 / static_cast<double>(fanIn)));
    }
    if (name.ends_with(".weight") || name.ends_with(".running_var")) {
        return name.find("body.") == std::string::npos ? 1 + values / 4 : values / 2;
    }
    return values / 4;
}

/// Weights of the right shapes that need no file.
inline StateDict formulaWeights(const Network& network) {
    StateDict weights;
    for (const auto& [name, tensor] : network.parameters()) {
        weights.add(name, formulaWeight(name, tensor.sizes()));
    }
    return weights;
}

} // namespace palimpsest
