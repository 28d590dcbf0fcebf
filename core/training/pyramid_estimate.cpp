// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/pyramid_estimate.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace palimpsest {

namespace {

at::Tensor pictureOf(const at::Tensor& input) { return input.slice(1, 0, 3); }
at::Tensor holeOf(const at::Tensor& input) { return input.slice(1, 3, 4); }
at::Tensor estimateOf(const at::Tensor& input) { return input.slice(1, 4, 7); }

at::Tensor halved(const at::Tensor& x) { return at::avg_pool2d(x, {2, 2}, {2, 2}); }

at::Tensor halvedInput(const at::Tensor& input) {
    const at::Tensor share = halved(1 - holeOf(input));
    const at::Tensor hole = (share < 0.5).to(input.scalar_type());
    const at::Tensor picture = halved(pictureOf(input)) / share.clamp_min(1e-6) * (1 - hole);
    return at::cat({picture, hole, picture + hole * halved(estimateOf(input))}, 1);
}

} // namespace

at::Tensor pyramidEstimate(const Network& network, const at::Tensor& input, int levels) {
    const at::NoGradGuard noGrad;
    at::Tensor coarse = halvedInput(input);
    if (levels > 1) {
        coarse = at::cat({coarse.slice(1, 0, 4), pyramidEstimate(network, coarse, levels - 1)}, 1);
    }
    const at::Tensor answer = (estimateOf(coarse) + holeOf(coarse) * network.forward(coarse, {})).clamp(-1, 1);
    const at::Tensor enlarged = at::upsample_bilinear2d(answer, {input.size(2), input.size(3)}, false);
    return pictureOf(input) + holeOf(input) * enlarged;
}

} // namespace palimpsest
