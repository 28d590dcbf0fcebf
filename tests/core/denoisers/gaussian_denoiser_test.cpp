// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/denoisers/gaussian_mixture_denoiser.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

using namespace palimpsest;

namespace {

const Shape kShape{1, 2, 2};
const Step kStep{.index = 0, .count = 2, .alphaBar = 0.4, .alphaBarNext = 0.8, .modelTime = 400};

at::Tensor covariance() {
    const at::Tensor root = at::linspace(-1, 1.5, 16, at::kDouble).sin().view({4, 4});
    return root.matmul(root.t()) + 0.1 * at::eye(4, at::kDouble);
}

at::Tensor mean() { return at::tensor({0.3, -0.2, 0.5, 0.0}, at::kDouble).view(kShape); }

at::Tensor pictures() { return at::linspace(-2, 2, 12, at::kDouble).cos().view({3, 1, 2, 2}); }

/// Tweedie: the noise is -s times the gradient of the log density of x_t.
at::Tensor epsByTweedie(const at::Tensor& logDensity, const at::Tensor& xt) {
    return -kStep.sigma() * torch::autograd::grad({logDensity.sum()}, {xt}).front();
}

} // namespace

class GaussianDenoiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Textbook regression of x0 on x_t, with the covariance inverted directly.
    void estimateIsTheConditionalMean() {
        const double a = std::sqrt(kStep.alphaBar);
        const at::Tensor ofXt = kStep.alphaBar * covariance() + (1 - kStep.alphaBar) * at::eye(4, at::kDouble);
        const at::Tensor gain = a * covariance().matmul(at::linalg_inv(ofXt));
        const at::Tensor flat = pictures().flatten(1) - a * mean().flatten();
        const at::Tensor expected = (mean().flatten() + flat.matmul(gain.t())).view({3, 1, 2, 2});
        const Prediction found = GaussianDenoiser(mean(), covariance()).predict(pictures(), kStep);
        QVERIFY(relativeError(found.x0, expected) < 1e-12);
        QVERIFY(relativeError(a * found.x0 + kStep.sigma() * found.eps, pictures()) < 1e-13);
    }

    void noiseIsTheScore() {
        const GaussianDenoiser denoiser(mean(), covariance());
        const at::Tensor xt = pictures().requires_grad_(true);
        const at::Tensor eps = epsByTweedie(denoiser.logDensity(xt, kStep), xt);
        QVERIFY(relativeError(denoiser.predict(xt.detach(), kStep).eps, eps) < 1e-12);
    }

    void mixtureOfEqualsIsOne() {
        const GaussianDenoiser one(mean(), covariance());
        const GaussianMixtureDenoiser mixture({0.2, 0.8}, {one, one});
        QVERIFY(relativeError(mixture.predict(pictures(), kStep).x0, one.predict(pictures(), kStep).x0) < 1e-13);
    }

    void mixtureNoiseIsTheScore() {
        const GaussianDenoiser first(mean(), covariance());
        const GaussianDenoiser second(-2 * mean(), 0.3 * covariance());
        const at::Tensor xt = pictures().requires_grad_(true);
        const at::Tensor logDensity =
            at::stack({first.logDensity(xt, kStep) + std::log(0.3), second.logDensity(xt, kStep) + std::log(0.7)})
                .logsumexp(0);
        const at::Tensor eps = epsByTweedie(logDensity, xt);
        const GaussianMixtureDenoiser mixture({3, 7}, {first, second});
        QVERIFY(relativeError(mixture.predict(xt.detach(), kStep).eps, eps) < 1e-12);
    }

    void singlePrecisionAgreesWithDouble() {
        const GaussianDenoiser exact(mean(), covariance());
        const GaussianDenoiser single(mean().to(at::kFloat), covariance().to(at::kFloat));
        const Prediction found = single.predict(pictures().to(at::kFloat), kStep);
        QCOMPARE(found.x0.scalar_type(), at::kFloat);
        QVERIFY(relativeError(found.x0, exact.predict(pictures(), kStep).x0) < 1e-5);
    }

    void refusesMismatch() {
        const GaussianDenoiser one(mean(), covariance());
        QVERIFY_EXCEPTION_THROWN(one.predict(at::zeros({1, 1, 2, 3}, at::kDouble), kStep), Bug);
        QVERIFY_EXCEPTION_THROWN(GaussianMixtureDenoiser({1.0}, {one, one}), Bug);
    }
};

QTEST_GUILESS_MAIN(GaussianDenoiserTest)
#include "gaussian_denoiser_test.moc"
