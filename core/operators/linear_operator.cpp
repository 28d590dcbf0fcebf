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

at::Tensor LinearOperator::adjoint(const at::Tensor& y) const {
    requireBatchOf(y, range(), "the measurement");
    return applyAdjoint(y);
}

at::Tensor LinearOperator::pseudoInverse(const at::Tensor& y) const {
    requireBatchOf(y, range(), "the measurement");
    return applyPseudoInverse(y);
}

at::Tensor LinearOperator::proxL2(const at::Tensor& z, const at::Tensor& y, double rho) const {
    requireBatchOf(z, domain(), "the picture to stay close to");
    requireBatchOf(y, range(), "the measurement");
    if (!(rho > 0)) {
        throw Bug("proxL2 needs a positive rho");
    }
    return applyProxL2(z, y, rho);
}

at::Tensor LinearOperator::projectOnMeasured(const at::Tensor& x) const {
    requireBatchOf(x, domain(), "the picture to project");
    return applyProjectionOnMeasured(x);
}

at::Tensor LinearOperator::nullSpaceComponent(const at::Tensor& x) const { return x - projectOnMeasured(x); }

double LinearOperator::norm() const { return computeNorm(); }

bool LinearOperator::isSpectral() const { return knowsSpectrum(); }

at::Tensor LinearOperator::filterMeasurement(const at::Tensor& y, const SpectralFunction& f) const {
    requireBatchOf(y, range(), "the measurement");
    if (!knowsSpectrum()) {
        throw Bug("filterMeasurement needs an operator with a known spectrum");
    }
    return applySpectralFunction(y, f);
}

at::Tensor LinearOperator::gramDiagonal(const at::Tensor& weights) const { return applyGramDiagonal(weights); }

at::Tensor LinearOperator::applyPseudoInverse(const at::Tensor& y) const {
    if (knowsSpectrum()) {
        const double negligible = negligibleSquare();
        const auto inverse = [negligible](const at::Tensor& squares) {
            return at::where(squares > negligible, 1 / squares, at::zeros_like(squares));
        };
        return applyAdjoint(applySpectralFunction(y, inverse));
    }
    const auto normal = [this](const at::Tensor& x) { return applyAdjoint(applyForward(x)); };
    const at::Tensor b = applyAdjoint(y);
    return conjugateGradient(normal, b, at::zeros_like(b), {.stop = stop_});
}

at::Tensor LinearOperator::applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const {
    if (knowsSpectrum()) {
        const auto damped = [rho](const at::Tensor& squares) { return 1 / (squares + rho); };
        return z + applyAdjoint(applySpectralFunction(y - applyForward(z), damped));
    }
    const auto normal = [this, rho](const at::Tensor& x) { return applyAdjoint(applyForward(x)) + rho * x; };
    return conjugateGradient(normal, applyAdjoint(y) + rho * z, z, {.stop = stop_});
}

at::Tensor LinearOperator::applyProjectionOnMeasured(const at::Tensor& x) const {
    return applyPseudoInverse(applyForward(x));
}

at::Tensor LinearOperator::applyGramDiagonal(const at::Tensor&) const { return {}; }

bool LinearOperator::knowsSpectrum() const { return applyGramDiagonal({}).defined(); }

at::Tensor LinearOperator::applySpectralFunction(const at::Tensor& y, const SpectralFunction& f) const {
    return f(applyGramDiagonal({})) * y;
}

at::Tensor LinearOperator::applyVectorJacobian(const at::Tensor&, const at::Tensor& v) const { return applyAdjoint(v); }

at::Tensor LinearOperator::applyProjectionOnMeasurement(const at::Tensor& x, const at::Tensor& y) const {
    return x + applyPseudoInverse(y - applyForward(x));
}

double LinearOperator::computeNorm() const {
    if (const at::Tensor diagonal = applyGramDiagonal({}); diagonal.defined()) {
        return std::sqrt(diagonal.max().item<double>());
    }
    at::Generator generator = at::detail::createCPUGenerator(kPowerSeed);
    at::Tensor x = at::randn(withBatch(1, domain()), generator, at::kFloat).to(options());
    double squared = 0;
    for (int i = 0; i < kPowerIterations; ++i) {
        x = x / normPerSample(x).clamp_min(1e-30).view({1}).item<double>();
        x = applyAdjoint(applyForward(x));
        squared = normPerSample(x).item<double>();
    }
    return std::sqrt(squared);
}

} // namespace palimpsest
