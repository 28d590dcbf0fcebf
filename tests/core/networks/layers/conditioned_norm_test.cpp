// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/conditioned_norm.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <QTest>

using namespace palimpsest;

class ConditionedNormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void conditionScalesAndShiftsTheNormedValues();
    void noConditionIsPlainGroupNorm();

private:
    at::Generator generator_ = at::make_generator<at::CPUGeneratorImpl>(5);
    const at::Tensor x_ = at::randn({2, 8, 3, 5}, generator_) * 3.0 + 1.0;
    const at::Tensor weight_ = at::randn({8}, generator_);
    const at::Tensor bias_ = at::randn({8}, generator_);
    const at::Tensor normed_ = at::group_norm(x_, 2, weight_, bias_, 1e-5);
};

void ConditionedNormTest::conditionScalesAndShiftsTheNormedValues() {
    const at::Tensor condition = at::randn({2, 16}, generator_);
    const at::Tensor scale = condition.slice(1, 0, 8).unsqueeze(-1).unsqueeze(-1);
    const at::Tensor shift = condition.slice(1, 8, 16).unsqueeze(-1).unsqueeze(-1);
    const at::Tensor expected = at::silu(normed_ * (1.0 + scale) + shift);
    QVERIFY(at::allclose(conditionedNorm(x_, weight_, bias_, condition, {.groups = 2}), expected, 1e-5, 1e-5));
}

void ConditionedNormTest::noConditionIsPlainGroupNorm() {
    const at::Tensor actual = conditionedNorm(x_, weight_, bias_, {}, {.groups = 2, .silu = false});
    QVERIFY(at::allclose(actual, normed_, 1e-5, 1e-5));
}

QTEST_GUILESS_MAIN(ConditionedNormTest)
#include "conditioned_norm_test.moc"
