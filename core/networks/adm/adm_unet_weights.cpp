// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/adm/adm_unet_weights.h"

#include <cstdint>
#include <string>

namespace palimpsest {

namespace {

using Kind = AdmLayer::Kind;

class Lister {
public:
    explicit Lister(const AdmUNetConfig& config) : config_(config) {}

    std::vector<PlannedWeight> list(const AdmUNetPlan& plan) {
        const int model = config_.modelChannels;
        weights_.linear("time_embed.0", model, 4 * model);
        weights_.linear("time_embed.2", 4 * model, 4 * model);
        if (config_.classes > 0) {
            weights_.add({"label_emb.weight", {config_.classes, 4 * model}, PlannedWeight::Start::normal, 1.0});
        }
        for (const AdmBlock& block : plan.input) {
            layers(block);
        }
        layers(plan.middle);
        for (const AdmBlock& block : plan.output) {
            layers(block);
        }
        weights_.norm("out.0", config_.width(0));
        weights_.zeroConvolution("out.2", {config_.outputChannels, config_.width(0), 3, 3});
        return weights_.take();
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
                weights_.convolution(layer.name, {layer.to, layer.from, 3, 3});
                break;
            }
        }
    }

    void residual(const AdmLayer& layer) {
        weights_.norm(layer.name + ".in_layers.0", layer.from);
        weights_.convolution(layer.name + ".in_layers.2", {layer.to, layer.from, 3, 3});
        weights_.linear(layer.name + ".emb_layers.1", 4 * config_.modelChannels,
                        config_.scaleShiftNorm ? 2 * layer.to : layer.to);
        weights_.norm(layer.name + ".out_layers.0", layer.to);
        weights_.zeroConvolution(layer.name + ".out_layers.3", {layer.to, layer.to, 3, 3});
        if (layer.from != layer.to) {
            weights_.convolution(layer.name + ".skip_connection", {layer.to, layer.from, 1, 1});
        }
    }

    void attention(const AdmLayer& layer) {
        weights_.norm(layer.name + ".norm", layer.to);
        weights_.convolution(layer.name + ".qkv", {3 * layer.to, layer.to, 1});
        weights_.zeroConvolution(layer.name + ".proj_out", {layer.to, layer.to, 1});
    }

    const AdmUNetConfig& config_;
    WeightPlan weights_;
};

} // namespace

std::vector<PlannedWeight> admUNetParameters(const AdmUNetConfig& config, const AdmUNetPlan& plan) {
    return Lister(config).list(plan);
}

} // namespace palimpsest
