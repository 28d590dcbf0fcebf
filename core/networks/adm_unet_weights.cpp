// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/adm_unet_weights.h"

#include "core/base/error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <cmath>

namespace palimpsest {

namespace {

using Kind = AdmLayer::Kind;
using Precision = ParameterMap::Precision;
using Start = AdmParameter::Start;

class Lister {
public:
    explicit Lister(const AdmUNetConfig& config) : config_(config) {}

    std::vector<AdmParameter> list(const AdmUNetPlan& plan) {
        const int model = config_.modelChannels;
        linear("time_embed.0", model, 4 * model);
        linear("time_embed.2", 4 * model, 4 * model);
        if (config_.classes > 0) {
            add({"label_emb.weight", {config_.classes, 4 * model}, Start::normal, 1.0});
        }
        for (const AdmBlock& block : plan.input) {
            layers(block);
        }
        layers(plan.middle);
        for (const AdmBlock& block : plan.output) {
            layers(block);
        }
        norm("out.0", config_.width(0));
        zeroConvolution("out.2", {config_.outputChannels, config_.width(0), 3, 3});
        return std::move(parameters_);
    }

private:
    void layers(const AdmBlock& block) {
        for (const AdmLayer& layer : block) {
            switch (layer.kind) {
            case Kind::residual:
            case Kind::residualDown:
            case Kind::residualUp:
                residual(layer);
                break;
            case Kind::attention:
                attention(layer);
                break;
            case Kind::convolution:
            case Kind::stridedConvolution:
            case Kind::enlargedConvolution:
                convolution(layer.name, {layer.to, layer.from, 3, 3});
                break;
            }
        }
    }

    void residual(const AdmLayer& layer) {
        norm(layer.name + ".in_layers.0", layer.from);
        convolution(layer.name + ".in_layers.2", {layer.to, layer.from, 3, 3});
        linear(layer.name + ".emb_layers.1", 4 * config_.modelChannels,
               config_.scaleShiftNorm ? 2 * layer.to : layer.to);
        norm(layer.name + ".out_layers.0", layer.to);
        zeroConvolution(layer.name + ".out_layers.3", {layer.to, layer.to, 3, 3});
        if (layer.from != layer.to) {
            convolution(layer.name + ".skip_connection", {layer.to, layer.from, 1, 1});
        }
    }

    void attention(const AdmLayer& layer) {
        norm(layer.name + ".norm", layer.to);
        convolution(layer.name + ".qkv", {3 * layer.to, layer.to, 1});
        zeroConvolution(layer.name + ".proj_out", {layer.to, layer.to, 1});
    }

    void norm(const std::string& path, std::int64_t channels) {
        add({path + ".weight", {channels}, Start::ones});
        add({path + ".bias", {channels}});
    }

    void linear(const std::string& path, std::int64_t from, std::int64_t to) {
        add({path + ".weight", {to, from}, Start::normal, std::sqrt(1.0 / static_cast<double>(from))});
        add({path + ".bias", {to}});
    }

    void convolution(const std::string& path, std::vector<std::int64_t> shape) {
        const bool isSpatial = shape.size() == 4 && shape[2] > 1;
        const std::int64_t fanIn = shape[1] * (isSpatial ? shape[2] * shape[3] : 1);
        addConvolution({path, std::move(shape), Start::normal,
                        std::sqrt((isSpatial ? 2.0 : 1.0) / static_cast<double>(fanIn))});
    }

    void zeroConvolution(const std::string& path, std::vector<std::int64_t> shape) {
        addConvolution({path, std::move(shape)});
    }

    void addConvolution(AdmParameter weight) {
        weight.precision = Precision::compute;
        AdmParameter bias{weight.name + ".bias", {weight.shape[0]}};
        bias.precision = Precision::compute;
        weight.name += ".weight";
        add(std::move(weight));
        add(std::move(bias));
    }

    void add(AdmParameter parameter) { parameters_.push_back(std::move(parameter)); }

    const AdmUNetConfig& config_;
    std::vector<AdmParameter> parameters_;
};

at::Tensor startOf(const AdmParameter& parameter, at::Generator& generator) {
    const auto format = parameter.shape.size() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
    const at::Tensor weight = at::empty(parameter.shape, at::TensorOptions(at::kFloat), format);
    switch (parameter.start) {
    case Start::zeros:
        return weight.zero_();
    case Start::ones:
        return weight.fill_(1.0);
    case Start::normal:
        return weight.normal_(0.0, parameter.deviation, generator);
    }
    throw Bug("adm-unet: a weight without a start");
}

} // namespace

std::vector<AdmParameter> admUNetParameters(const AdmUNetConfig& config, const AdmUNetPlan& plan) {
    return Lister(config).list(plan);
}

ParameterMap initialWeights(const std::vector<AdmParameter>& parameters, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    ParameterMap weights;
    for (const AdmParameter& parameter : parameters) {
        weights.add(parameter.name, startOf(parameter, generator), parameter.precision);
    }
    return weights;
}

} // namespace palimpsest
