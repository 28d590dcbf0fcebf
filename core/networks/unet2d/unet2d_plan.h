// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/resampling.h"
#include "core/networks/unet2d/unet2d_config.h"

#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// A residual block; `name` is the path of its weights in diffusers.
struct Unet2dResidual {
    std::string name;
    int from, to;         ///< channels
    int groups1, groups2; ///< of its two norms
    double divisor = 1;
    const Resampling* resampling = nullptr;
    bool hasShortcut = false; ///< a 1x1 convolution beside it
};

struct Unet2dAttention {
    std::string name;
    int channels;
    int heads;
    int groups; ///< 0: no norm before it
    double divisor = 1;
};

struct Unet2dStep {
    Unet2dResidual residual;
    std::optional<Unet2dAttention> attention;
};

/// One level, downwards or upwards.
struct Unet2dBlock {
    enum class End {
        none,        ///< the coarsest downwards, the finest upwards
        convolution, ///< NAME.downsamplers.0.conv or NAME.upsamplers.0.conv
        residual,    ///< `resampler`
        weightless,
    };
    std::string name;
    int width;
    std::vector<Unet2dStep> steps;
    End end = End::none; ///< what changes the size after the steps
    std::optional<Unet2dResidual> resampler;
    bool carriesPicture = false; ///< downwards the input, upwards the sum of the outputs so far goes along
};

/// The whole network in the order in which it runs. Downwards, the results of the first convolution, of each step and
/// of each change of size are kept; each step upwards runs on its predecessor's result followed by the youngest kept
/// one (channels joined), which is then given up.
struct Unet2dPlan {
    std::vector<Unet2dBlock> down;
    std::vector<Unet2dStep> middle;
    std::vector<Unet2dBlock> up;
};

/// `config` must be one that checkUnet2dConfig accepts. Throws Error(badInput) where the groups of a norm that follow
/// from the widths (skip blocks) do not divide its channels.
Unet2dPlan planUnet2d(const Unet2dConfig& config);

} // namespace palimpsest
