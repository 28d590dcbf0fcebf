// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/adm_unet_plan.h"
#include "core/networks/parameter_map.h"

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// What is known of a weight before it has values.
struct AdmParameter {
    enum class Start { zeros, ones, normal };
    std::string name;
    std::vector<std::int64_t> shape;
    Start start = Start::zeros;
    double deviation = 0.0; ///< of a normal start
    ParameterMap::Precision precision = ParameterMap::Precision::full;
};

/// All weights, in the order of guided-diffusion's checkpoints.
std::vector<AdmParameter> admUNetParameters(const AdmUNetConfig& config, const AdmUNetPlan& plan);

/// Random starting values, float32. Convolutions: normal with variance 2 / fan-in; the last convolution of every
/// residual block, the attention's output and the network's last convolution: zero.
ParameterMap initialWeights(const std::vector<AdmParameter>& parameters, std::uint64_t seed);

} // namespace palimpsest
