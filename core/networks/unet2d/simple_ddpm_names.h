// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/unet2d/unet2d_config.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// The "simple" DDPM U-Net, which the checkpoints of DDIM, SDEdit, DDRM, DDNM and RED-diff hold (pesser's
/// pytorch_diffusion, ermongroup's ddim): the same network as Unet2dModel under other names. Its levels upwards are
/// numbered from the finest, its attention is convolutions of one pixel, it waves the time by sines first and width / 2
/// - 1, continues pictures to the right and below alone before halving them, and has groups of norms with an epsilon of
/// 1e-6. Source: Ho et al. 2020, appendix B.

/// Shapes by the names in the checkpoint, without a prefix such as "module.".
using TensorShapes = std::map<std::string, std::vector<std::int64_t>>;

bool isSimpleDdpm(const TensorShapes& shapes);

/// What the shapes mean; they tell everything but the groups of the norms, which are 32 in all published ones.
/// Throws Error(badInput) naming a tensor that is missing or of an impossible shape.
Unet2dConfig simpleDdpmConfig(const TensorShapes& shapes, int groups = 32);

struct Unet2dName {
    std::string name;
    bool losesPixel = false; ///< [C,C,1,1] becomes [C,C]
};

/// What Unet2dModel calls a weight. levels: of the configuration. Throws Error(badInput) for a name that the network
/// does not have.
Unet2dName unet2dNameOfSimpleDdpm(const std::string& name, std::size_t levels);

} // namespace palimpsest
