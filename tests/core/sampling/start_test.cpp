// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/sampling/catalogue.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

namespace {

const Shape kShape{1, 4, 4};
const Step kStep{.index = 0, .count = 4, .alphaBar = 0.4, .alphaBarNext = 0.6, .modelTime = 400};

at::Tensor drawn(std::uint64_t seed) { return NoiseSource(seed, {0, 1}, at::kFloat).draw("start", kShape); }

} // namespace

class StartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noiseIsPure() {
        NoiseSource noise(3, {0, 1}, at::kFloat);
        const auto start = makeStart("noise");
        QCOMPARE(start->t0(), 1.0);
        QVERIFY(start->draw(kStep, kShape, noise).equal(drawn(3)));
    }

    /// Chung, Sim, Ye 2022: x_t0 = sqrt(alphaBar) x0 + sqrt(1 - alphaBar) z.
    void estimateJumpsForward() {
        for (const std::int64_t pictures : {1, 2}) {
            NoiseSource noise(3, {0, 1}, at::kFloat);
            const at::Tensor estimate = at::linspace(-1, 1, 16 * pictures, at::kDouble).view({pictures, 1, 4, 4});
            const auto start = makeStart("estimate", {{"t0", 0.25}}, estimate);
            QCOMPARE(start->t0(), 0.25);
            const at::Tensor expected = std::sqrt(0.4) * estimate + std::sqrt(0.6) * drawn(3);
            const at::Tensor found = start->draw(kStep, kShape, noise);
            QCOMPARE(found.scalar_type(), at::kFloat);
            QVERIFY(relativeError(found, expected) < 1e-6);
        }
    }

    void refusesWhatCannotStart() {
        QVERIFY_EXCEPTION_THROWN(makeStart("estimate"), Error);
        QVERIFY_EXCEPTION_THROWN(makeStart("estimate", {{"t0", 0.0}}, at::zeros({1, 1, 4, 4})), Error);
        QVERIFY_EXCEPTION_THROWN(makeStart("no-such"), Error);
        NoiseSource noise(3, {0}, at::kFloat);
        const auto start = makeStart("estimate", {}, at::zeros({1, 3, 4, 4}));
        QVERIFY_EXCEPTION_THROWN(start->draw(kStep, kShape, noise), Bug);
    }
};

QTEST_GUILESS_MAIN(StartTest)
#include "start_test.moc"
