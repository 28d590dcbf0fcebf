// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/conjugate_gradient.h"

#include "core/base/error.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

/// a / b where a sample is still being solved, 0 where it is not: such a sample stays as it is.
at::Tensor activeRatio(const at::Tensor& a, const at::Tensor& b, const at::Tensor& active, std::int64_t dimensions) {
    return spreadOver(at::where(active, a / b, at::zeros_like(a)), dimensions);
}

at::Tensor preconditioned(const ConjugateGradientLimits& limits, const at::Tensor& r) {
    return limits.preconditioner ? limits.preconditioner(r) : r;
}

} // namespace

at::Tensor conjugateGradient(const LinearMap& map, const at::Tensor& b, at::Tensor x,
                             const ConjugateGradientLimits& limits) {
    const std::int64_t dimensions = b.dim();
    const double tolerance =
        limits.relativeTolerance > 0 ? limits.relativeTolerance : (b.scalar_type() == at::kDouble ? 1e-13 : 1e-6);
    at::Tensor r = b - map(x);
    at::Tensor p = preconditioned(limits, r);
    at::Tensor rr = dotPerSample(r, r);
    at::Tensor rz = limits.preconditioner ? dotPerSample(r, p) : rr;
    const at::Tensor enough = tolerance * tolerance * dotPerSample(b, b);
    for (int i = 0; i < limits.iterations; ++i) {
        if (limits.stop.stop_requested()) {
            throw Cancelled();
        }
        const at::Tensor active = rr > enough;
        if (b.is_cpu() && !active.any().item<bool>()) {
            break; // on other devices the answer would have to be waited for, and costs more than idle iterations
        }
        const at::Tensor q = map(p);
        const at::Tensor alpha = activeRatio(rz, dotPerSample(p, q), active, dimensions);
        x = x + alpha * p;
        r = r - alpha * q;
        rr = dotPerSample(r, r);
        const at::Tensor z = preconditioned(limits, r);
        const at::Tensor rzNext = limits.preconditioner ? dotPerSample(r, z) : rr;
        p = z + activeRatio(rzNext, rz, active, dimensions) * p;
        rz = rzNext;
    }
    return x;
}

} // namespace palimpsest
