// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/prediction.h"
#include "core/schedules/step.h"

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Removes the noise from x_t. One call of predict() is one evaluation: the unit of cost and of progress.
class Denoiser {
public:
    virtual ~Denoiser() = default;

    /// xt: [N,C,H,W] at the noise level `step` leaves. The prediction has xt's dtype and device and carries the graph
    /// to xt if gradients are switched on and xt requires them. May be called from several threads at once.
    virtual Prediction predict(const at::Tensor& xt, const Step& step) const = 0;
};

} // namespace palimpsest
