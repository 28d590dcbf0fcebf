// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/catalogue.h"
#include "core/operators/noise_model.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

namespace {

const Shape kDomain{3, 4, 5};

at::Tensor mask() { return (at::arange(20) * 3).fmod(5).lt(2).view({4, 5}); }

std::unique_ptr<LinearOperator> make(const at::Tensor& known) {
    return makeOperator("inpainting-mask", {}, {kDomain, at::kFloat, known});
}

} // namespace

class InpaintingMaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holeIsZeroAndTheRestIsUntouched() {
        const at::Tensor x = at::linspace(-1, 1, 120).view({2, 3, 4, 5});
        const at::Tensor y = make(mask())->forward(x);
        QVERIFY(y.equal(at::where(mask(), x, at::zeros_like(x))));
    }

    /// What was measured must come back bit by bit, what was not must stay bit by bit.
    void projectionsAreExact() {
        const auto A = make(mask());
        const at::Tensor x = at::linspace(-1, 1, 60).view({1, 3, 4, 5});
        QVERIFY(A->projectOnMeasured(x).equal(A->forward(x)));
        QVERIFY(A->nullSpaceComponent(x).equal(at::where(mask(), at::zeros_like(x), x)));
    }

    void proxMixesKnownPixelsOnly() {
        const at::Tensor x = at::full({1, 3, 4, 5}, 0.8f);
        const at::Tensor y = at::where(mask(), at::full_like(x, -0.4), at::zeros_like(x));
        const at::Tensor expected = at::where(mask(), at::full_like(x, (-0.4 + 3 * 0.8) / 4), x);
        QVERIFY(relativeError(make(mask())->proxL2(x, y, 3), expected) < 1e-6);
    }

    void nothingAndEverythingMeasured() {
        QCOMPARE(make(at::zeros({4, 5}, at::kBool))->norm(), 0.0);
        QCOMPARE(make(at::ones({4, 5}, at::kBool))->norm(), 1.0);
    }

    void refusesDataThatDoNotFit() {
        for (const at::Tensor& wrong :
             {at::Tensor(), at::ones({5, 4}, at::kBool), at::ones({1, 4, 5}, at::kBool), at::ones({4, 5})}) {
            QVERIFY_EXCEPTION_THROWN(make(wrong), Error);
        }
        QVERIFY_EXCEPTION_THROWN(makeOperator("no-such", {}, {kDomain, at::kFloat, mask()}), Error);
    }

    void noiseHasItsDeviation() {
        NoiseSource noise(3, {0}, at::kFloat);
        const at::Tensor clean = at::full({1, 3, 100, 100}, 0.25f);
        const at::Tensor noisy = NoiseModel{0.2}.applyTo(clean, noise);
        QVERIFY(std::abs((noisy - clean).std().item<double>() - 0.2) < 0.004);
        QVERIFY(std::abs((noisy - clean).mean().item<double>()) < 0.005);
        QVERIFY(NoiseModel{}.applyTo(clean, noise).equal(clean));
    }
};

QTEST_GUILESS_MAIN(InpaintingMaskTest)
#include "inpainting_mask_test.moc"
