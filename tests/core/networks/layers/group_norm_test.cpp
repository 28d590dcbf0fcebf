// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/group_norm.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

namespace {

struct Case {
    at::Tensor x, scale, offset, weight; ///< double; `weight` makes a scalar of the output
};

Case makeCase(at::IntArrayRef shape, std::uint64_t seed) {
    at::Generator generator = at::detail::createCPUGenerator(seed);
    const auto draw = [&](at::IntArrayRef sizes) {
        return at::randn(sizes, generator, at::TensorOptions(at::kDouble));
    };
    return {draw(shape) * 2 + 0.7, draw({shape[0], shape[1]}), draw({shape[0], shape[1]}), draw(shape)};
}

struct Outcome {
    at::Tensor y, dx, dScale, dOffset;
};

/// Values and gradients computed in `dtype` from the same numbers.
Outcome outcomeOf(const Case& given, at::ScalarType dtype, const GroupNormOptions& options) {
    const at::AutoGradMode gradients(true);
    const at::ScalarType precision = dtype == at::kDouble ? at::kDouble : at::kFloat;
    const auto leaf = [](const at::Tensor& tensor, at::ScalarType type) {
        return tensor.to(type).clone().set_requires_grad(true);
    };
    const at::Tensor x = leaf(given.x, dtype);
    const at::Tensor scale = leaf(given.scale, precision);
    const at::Tensor offset = leaf(given.offset, precision);
    const at::Tensor y = groupNorm(x, scale, offset, options);
    (y * given.weight.to(dtype)).sum().backward();
    return {y.detach(), x.grad(), scale.grad(), offset.grad()};
}

/// The definition, in double, without a group norm operator.
at::Tensor definition(const Case& given, const GroupNormOptions& options) {
    const std::int64_t samples = given.x.size(0);
    const at::Tensor grouped = given.x.reshape({samples, options.groups, -1});
    const at::Tensor centred = grouped - grouped.mean(2, true);
    const at::Tensor normed =
        (centred / (centred.square().mean(2, true) + options.epsilon).sqrt()).view(given.x.sizes());
    const at::Tensor z = normed * given.scale.unsqueeze(-1).unsqueeze(-1) + given.offset.unsqueeze(-1).unsqueeze(-1);
    return options.silu ? z * z.sigmoid() : z;
}

} // namespace

class GroupNormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithDoublePrecision_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("groups");
        QTest::addColumn<bool>("silu");
        QTest::newRow("one pixel") << 8 << 1 << 4 << true;
        QTest::newRow("odd channels") << 15 << 7 << 5 << true;
        QTest::newRow("without activation") << 16 << 9 << 4 << false;
        QTest::newRow("several blocks of pixels") << 8 << 40 << 2 << true;
        QTest::newRow("one group") << 33 << 12 << 1 << true;
    }

    void agreesWithDoublePrecision() {
        QFETCH(int, channels);
        QFETCH(int, side);
        QFETCH(int, groups);
        QFETCH(bool, silu);
        const GroupNormOptions options{.groups = groups, .silu = silu};
        const Case given = makeCase({3, channels, side, side + 1}, 5);
        const Outcome exact = outcomeOf(given, at::kDouble, options);
        QVERIFY(relativeError(exact.y, definition(given, options)) < 1e-12);
        const Outcome single = outcomeOf(given, at::kFloat, options);
        QVERIFY(relativeError(single.y, exact.y) < 2e-6);
        QVERIFY(relativeError(single.dx, exact.dx) < 1e-5);
        QVERIFY(relativeError(single.dScale, exact.dScale) < 1e-5);
        QVERIFY(relativeError(single.dOffset, exact.dOffset) < 1e-5);
        const Outcome rough = outcomeOf(given, at::kBFloat16, options);
        QVERIFY(relativeError(rough.y, exact.y) < 0.02);
        QVERIFY(relativeError(rough.dx, exact.dx) < 0.03);
    }

    void keepsPrecisionFarFromZero() {
        Case given = makeCase({1, 8, 30, 30}, 7);
        given.x = given.x + 300;
        const GroupNormOptions options{.groups = 2};
        QVERIFY(relativeError(outcomeOf(given, at::kFloat, options).y, outcomeOf(given, at::kDouble, options).y) <
                1e-3);
    }

    void numberOfThreadsDoesNotMatter() {
        const Case given = makeCase({2, 16, 60, 50}, 3);
        const int before = at::get_num_threads();
        at::set_num_threads(1);
        const Outcome one = outcomeOf(given, at::kFloat, {.groups = 4});
        at::set_num_threads(3);
        const Outcome three = outcomeOf(given, at::kFloat, {.groups = 4});
        at::set_num_threads(before);
        QVERIFY(one.y.equal(three.y));
        QVERIFY(one.dx.equal(three.dx));
    }

    void layoutDoesNotMatter() {
        const Case given = makeCase({2, 16, 8, 8}, 4);
        const at::Tensor x = given.x.to(at::kFloat);
        const at::Tensor scale = given.scale.to(at::kFloat);
        const at::Tensor offset = given.offset.to(at::kFloat);
        const at::Tensor planar = groupNorm(x.contiguous(), scale, offset, {.groups = 4});
        QVERIFY(planar.equal(groupNorm(x.contiguous(at::MemoryFormat::ChannelsLast), scale, offset, {.groups = 4})));
        QVERIFY(planar.is_contiguous(at::MemoryFormat::ChannelsLast));
    }

    void extremesOfTheActivation() {
        const at::Tensor x = at::tensor({1.0F, -1.0F}).view({1, 2, 1, 1}).expand({1, 2, 4, 4}).contiguous();
        const at::Tensor scale = at::full({1, 2}, 1e4F);
        const at::Tensor y = groupNorm(x, scale, at::zeros({1, 2}), {.groups = 1});
        QVERIFY(std::abs(y[0][0][0][0].item<float>() / 1e4F - 1) < 1e-4);
        QCOMPARE(y[0][1][0][0].item<float>(), 0.0F);
    }

    void notANumberStaysOne() {
        for (const at::ScalarType dtype : {at::kFloat, at::kBFloat16}) {
            at::Tensor x = at::zeros({1, 4, 2, 2});
            x[0][1][0][1] = std::numeric_limits<float>::quiet_NaN();
            const at::Tensor y = groupNorm(x.to(dtype), at::ones({1, 4}), at::zeros({1, 4}), {.groups = 2});
            QVERIFY(y.slice(1, 0, 2).isnan().all().item<bool>());
            QVERIFY(!y.slice(1, 2, 4).isnan().any().item<bool>());
        }
    }
};

QTEST_GUILESS_MAIN(GroupNormTest)
#include "group_norm_test.moc"
