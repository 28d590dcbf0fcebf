// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/restorers/feed_forward.h"

namespace palimpsest {

struct RrdbConfig {
    int channels = 3;  ///< of the picture
    int features = 64; ///< between the blocks
    int growth = 32;   ///< channels that every convolution of a dense block adds
    int blocks = 23;   ///< residual in residual dense blocks
    int doublings = 2; ///< of the size, at the end
    int unshuffle = 1; ///< pixels per side that become channels at the input: scale = 2^doublings / unshuffle
    bool operator==(const RrdbConfig&) const = default;

    int scale() const { return (1 << doublings) / unshuffle; }
};

Json toJson(const RrdbConfig& config);
/// Throws Error(badInput) naming the entry and its range.
RrdbConfig rrdbConfigFromJson(const Json& json);

/// The weights in their order, under the names of Real-ESRGAN.
std::vector<PlannedWeight> rrdbParameters(const RrdbConfig& config);

/// RRDBNet, which enlarges: dense blocks of five convolutions, three of them in a block, residuals scaled by 0.2;
/// nearest neighbours and a convolution for every doubling. Pictures in [0,1]; edges that the folding of the input
/// needs are mirrored.
/// Sources: Wang et al. 2018 (ESRGAN); Wang et al. 2021 (Real-ESRGAN: folded input for scales 1 and 2).
class RrdbNet final : public FeedForward {
public:
    /// Random weights from `seed`.
    explicit RrdbNet(const RrdbConfig& config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int scale() const override { return config_.scale(); }
    int inputChannels() const override { return config_.channels; }
    int outputChannels() const override { return config_.channels; }
    std::string_view architecture() const override { return "rrdb-net"; }
    Json config() const override;

private:
    at::Tensor denseBlock(const std::string& path, const at::Tensor& x) const;
    at::Tensor block(int index, const at::Tensor& x) const;

    RrdbConfig config_;
};

} // namespace palimpsest
