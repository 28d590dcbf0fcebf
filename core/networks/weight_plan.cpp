// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/weight_plan.h"

#include "core/base/error.h"
#include "core/networks/placeholder_weights.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>
#include <utility>

namespace palimpsest {

namespace {

using Start = PlannedWeight::Start;

at::Tensor startOf(const PlannedWeight& planned, at::Generator& generator) {
    const auto format = planned.shape.size() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    const at::Tensor weight = at::empty(planned.shape, at::TensorOptions(at::kFloat), format);
    switch (planned.start) {
    case Start::zeros:
        return weight.zero_();
    case Start::ones:
        return weight.fill_(1.0);
    case Start::normal:
        return weight.normal_(0.0, planned.deviation, generator);
    }
    throw Bug("a weight without a start");
}

} // namespace

void WeightPlan::norm(const std::string& path, std::int64_t channels) {
    add({path + ".weight", {channels}, Start::ones});
    add({path + ".bias", {channels}});
}

void WeightPlan::linear(const std::string& path, std::int64_t from, std::int64_t to,
                        ParameterMap::Precision precision) {
    const double deviation = std::sqrt(1.0 / static_cast<double>(from));
    add({path + ".weight", {to, from}, Start::normal, deviation, precision});
    add({path + ".bias", {to}, Start::zeros, 0.0, precision});
}

void WeightPlan::convolution(const std::string& path, std::vector<std::int64_t> shape) {
    const bool isSpatial = shape.size() == 4 && shape[2] > 1;
    const std::int64_t fanIn = shape[1] * (isSpatial ? shape[2] * shape[3] : 1);
    addConvolution(
        {path, std::move(shape), Start::normal, std::sqrt((isSpatial ? 2.0 : 1.0) / static_cast<double>(fanIn))});
}

void WeightPlan::zeroConvolution(const std::string& path, std::vector<std::int64_t> shape) {
    addConvolution({path, std::move(shape)});
}

void WeightPlan::addConvolution(PlannedWeight weight) {
    weight.precision = ParameterMap::Precision::compute;
    PlannedWeight bias{weight.name + ".bias", {weight.shape[0]}};
    bias.precision = ParameterMap::Precision::compute;
    weight.name += ".weight";
    add(std::move(weight));
    add(std::move(bias));
}

ParameterMap initialWeights(const std::vector<PlannedWeight>& plan, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    ParameterMap weights;
    for (const PlannedWeight& planned : plan) {
        at::Tensor start =
            PlaceholderWeights::areAsked() ? at::zeros({1}).expand(planned.shape) : startOf(planned, generator);
        weights.add(planned.name, std::move(start), planned.precision);
    }
    return weights;
}

} // namespace palimpsest
