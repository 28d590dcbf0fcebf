// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/ncsnpp/ncsnpp_config.h"

#include <string>
#include <vector>

namespace palimpsest {

/// One step of the network. The features h, a stack of kept ones and the two pyramids are what it works on.
struct NcsnppStep {
    enum class Kind {
        convolution,  ///< 3x3: h = c(input)
        residual,     ///< residual block at one resolution
        residualDown, ///< residual block that halves the picture inside
        residualUp,   ///< residual block that doubles it
        attention,    ///< self-attention over all pixels
        down,         ///< half the picture, with a convolution
        up,           ///< twice the picture, with a convolution
        bareDown,     ///< the same without one, and without weights
        bareUp,
        keep,           ///< h is put on the stack
        join,           ///< the youngest of the stack is joined to the channels of h
        inputSkip,      ///< input pyramid = half of it; h = 1x1 convolution of it, combined with h
        inputResidual,  ///< input pyramid = h = half of the pyramid with a convolution + h
        outputSkip,     ///< output pyramid = twice of it, if there is one, + convolution(SiLU(norm(h)))
        output,         ///< output pyramid = convolution(SiLU(norm(h)))
        outputResidual, ///< output pyramid = h = twice of the pyramid with a convolution + h
    };
    Kind kind;
    int module = 0; ///< its weights are all_modules.<module>; those of a convolution after a norm: .<module + 1>
    int from = 0;   ///< channels in: of h, or of the pyramid where that is convolved
    int to = 0;     ///< channels out

    std::string name() const { return "all_modules." + std::to_string(module); }
    /// Of the convolution after the norm.
    std::string nextName() const { return "all_modules." + std::to_string(module + 1); }
};

/// The whole network in the order in which it runs, which is that of its modules.
struct NcsnppPlan {
    int embedding = 0; ///< the two linear layers are all_modules.<embedding> and the next; random waves come before
    std::vector<NcsnppStep> steps;
};

/// `config` must be one that checkNcsnppConfig accepts. Throws Error(badInput) if a width cannot be cut into groups.
NcsnppPlan planNcsnpp(const NcsnppConfig& config);

} // namespace palimpsest
