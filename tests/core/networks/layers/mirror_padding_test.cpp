// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/mirror_padding.h"

#include <ATen/ATen.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

using namespace palimpsest;

class MirrorPaddingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theLastRowIsNotRepeated();
    void aMultipleStaysAsItIs();
    void shortSidesAreMirroredBackAndForth();
    void gradientsAddUpWhereValuesAreSeenTwice();
};

void MirrorPaddingTest::theLastRowIsNotRepeated() {
    const at::Tensor x = at::rand({2, 3, 13, 10});
    const at::Tensor padded = paddedToMultiple(x, 8);
    QCOMPARE(padded.sizes(), at::IntArrayRef({2, 3, 16, 16}));
    QVERIFY(padded.equal(at::reflection_pad2d(x, {0, 6, 0, 3})));
}

void MirrorPaddingTest::aMultipleStaysAsItIs() {
    const at::Tensor x = at::rand({1, 1, 8, 16});
    QVERIFY(paddedToMultiple(x, 8).is_same(x));
}

void MirrorPaddingTest::shortSidesAreMirroredBackAndForth() {
    const at::Tensor x = at::tensor({1.F, 2.F, 3.F}).view({1, 1, 1, 3});
    const at::Tensor padded = paddedToMultiple(x, 8);
    QCOMPARE(padded.sizes(), at::IntArrayRef({1, 1, 8, 8}));
    const at::Tensor row = at::tensor({1.F, 2.F, 3.F, 2.F, 1.F, 2.F, 3.F, 2.F});
    QVERIFY(padded.equal(row.view({1, 1, 1, 8}).expand({1, 1, 8, 8})));
}

void MirrorPaddingTest::gradientsAddUpWhereValuesAreSeenTwice() {
    const at::Tensor x = at::rand({1, 1, 1, 3}).requires_grad_(true);
    const at::Tensor sum = paddedToMultiple(x, 4).sum();
    const at::Tensor gradient = torch::autograd::grad({sum}, {x}).front();
    QVERIFY(gradient.equal(at::tensor({4.F, 8.F, 4.F}).view({1, 1, 1, 3})));
}

QTEST_APPLESS_MAIN(MirrorPaddingTest)
#include "mirror_padding_test.moc"
