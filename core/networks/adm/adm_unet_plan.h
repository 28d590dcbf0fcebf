// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/adm/adm_unet_config.h"

#include <string>
#include <vector>

namespace palimpsest {

/// One step of the network; `name` is the path of its weights, as in the checkpoints of guided-diffusion.
struct AdmLayer {
    enum class Kind {
        convolution,         ///< 3x3
        residual,            ///< residual block at one resolution
        residualDown,        ///< residual block that halves the picture inside
        residualUp,          ///< residual block that doubles it
        attention,           ///< self-attention over all pixels
        stridedConvolution,  ///< 3x3, half the picture
        enlargedConvolution, ///< twice the picture, then 3x3
    };
    Kind kind;
    std::string name;
    int from; ///< channels in
    int to;   ///< channels out
};

using AdmBlock = std::vector<AdmLayer>;

/// The whole network in the order in which it runs. The result of each input block is kept; each output block runs on
/// its predecessor's result followed by the youngest kept one (channels joined), which is then given up.
struct AdmUNetPlan {
    std::vector<AdmBlock> input;
    AdmBlock middle;
    std::vector<AdmBlock> output;
};

/// `config` must be one that checkAdmUNetConfig accepts.
AdmUNetPlan planAdmUNet(const AdmUNetConfig& config);

} // namespace palimpsest
