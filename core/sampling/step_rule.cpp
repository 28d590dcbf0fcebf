// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/step_rule.h"

#include <ATen/ATen.h>

namespace palimpsest {

bool Transition::isDeterministic() const {
    const double* ofAll = std::get_if<double>(&deviation);
    return ofAll && *ofAll <= 0;
}

at::Tensor Transition::drawn(const at::Tensor& z) const {
    return std::visit([&](const auto& ofEach) -> at::Tensor { return mean + ofEach * z; }, deviation);
}

at::Tensor StepRule::advance(const StepContext& context, const Prediction& estimate) const {
    const Transition next = transition(context, estimate);
    return next.isDeterministic() ? next.mean : next.drawn(context.noise.draw("steps", context.domain));
}

} // namespace palimpsest
