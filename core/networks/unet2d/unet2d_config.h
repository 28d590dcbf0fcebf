// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace palimpsest {

/// One level of the network, by what it is called in diffusers on the way down and on the way up.
enum class Unet2dBlockType {
    plain,         ///< "DownBlock2D", "UpBlock2D"
    attention,     ///< "AttnDownBlock2D", "AttnUpBlock2D"
    resnet,        ///< "ResnetDownsampleBlock2D", "ResnetUpsampleBlock2D": resampling in a residual block
    skip,          ///< "SkipDownBlock2D", "SkipUpBlock2D": the picture goes along, as in NCSN++
    attentionSkip, ///< "AttnSkipDownBlock2D", "AttnSkipUpBlock2D"
};

/// How the types "plain" and "attention" change the size. The last is ours: diffusers cannot name it, the "simple" DDPM
/// network has it.
enum class Unet2dResampling {
    convolution, ///< "conv"
    residual,    ///< "resnet": of the type "attention" alone; "plain" convolves all the same
    weightless,  ///< "none": means of 2x2 pixels downwards, every pixel four times upwards
};

enum class Unet2dTimeEmbedding {
    positional, ///< waves of the index
    fourier,    ///< random waves of the logarithm of sigma; the output is divided by sigma
};

/// What class labels are to a network.
enum class Unet2dClassEmbedding {
    none,
    table,   ///< an index, 0 <= class < classes (class_embed_type null, num_class_embeds)
    numbers, ///< a number, embedded as the time is (class_embed_type "timestep")
};

/// The configuration of diffusers' UNet2DModel. The comments name the keys of its config.json.
struct Unet2dConfig {
    int inputChannels = 3;                                               ///< in_channels
    int outputChannels = 3;                                              ///< out_channels
    bool centerInput = false;                                            ///< center_input_sample: x -> 2 x - 1
    Unet2dTimeEmbedding timeEmbedding = Unet2dTimeEmbedding::positional; ///< time_embedding_type
    int timeWidth = 0;                      ///< time_embedding_dim; 0: four times the first width (null)
    int frequencyShift = 0;                 ///< freq_shift
    bool cosinesFirst = true;               ///< flip_sin_to_cos
    std::vector<Unet2dBlockType> downBlocks{///< down_block_types, finest first
                                            Unet2dBlockType::plain, Unet2dBlockType::attention,
                                            Unet2dBlockType::attention, Unet2dBlockType::attention};
    std::vector<Unet2dBlockType> upBlocks{///< up_block_types, coarsest first
                                          Unet2dBlockType::attention, Unet2dBlockType::attention,
                                          Unet2dBlockType::attention, Unet2dBlockType::plain};
    bool hasMiddle = true;                       ///< mid_block_type "UNetMidBlock2D" or null
    bool middleAttention = true;                 ///< add_attention
    double middleDivisor = 1;                    ///< mid_block_scale_factor
    std::vector<int> widths{224, 448, 672, 896}; ///< block_out_channels
    int layers = 2;                              ///< layers_per_block; one more on the way up
    int downsamplePadding = 1;                   ///< downsample_padding: 1: all around; 0: right and below
    Unet2dResampling downsampling = Unet2dResampling::convolution; ///< downsample_type
    Unet2dResampling upsampling = Unet2dResampling::convolution;   ///< upsample_type
    int headWidth = 8;                                             ///< attention_head_dim; 0: one head (null)
    int groups = 32;               ///< norm_num_groups; 0: by width, for skip blocks only (null)
    int middleAttentionGroups = 0; ///< attn_norm_num_groups; 0: see middleNormGroups (null)
    double epsilon = 1e-5;         ///< norm_eps
    bool scaleShift = false;       ///< resnet_time_scale_shift "scale_shift", not "default"
    Unet2dClassEmbedding classEmbedding = Unet2dClassEmbedding::none;
    int classes = 0; ///< num_class_embeds; numbers go without it (null)
    bool operator==(const Unet2dConfig&) const = default;

    std::size_t levels() const { return widths.size(); }
    int embeddingWidth() const { return timeWidth > 0 ? timeWidth : 4 * widths.front(); }
    /// Of the waves: what the first projection of the time takes in.
    int waveWidth() const;
    /// Of residual blocks in the middle and of the last norm.
    int groupsFor(int width) const;
    /// Of the norm of the attention in the middle; 0: there is none, as with scale_shift and attn_norm_num_groups null.
    int middleNormGroups() const;
};

/// The keys of config.json, each of them.
Json toJson(const Unet2dConfig& config);
/// Takes a config.json as it is: an absent key means diffusers' default, keys that do not change what is computed
/// ("_class_name", "dropout", "sample_size", ..) and unknown ones are passed over. Throws Error(badInput) naming the
/// key whose value has the wrong type, is out of range or has no counterpart here.
Unet2dConfig unet2dConfigFromJson(const Json& json);

/// Throws Error(badInput) for a configuration that cannot be built.
void checkUnet2dConfig(const Unet2dConfig& config);

} // namespace palimpsest
