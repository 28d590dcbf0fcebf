// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/per_channel_denoiser.h"

#include <ATen/ATen.h>

namespace palimpsest {

Prediction PerChannelDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    const Prediction single = grey_->predict(xt.reshape({-1, 1, xt.size(2), xt.size(3)}), step);
    const auto joined = [&](const at::Tensor& x) { return x.reshape(xt.sizes()); };
    return {joined(single.x0), joined(single.eps),
            single.logVariance ? std::optional(joined(*single.logVariance)) : std::nullopt};
}

} // namespace palimpsest
