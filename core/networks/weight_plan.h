// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/parameter_map.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// What is known of a weight before it has values.
struct PlannedWeight {
    enum class Start { zeros, ones, normal };
    std::string name;
    std::vector<std::int64_t> shape;
    Start start = Start::zeros;
    double deviation = 0.0; ///< of a normal start
    ParameterMap::Precision precision = ParameterMap::Precision::full;
};

/// The weights of a network in their order, listed layer by layer. `path` is the name without ".weight" and ".bias".
class WeightPlan {
public:
    /// Ones and zeros, [channels], in full precision.
    void norm(const std::string& path, std::int64_t channels);
    /// [to,from] and [to]; normal with variance 1 / from.
    void linear(const std::string& path, std::int64_t from, std::int64_t to,
                ParameterMap::Precision precision = ParameterMap::Precision::full);
    /// `shape`: [to,from,..]; normal with variance 2 / fan-in for convolutions of pixels with neighbours, 1 / fan-in
    /// for those without.
    void convolution(const std::string& path, std::vector<std::int64_t> shape);
    /// The same, starting at zero.
    void zeroConvolution(const std::string& path, std::vector<std::int64_t> shape);
    void add(PlannedWeight weight) { weights_.push_back(std::move(weight)); }

    std::vector<PlannedWeight> take() { return std::move(weights_); }

private:
    void addConvolution(PlannedWeight weight);

    std::vector<PlannedWeight> weights_;
};

/// Random starting values, float32; weights of four dimensions are channels-last. See PlaceholderWeights.
ParameterMap initialWeights(const std::vector<PlannedWeight>& plan, std::uint64_t seed);

} // namespace palimpsest
