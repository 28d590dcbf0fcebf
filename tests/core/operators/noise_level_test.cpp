// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/noise_level.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

namespace {

at::Tensor whiteNoise(const Shape& shape, std::uint64_t seed) {
    return at::randn(shape, at::detail::createCPUGenerator(seed), at::kDouble);
}

/// A picture with slopes, edges and, in its right half, coarse texture that all channels share; in [0.2,0.8].
at::Tensor scene(std::int64_t channels) {
    const at::Tensor line = at::arange(192, at::kDouble) / 192;
    const at::Tensor slopes = 0.2 * (5 * line).sin().unsqueeze(1) + 0.15 * (3 * line).cos();
    const at::Tensor edges = 0.1 * ((line.unsqueeze(1) - 0.5).square() + (line - 0.4).square()).lt(0.06);
    const at::Tensor texture = 0.1 * (whiteNoise({192, 192}, 9).clamp(-2, 2) * line.gt(0.6));
    const at::Tensor grey = (slopes + edges + 0.5 * texture).clamp(-0.3, 0.3);
    return 0.5 + grey.unsqueeze(0) * at::linspace(1, 0.7, channels, at::kDouble).view({-1, 1, 1});
}

} // namespace

class NoiseLevelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheLevel() {
        for (const std::int64_t channels : {1, 3}) {
            for (const double sigma : {0.01, 0.03, 0.1, 0.2}) {
                const at::Tensor noisy = scene(channels) + sigma * whiteNoise({channels, 192, 192}, 4);
                const double found = estimatedNoiseLevel(noisy);
                QVERIFY2(std::abs(found / sigma - 1) < 0.12,
                         qPrintable(QString("%1 instead of %2").arg(found).arg(sigma)));
            }
        }
    }

    /// A grey picture in three channels has one noise.
    void greyInColoursIsGrey() {
        const at::Tensor noisy = scene(1) + 0.05 * whiteNoise({1, 192, 192}, 4);
        QVERIFY(std::abs(estimatedNoiseLevel(noisy.expand({3, 192, 192})) / 0.05 - 1) < 0.12);
        const at::Tensor rounded = (noisy.clamp(0, 1) * 255).round() / 255;
        const at::Tensor apart = at::cat({rounded, rounded + 1.0 / 255, rounded - 1.0 / 255});
        QVERIFY(std::abs(estimatedNoiseLevel(apart) / 0.05 - 1) < 0.12);
    }

    /// Small pictures have few quiet places, and they may lie anywhere.
    void findsAQuietPlaceBetweenBlocks() {
        at::Tensor busy = 0.5 + 0.2 * whiteNoise({1, 128, 128}, 3).clamp(-1, 1);
        busy.narrow(1, 40, 48).narrow(2, 40, 48).fill_(0.5);
        const double found = estimatedNoiseLevel(busy + 0.02 * whiteNoise({1, 128, 128}, 4));
        QVERIFY2(std::abs(found / 0.02 - 1) < 0.2, qPrintable(QString::number(found)));
    }

    void findsNoneInACleanPicture() {
        QVERIFY(estimatedNoiseLevel(scene(3)) < 0.004);
        QVERIFY(estimatedNoiseLevel(scene(1)) < 0.004);
        QVERIFY(estimatedNoiseLevel(at::zeros({3, 64, 64})) < 1e-6);
    }

    /// Choosing the quietest of white noise must not make it smaller.
    void hasNoBias() {
        double sum = 0;
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            sum += estimatedNoiseLevel(0.5 + 0.1 * whiteNoise({3, 128, 160}, seed));
        }
        QVERIFY2(std::abs(sum / 10 / 0.1 - 1) < 0.02, qPrintable(QString::number(sum)));
    }

    /// Saturated areas carry no noise and do not count.
    void leavesOutWhatIsCutOff() {
        at::Tensor noisy = scene(3) + 0.05 * whiteNoise({3, 192, 192}, 4);
        noisy.narrow(1, 0, 96).fill_(1);
        QVERIFY(std::abs(estimatedNoiseLevel(noisy.clamp(0, 1)) / 0.05 - 1) < 0.12);
    }

    void refusesWhatCannotBeEstimated() {
        QVERIFY_EXCEPTION_THROWN(estimatedNoiseLevel(at::zeros({3, 31, 64})), Error);
        QVERIFY_EXCEPTION_THROWN(estimatedNoiseLevel(at::zeros({64, 64})), Error);
        QVERIFY_EXCEPTION_THROWN(estimatedNoiseLevel(at::full({3, 64, 64}, std::numeric_limits<double>::quiet_NaN())),
                                 Error);
    }
};

QTEST_GUILESS_MAIN(NoiseLevelTest)
#include "noise_level_test.moc"
