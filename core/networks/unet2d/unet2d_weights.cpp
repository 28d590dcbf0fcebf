// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/unet2d/unet2d_weights.h"

#include <cmath>
#include <cstdint>
#include <string>

namespace palimpsest {

namespace {

using End = Unet2dBlock::End;
using Precision = ParameterMap::Precision;

constexpr double kFourierDeviation = 16;

class Lister {
public:
    explicit Lister(const Unet2dConfig& config) : config_(config), embedding_(config.embeddingWidth()) {}

    std::vector<PlannedWeight> list(const Unet2dPlan& plan) {
        const int first = config_.widths.front();
        weights_.convolution("conv_in", {first, config_.inputChannels, 3, 3});
        times();
        for (const Unet2dBlock& block : plan.down) {
            steps(block.steps);
            end(block, block.name + ".downsamplers.0.conv");
            if (block.carriesPicture && block.end != End::none) {
                weights_.convolution(block.name + ".skip_conv", {block.width, 3, 1, 1});
            }
        }
        steps(plan.middle);
        for (const Unet2dBlock& block : plan.up) {
            steps(block.steps);
            if (block.carriesPicture && block.end != End::none) {
                weights_.norm(block.name + ".skip_norm", block.width);
                weights_.zeroConvolution(block.name + ".skip_conv", {3, block.width, 3, 3});
            }
            end(block, block.name + ".upsamplers.0.conv");
        }
        weights_.norm("conv_norm_out", first);
        weights_.zeroConvolution("conv_out", {config_.outputChannels, first, 3, 3});
        return weights_.take();
    }

private:
    void times() {
        if (config_.timeEmbedding == Unet2dTimeEmbedding::fourier) {
            weights_.add(
                {"time_proj.weight", {config_.widths.front()}, PlannedWeight::Start::normal, kFourierDeviation});
        }
        twoLinear("time_embedding");
        if (config_.classEmbedding == Unet2dClassEmbedding::table) {
            weights_.add({"class_embedding.weight", {config_.classes, embedding_}, PlannedWeight::Start::normal, 1.0});
        } else if (config_.classEmbedding == Unet2dClassEmbedding::numbers) {
            twoLinear("class_embedding");
        }
    }

    void twoLinear(const std::string& name) {
        weights_.linear(name + ".linear_1", config_.waveWidth(), embedding_);
        weights_.linear(name + ".linear_2", embedding_, embedding_);
    }

    void steps(const std::vector<Unet2dStep>& steps) {
        for (const Unet2dStep& step : steps) {
            residual(step.residual);
            if (step.attention) {
                attention(*step.attention);
            }
        }
    }

    void end(const Unet2dBlock& block, const std::string& convolution) {
        if (block.end == End::convolution) {
            weights_.convolution(convolution, {block.width, block.width, 3, 3});
        } else if (block.end == End::residual) {
            residual(*block.resampler);
        }
    }

    void residual(const Unet2dResidual& block) {
        weights_.norm(block.name + ".norm1", block.from);
        weights_.convolution(block.name + ".conv1", {block.to, block.from, 3, 3});
        weights_.linear(block.name + ".time_emb_proj", embedding_, config_.scaleShift ? 2 * block.to : block.to);
        weights_.norm(block.name + ".norm2", block.to);
        weights_.zeroConvolution(block.name + ".conv2", {block.to, block.to, 3, 3});
        if (block.hasShortcut) {
            weights_.convolution(block.name + ".conv_shortcut", {block.to, block.from, 1, 1});
        }
    }

    void attention(const Unet2dAttention& attention) {
        if (attention.groups > 0) {
            weights_.norm(attention.name + ".group_norm", attention.channels);
        }
        for (const char* part : {".to_q", ".to_k", ".to_v"}) {
            weights_.linear(attention.name + part, attention.channels, attention.channels, Precision::compute);
        }
        weights_.zeroConvolution(attention.name + ".to_out.0", {attention.channels, attention.channels});
    }

    const Unet2dConfig& config_;
    std::int64_t embedding_;
    WeightPlan weights_;
};

} // namespace

std::vector<PlannedWeight> unet2dParameters(const Unet2dConfig& config, const Unet2dPlan& plan) {
    return Lister(config).list(plan);
}

} // namespace palimpsest
