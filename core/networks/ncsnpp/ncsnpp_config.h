// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <cstddef>
#include <vector>

namespace palimpsest {

/// How the noise is told. fourier: by its standard deviation, as random waves of its logarithm; positional: by an
/// index, 0 to 999.
enum class NcsnppEmbedding { fourier, positional };
/// biggan: resample inside residual blocks; ddpm: between them.
enum class NcsnppBlock { biggan, ddpm };
/// How pictures of all sizes lead from the input to the levels (input), and from the levels to the output.
/// skip: the picture itself, resampled; residual: features, resampled with a convolution.
enum class NcsnppPyramid { none, skip, residual };
/// How the input's pyramid comes to the features: added to them, or next to them as further channels.
enum class NcsnppCombination { sum, join };

/// The entries correspond to score_sde_pytorch's options, named in parentheses where the name differs. The activation
/// is SiLU ("swish") and the filter [1,3,3,1] in all its checkpoints.
struct NcsnppConfig {
    int channels = 3;        ///< of the picture and of the output, 1 to 4 (num_channels)
    int modelChannels = 128; ///< (nf)
    std::vector<int> channelMultipliers{1, 1, 2, 2, 2, 2, 2}; ///< width of each level / modelChannels (ch_mult)
    int residualBlocks = 2;                                   ///< per level; one more on the way up (num_res_blocks)
    std::vector<int> attentionDownsampling{16}; ///< 1, 2, 4, ..: levels with attention, by how much smaller than the
                                                ///< picture they are: image size / (attn_resolutions); of those
                                                ///< that a level has. The middle always has attention.
    NcsnppEmbedding embedding = NcsnppEmbedding::fourier; ///< "fourier" or "positional" (embedding_type)
    bool conditional = true;                              ///< whether the blocks are told the noise
    NcsnppBlock residualBlockType = NcsnppBlock::biggan;  ///< "biggan" or "ddpm" (resblock_type)
    bool fir = true;                     ///< resampled with the filter [1,3,3,1], otherwise by means and copies
    bool resampleWithConvolution = true; ///< between blocks of "ddpm" alone (resamp_with_conv)
    bool skipRescale = true;             ///< sums of two are divided by sqrt(2) (skip_rescale)
    NcsnppPyramid progressive = NcsnppPyramid::skip;               ///< "none", "output_skip" or "residual"
    NcsnppPyramid progressiveInput = NcsnppPyramid::skip;          ///< "none", "input_skip" or "residual"
    NcsnppCombination progressiveCombine = NcsnppCombination::sum; ///< "sum" or "cat", of "input_skip" alone
    bool scaleBySigma = true; ///< the output is divided by the noise's standard deviation
    bool centered = false;    ///< pictures have values -1..1 around the noise, otherwise 0..1
    bool operator==(const NcsnppConfig&) const = default;

    std::size_t levels() const { return channelMultipliers.size(); }
    int width(std::size_t level) const { return channelMultipliers[level] * modelChannels; }
    bool attendsAt(std::size_t level) const;
};

/// Groups of a group norm over so many channels.
int ncsnppGroups(int channels);

Json toJson(const NcsnppConfig& config);
/// Strict: every entry is there and no other. Throws Error(badInput) naming the entry and its range.
NcsnppConfig ncsnppConfigFromJson(const Json& json);

/// Throws Error(badInput) for a configuration that cannot be built.
void checkNcsnppConfig(const NcsnppConfig& config);

} // namespace palimpsest
