// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/restorers/feed_forward.h"

namespace palimpsest {

struct SrvggConfig {
    int channels = 3;      ///< of the picture
    int features = 64;     ///< of every layer
    int convolutions = 16; ///< between the first and the last
    int scale = 4;         ///< 1 to 8
    bool operator==(const SrvggConfig&) const = default;
};

Json toJson(const SrvggConfig& config);
/// Throws Error(badInput) naming the entry and its range.
SrvggConfig srvggConfigFromJson(const Json& json);

/// The weights in their order, under the names of the checkpoints.
std::vector<PlannedWeight> srvggParameters(const SrvggConfig& config);

/// SRVGGNetCompact, the small networks of Real-ESRGAN: a chain of convolutions with PReLU at the size of the input,
/// sub-pixel convolution at the end, added to the picture enlarged by nearest neighbours. Pictures in [0,1].
/// Sources: Wang et al. 2021 (Real-ESRGAN, its general and anime video models); Shi et al. 2016 (sub-pixel
/// convolution).
class SrvggNet final : public FeedForward {
public:
    /// Random weights from `seed`.
    explicit SrvggNet(const SrvggConfig& config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int scale() const override { return config_.scale; }
    int inputChannels() const override { return config_.channels; }
    int outputChannels() const override { return config_.channels; }
    std::string_view architecture() const override { return "srvgg-net"; }
    Json config() const override;

private:
    SrvggConfig config_;
};

} // namespace palimpsest
