// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/restorers/feed_forward.h"

#include <array>

namespace palimpsest {

struct DruNetConfig {
    int channels = 3;                               ///< of the picture
    std::array<int, 4> features{64, 128, 256, 512}; ///< at every size, each half the one before
    int blocks = 4;                                 ///< residual blocks at every size, each way
    bool operator==(const DruNetConfig&) const = default;
};

Json toJson(const DruNetConfig& config);
/// Throws Error(badInput) naming the entry and its range.
DruNetConfig druNetConfigFromJson(const Json& json);

/// The weights in their order, under the names of the checkpoints.
std::vector<PlannedWeight> druNetParameters(const DruNetConfig& config);

/// DRUNet, a denoiser that is told the noise: a U-Net of residual blocks without norms and biases. `time` of forward()
/// is the standard deviation of the noise; pictures and noise in units of [0,1].
/// Source: Zhang et al. 2021 (Plug-and-play image restoration with deep denoiser prior, DPIR), section 3.
class DruNet final : public FeedForward {
public:
    /// Random weights from `seed`.
    explicit DruNet(const DruNetConfig& config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int inputChannels() const override { return config_.channels; }
    int outputChannels() const override { return config_.channels; }
    std::string_view architecture() const override { return "drunet"; }
    Json config() const override;

private:
    at::Tensor blocks(const std::string& path, int first, at::Tensor x) const;

    DruNetConfig config_;
};

} // namespace palimpsest
