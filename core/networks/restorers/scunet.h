// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/restorers/feed_forward.h"

#include <array>

namespace palimpsest {

struct ScuNetConfig {
    int channels = 3;                               ///< of the picture
    int features = 64;                              ///< at full size; twice as many at every half
    int headWidth = 32;                             ///< channels of an attention head
    std::array<int, 7> blocks{4, 4, 4, 4, 4, 4, 4}; ///< three sizes down, the smallest, three sizes up
    bool operator==(const ScuNetConfig&) const = default;
};

Json toJson(const ScuNetConfig& config);
/// Throws Error(badInput) naming the entry and its range.
ScuNetConfig scuNetConfigFromJson(const Json& json);

/// The weights in their order, under the names of the checkpoints.
std::vector<PlannedWeight> scuNetParameters(const ScuNetConfig& config);

/// SCUNet, a denoiser that is told nothing of the noise: the U-Net of DRUNet whose blocks split their channels between
/// two convolutions and attention in windows of 8x8 pixels, which every second block shifts by half. Pictures in [0,1].
/// Sources: Zhang et al. 2022 (Practical blind denoising via Swin-Conv-UNet); Liu et al. 2021 (Swin Transformer,
/// section 3.2: windows, relative positions).
class ScuNet final : public FeedForward {
public:
    /// Random weights from `seed`.
    explicit ScuNet(const ScuNetConfig& config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int inputChannels() const override { return config_.channels; }
    int outputChannels() const override { return config_.channels; }
    std::string_view architecture() const override { return "scunet"; }
    Json config() const override;

private:
    at::Tensor attend(const std::string& path, const at::Tensor& x, bool isShifted) const;
    at::Tensor transformer(const std::string& path, const at::Tensor& x, bool isShifted) const;
    at::Tensor block(const std::string& path, const at::Tensor& x, bool isShifted) const;
    at::Tensor blocks(const std::string& path, int first, int count, at::Tensor x) const;

    ScuNetConfig config_;
};

} // namespace palimpsest
