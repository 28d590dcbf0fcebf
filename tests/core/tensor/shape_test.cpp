// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTest>

using namespace palimpsest;

class ShapeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textHasBrackets() {
        QCOMPARE(toText(Shape{3, 64, 32}), std::string("[3,64,32]"));
        QCOMPARE(toText(Shape{}), std::string("[]"));
    }

    void requiresABatch() {
        requireBatchOf(at::zeros({2, 3, 4, 5}), {3, 4, 5}, "picture");
        for (const at::Tensor& wrong :
             {at::zeros({3, 4, 5}), at::zeros({2, 3, 4, 6}), at::zeros({0, 3, 4, 5}), at::Tensor()}) {
            QVERIFY_EXCEPTION_THROWN(requireBatchOf(wrong, {3, 4, 5}, "picture"), Bug);
        }
    }

    void normsAreThoseOfEachSample() {
        const at::Tensor a = at::arange(24, at::kDouble).view({2, 3, 2, 2});
        const at::Tensor norms = normPerSample(a);
        QCOMPARE(norms.sizes(), at::IntArrayRef({2}));
        QCOMPARE(norms[0].item<double>(), std::sqrt(506.0));
        QCOMPARE(norms[1].item<double>(), std::sqrt(3818.0));
        QCOMPARE(spreadOver(norms, 4).sizes(), at::IntArrayRef({2, 1, 1, 1}));
    }

    /// LibTorch adds up a large row in as many parts as there are threads; a guidance must not depend on that.
    void sumsDependNeitherOnThreadsNorOnTheBatch() {
        const at::Tensor values = (at::arange(3 * 3 * 120 * 130, at::kDouble) * 12.9898).sin();
        const at::Tensor a = values.to(at::kFloat).view({3, 3, 120, 130});
        const int threads = at::get_num_threads();
        at::set_num_threads(1);
        const at::Tensor batch = dotPerSample(a, a);
        at::set_num_threads(4);
        const at::Tensor onFour = dotPerSample(a, a);
        std::vector<at::Tensor> alone;
        for (const at::Tensor& sample : a.split(1)) {
            alone.push_back(dotPerSample(sample, sample));
        }
        at::set_num_threads(threads);
        QVERIFY(onFour.equal(batch));
        QVERIFY(at::cat(alone).equal(batch));
    }
};

QTEST_GUILESS_MAIN(ShapeTest)
#include "shape_test.moc"
