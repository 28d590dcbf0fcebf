// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/solver_resources.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

namespace palimpsest {

void SolverResources::throwIfStopped() const {
    if (stop.stop_requested()) {
        throw Cancelled();
    }
}

Prediction MeteredDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    const NetworkTime time(meter_);
    return denoiser_.predict(xt, step);
}

} // namespace palimpsest
