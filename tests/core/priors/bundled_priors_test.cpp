// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/network.h"
#include "core/priors/prior.h"
#include "core/priors/prior_catalogue.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <QTest>

using namespace palimpsest;

class BundledPriorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noiseIsSeenAlikeAtEveryBorder();
};

/// A side that is no multiple of the network's coarsest pixel is padded at the far borders only. What the network
/// answers to plain noise must not differ there: with the last row repeated, patches of colour came out.
void BundledPriorsTest::noiseIsSeenAlikeAtEveryBorder() {
    const at::NoGradGuard noGraph;
    const PriorCatalogue catalogue(PALIMPSEST_SOURCE_DIR "/resources/priors", "");
    const auto network = loadPrior(catalogue.find("photo"), WeightsHash());
    at::Generator generator = at::detail::createCPUGenerator(1);
    const at::Tensor noise = at::randn({32, 3, 41, 41}, generator, at::TensorOptions(at::kFloat)); // 48 is a multiple
    const at::Tensor estimate = network->forward(noise, at::full({32}, 600.0F));
    const at::Tensor colour = at::avg_pool2d(estimate - estimate.mean(1, true), {8, 8}, {1, 1}).square();
    const auto power = [&](int dimension, int place) { return colour.select(dimension, place).mean().item<double>(); };
    for (const int dimension : {2, 3}) {
        const double ratio = power(dimension, 33) / power(dimension, 0);
        QVERIFY2(ratio > 0.7 && ratio < 1.4, qPrintable(QString::number(ratio)));
    }
}

QTEST_APPLESS_MAIN(BundledPriorsTest)
#include "bundled_priors_test.moc"
