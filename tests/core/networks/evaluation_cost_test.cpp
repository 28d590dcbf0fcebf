// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/evaluation_cost.h"

#include "core/networks/convolution.h"

#include <ATen/ATen.h>

#include <QTest>

using namespace palimpsest;

class EvaluationCostTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTheConvolutionsOfItsLife() {
        const auto packed = std::make_shared<PackedWeights>();
        const Convolution plain{.weight = at::ones({8, 3, 3, 3}), .bias = at::ones({8}), .stride = 1, .padding = 1};
        const Convolution halving{.weight = at::ones({4, 3, 3, 3}), .bias = at::ones({4}), .stride = 2, .padding = 1};
        const at::Tensor x = at::ones({2, 3, 10, 6});
        convolve(plain, x, packed); // nobody counts
        const ConvolutionCount outer;
        convolve(plain, x, packed);
        QCOMPARE(outer.activations, 2.0 * 8 * 10 * 6);
        QCOMPARE(outer.multiplyAdds, 2.0 * 8 * 10 * 6 * 27);
        {
            const ConvolutionCount inner;
            convolve(halving, x, packed);
            QCOMPARE(inner.activations, 2.0 * 4 * 5 * 3);
            QCOMPARE(inner.multiplyAdds, 2.0 * 4 * 5 * 3 * 27);
        }
        QCOMPARE(outer.activations, 2.0 * 8 * 10 * 6);
    }
};

QTEST_GUILESS_MAIN(EvaluationCostTest)
#include "evaluation_cost_test.moc"
