// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/restorers/feed_forward.h"

namespace palimpsest {

struct NafNetConfig {
    int channels = 3;                       ///< of the picture
    int features = 32;                      ///< at full size; twice as many at every half
    std::vector<int> encoders{1, 1, 1, 28}; ///< blocks at every size on the way down
    int middle = 1;                         ///< blocks at the smallest size
    std::vector<int> decoders{1, 1, 1, 1};  ///< blocks on the way up, smallest size first; as many sizes
    bool operator==(const NafNetConfig&) const = default;
};

Json toJson(const NafNetConfig& config);
/// Throws Error(badInput) naming the entry and its range.
NafNetConfig nafNetConfigFromJson(const Json& json);

/// The weights in their order, under the names of the checkpoints.
std::vector<PlannedWeight> nafNetParameters(const NafNetConfig& config);

/// NAFNet, a U-Net without activations: products of two halves of the channels, and a channel attention that sees the
/// mean of the whole input. Adds what it finds to the picture, which is in [0,1]. Edges that the halving needs are
/// mirrored (reference: zeros).
/// Source: Chen et al. 2022 (Simple baselines for image restoration).
class NafNet final : public FeedForward {
public:
    /// Random weights from `seed`.
    explicit NafNet(const NafNetConfig& config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int inputChannels() const override { return config_.channels; }
    int outputChannels() const override { return config_.channels; }
    std::string_view architecture() const override { return "nafnet"; }
    Json config() const override;

private:
    at::Tensor block(const std::string& path, const at::Tensor& x) const;
    at::Tensor blocks(const std::string& path, int count, at::Tensor x) const;

    NafNetConfig config_;
};

} // namespace palimpsest
