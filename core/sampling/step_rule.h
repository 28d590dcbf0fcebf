// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/sampling_context.h"

#include <ATen/core/Tensor.h>

#include <variant>

namespace palimpsest {

/// The Gaussian that x_{t-1} is drawn from: N(mean, deviation^2) in every value.
struct Transition {
    at::Tensor mean;                                  ///< [N,C,H,W]
    std::variant<double, at::Tensor> deviation = 0.0; ///< of all values alike; [N,C,H,W] where the variance is learned

    bool isDeterministic() const;
    /// mean + deviation z
    at::Tensor drawn(const at::Tensor& z) const;
};

/// How x_{t-1} is made from x_t and an estimate of x_0. Knows nothing of the measurement. Immutable: what a multistep
/// rule remembers is context.past.
class StepRule {
public:
    virtual ~StepRule() = default;
    /// estimate: the prediction after the guidance corrected it; without graph, except in the steps that the run
    /// differentiates. In the last step the mean alone, without deviation. Of a rule that goes on from there (a
    /// corrector), what it goes on from.
    virtual Transition transition(const StepContext& context, const Prediction& estimate) const = 0;
    /// x_{t-1}, [N,C,H,W]: the transition drawn with the purpose "steps" of the noise, if it has a deviation.
    virtual at::Tensor advance(const StepContext& context, const Prediction& estimate) const;
    /// Evaluations of the denoiser in this step beyond the one that all share; looks at its index and count alone.
    virtual int extraEvaluations(const Step& /*step*/) const { return 0; }
};

} // namespace palimpsest
