// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/networks/layers/multi_head_attention.h"

#include <cstddef>
#include <vector>

namespace palimpsest {

/// The entries correspond to guided-diffusion's options, named in parentheses where the name differs.
struct AdmUNetConfig {
    int inputChannels = 3;
    int outputChannels = 3;  ///< twice the colours where the variance is learned (learn_sigma)
    int modelChannels = 128; ///< (num_channels)
    std::vector<double> channelMultipliers{1, 2, 3, 4}; ///< width of each level / modelChannels (channel_mult)
    int residualBlocks = 2;                             ///< per level; one more on the way up (num_res_blocks)
    std::vector<int> attentionDownsampling{8}; ///< 1, 2, 4, ..: levels with attention, by how much smaller than the
                                               ///< picture they are: image size / (attention_resolutions)
    AttentionOrder attentionOrder = AttentionOrder::legacy; ///< "legacy" or "new" (use_new_attention_order)
    int headChannels = 64;        ///< per attention head; 0: `heads` decides (num_head_channels)
    int heads = 1;                ///< where headChannels is 0 (num_heads)
    bool resampleInBlocks = true; ///< otherwise by strided convolution (resblock_updown)
    bool scaleShiftNorm = true;   ///< otherwise the embedding is added (use_scale_shift_norm)
    int classes = 0;              ///< 0: not class-conditional (class_cond)
    int groups = 32;              ///< of every group norm; the published networks have 32
    bool operator==(const AdmUNetConfig&) const = default;

    std::size_t levels() const { return channelMultipliers.size(); }
    int width(std::size_t level) const { return static_cast<int>(channelMultipliers[level] * modelChannels); }
    bool attendsAt(std::size_t level) const;
};

Json toJson(const AdmUNetConfig& config);
/// Strict: every entry is there and no other. Throws Error(badInput) naming the entry and its range.
AdmUNetConfig admUNetConfigFromJson(const Json& json);

/// Throws Error(badInput) for a configuration that cannot be built.
void checkAdmUNetConfig(const AdmUNetConfig& config);

} // namespace palimpsest
