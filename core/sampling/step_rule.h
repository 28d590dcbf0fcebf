// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/sampling_context.h"

namespace palimpsest {

/// How x_{t-1} is made from x_t and an estimate of x_0. Knows nothing of the measurement. Immutable: what a multistep
/// rule remembers is context.past.
class StepRule {
public:
    virtual ~StepRule() = default;
    /// estimate: the prediction after the guidance corrected it, without graph. Called with gradients off.
    /// Returns x_{t-1}, [N,C,H,W]; in the last step the mean, without noise.
    virtual at::Tensor advance(const StepContext& context, const Prediction& estimate) const = 0;
    /// Evaluations of the denoiser in this step beyond the one that all share; looks at its index and count alone.
    virtual int extraEvaluations(const Step& /*step*/) const { return 0; }
};

} // namespace palimpsest
