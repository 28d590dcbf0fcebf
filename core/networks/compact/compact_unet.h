// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/convolution.h"
#include "core/networks/network.h"
#include "core/networks/parameter_map.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace palimpsest {

struct CompactUNetConfig {
    int inputChannels = 3;
    int outputChannels = 3;
    int unshuffle = 2;                    ///< pixels per side that become channels at the input
    std::vector<int> widths{64, 96, 160}; ///< channels per level, each half the resolution of the one before
    std::vector<int> downBlocks{1, 2, 2}; ///< residual blocks per level on the way down
    std::vector<int> upBlocks{1, 2, 2};   ///< and on the way up
    int groups = 8;                       ///< of every group norm
    int headWidth = 32;                   ///< channels per attention head
    bool attention = true;                ///< self-attention between the two blocks at the lowest level
    int timeWidth = 0;                    ///< width of the time embedding; 0: none
    bool operator==(const CompactUNetConfig&) const = default;
};

Json toJson(const CompactUNetConfig& config);
/// Throws Error(badInput) naming the entry and its range.
CompactUNetConfig compactUNetConfigFromJson(const Json& json);

/// A small U-Net for machines without a GPU: the input is folded by pixel-unshuffle, so that the widest
/// layers run at half resolution; blocks are group norm + SiLU + 3x3 convolution twice, with scale and shift from the
/// time; one skip per level; the last convolution starts at zero, so an untrained network returns zeros.
/// Sources: Ronneberger et al. 2015 (U-Net); Dhariwal & Nichol 2021, section 3 (scale-shift norm, attention);
///          Shi et al. 2016 (sub-pixel convolution).
class CompactUNet final : public Network {
public:
    /// Random weights from `seed`. Throws Error(badInput) for a configuration that cannot be built.
    explicit CompactUNet(CompactUNetConfig config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int inputChannels() const override { return config_.inputChannels; }
    int outputChannels() const override { return config_.outputChannels; }
    std::vector<NamedTensor> parameters() const override { return parameters_.entries(); }
    void load(const StateDict& weights) override { parameters_.load(weights); }
    void to(at::Device device, at::ScalarType dtype) override { parameters_.to(device, dtype); }
    std::string_view architecture() const override { return "compact-unet"; }
    Json config() const override;

private:
    at::Tensor run(at::Tensor h, const at::Tensor& embedding) const;
    Convolution convolution(const std::string& name, std::int64_t stride = 1) const;
    at::Tensor block(at::Tensor x, const std::string& name, const at::Tensor& embedding) const;
    at::Tensor attend(at::Tensor x, const std::string& name) const;
    at::Tensor embedTime(const at::Tensor& time) const;

    CompactUNetConfig config_;
    ParameterMap parameters_;
    std::shared_ptr<PackedWeights> packed_ = std::make_shared<PackedWeights>();
};

} // namespace palimpsest
