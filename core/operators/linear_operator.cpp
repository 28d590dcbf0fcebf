// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/linear_operator.h"

#include "core/base/error.h"
#include "core/operators/conjugate_gradient.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace palimpsest {
namespace {

constexpr int kPowerIterations = 100;
constexpr std::uint64_t kPowerSeed = 1;

} // namespace

at::Tensor LinearOperator::forward(const at::Tensor& x) const {
    requireBatchOf(x, domain_, "what is measured");
    return applyForward(x);
}

at::Tensor LinearOperator::adjoint(const at::Tensor& y) const {
    requireBatchOf(y, range_, "the measurement");
    return applyAdjoint(y);
}

at::Tensor LinearOperator::pseudoInverse(const at::Tensor& y) const {
    requireBatchOf(y, range_, "the measurement");
    return applyPseudoInverse(y);
}

at::Tensor LinearOperator::proxL2(const at::Tensor& z, const at::Tensor& y, double rho) const {
    requireBatchOf(z, domain_, "the picture to stay close to");
    requireBatchOf(y, range_, "the measurement");
    if (!(rho > 0)) {
        throw Bug("proxL2 needs a positive rho");
    }
    return applyProxL2(z, y, rho);
}

at::Tensor LinearOperator::projectOnMeasured(const at::Tensor& x) const {
    requireBatchOf(x, domain_, "the picture to project");
    return applyProjectionOnMeasured(x);
}

at::Tensor LinearOperator::projectOnComplement(const at::Tensor& x) const { return x - projectOnMeasured(x); }

double LinearOperator::norm() const { return computeNorm(); }

at::Tensor LinearOperator::applyPseudoInverse(const at::Tensor& y) const {
    const auto normal = [this](const at::Tensor& x) { return applyAdjoint(applyForward(x)); };
    const at::Tensor b = applyAdjoint(y);
    return conjugateGradient(normal, b, at::zeros_like(b));
}

at::Tensor LinearOperator::applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const {
    const auto normal = [this, rho](const at::Tensor& x) { return applyAdjoint(applyForward(x)) + rho * x; };
    return conjugateGradient(normal, applyAdjoint(y) + rho * z, z);
}

at::Tensor LinearOperator::applyProjectionOnMeasured(const at::Tensor& x) const {
    return applyPseudoInverse(applyForward(x));
}

double LinearOperator::computeNorm() const {
    at::Generator generator = at::detail::createCPUGenerator(kPowerSeed);
    at::Tensor x = at::randn(withBatch(1, domain_), generator, at::kFloat).to(options());
    double squared = 0;
    for (int i = 0; i < kPowerIterations; ++i) {
        x = x / normPerSample(x).clamp_min(1e-30).view({1}).item<double>();
        x = applyAdjoint(applyForward(x));
        squared = normPerSample(x).item<double>();
    }
    return std::sqrt(squared);
}

} // namespace palimpsest
