// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/multi_head_attention.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>
#include <QTest>

#include <array>
#include <cmath>

using namespace palimpsest;

namespace {

constexpr std::int64_t kPixels = 7;
constexpr std::int64_t kHeads = 3;
constexpr std::int64_t kWidth = 4;
constexpr std::int64_t kChannels = kHeads * kWidth;

at::Tensor randomProjection() {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(7);
    return at::randn({2, kPixels, 3 * kChannels}, generator) * 2.0;
}

/// The definition, one value at a time, in double. part: 0 query, 1 key, 2 value.
template <typename Channel>
at::Tensor byDefinition(const at::Tensor& qkv, const Channel& channel) {
    const at::Tensor precise = qkv.to(at::kDouble).contiguous();
    const auto from = precise.accessor<double, 3>();
    at::Tensor result = at::zeros({qkv.size(0), kPixels, kChannels}, at::kDouble);
    auto to = result.accessor<double, 3>();
    for (std::int64_t n = 0; n < qkv.size(0); ++n) {
        for (std::int64_t head = 0; head < kHeads; ++head) {
            for (std::int64_t p = 0; p < kPixels; ++p) {
                std::array<double, kPixels> weight{};
                double sum = 0.0;
                for (std::int64_t other = 0; other < kPixels; ++other) {
                    double product = 0.0;
                    for (std::int64_t c = 0; c < kWidth; ++c) {
                        product += from[n][p][channel(0, head, c)] * from[n][other][channel(1, head, c)];
                    }
                    sum += weight[other] = std::exp(product / std::sqrt(static_cast<double>(kWidth)));
                }
                for (std::int64_t other = 0; other < kPixels; ++other) {
                    for (std::int64_t c = 0; c < kWidth; ++c) {
                        to[n][p][head * kWidth + c] += weight[other] / sum * from[n][other][channel(2, head, c)];
                    }
                }
            }
        }
    }
    return result;
}

} // namespace

class MultiHeadAttentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void legacyOrderGroupsByHead();
    void splitOrderGroupsByPart();
    void bfloat16InSeveralChunksAgreesWithDouble();
};

void MultiHeadAttentionTest::legacyOrderGroupsByHead() {
    const at::Tensor qkv = randomProjection();
    const at::Tensor expected = byDefinition(
        qkv, [](std::int64_t part, std::int64_t head, std::int64_t c) { return (3 * head + part) * kWidth + c; });
    const at::Tensor actual = multiHeadAttention(qkv, kHeads, AttentionOrder::legacy);
    QVERIFY(at::allclose(actual.to(at::kDouble), expected, 1e-5, 1e-6));
}

void MultiHeadAttentionTest::splitOrderGroupsByPart() {
    const at::Tensor qkv = randomProjection();
    const at::Tensor expected = byDefinition(
        qkv, [](std::int64_t part, std::int64_t head, std::int64_t c) { return (kHeads * part + head) * kWidth + c; });
    const at::Tensor actual = multiHeadAttention(qkv, kHeads, AttentionOrder::split);
    QVERIFY(at::allclose(actual.to(at::kDouble), expected, 1e-5, 1e-6));
}

void MultiHeadAttentionTest::bfloat16InSeveralChunksAgreesWithDouble() {
    const at::AutoGradMode gradients(true);
    auto generator = at::make_generator<at::CPUGeneratorImpl>(8);
    const at::Tensor qkv = at::randn({2, 1024, 3 * 16}, generator);
    const at::Tensor weight = at::randn({2, 1024, 16}, generator);
    std::array<at::Tensor, 2> values;
    std::array<at::Tensor, 2> slopes;
    for (std::size_t i = 0; i < 2; ++i) {
        const at::ScalarType dtype = i == 0 ? at::kBFloat16 : at::kDouble;
        const at::Tensor x = qkv.to(at::kBFloat16).to(dtype).set_requires_grad(true);
        const at::Tensor y = multiHeadAttention(x, 4, AttentionOrder::split);
        (y * weight.to(dtype)).sum().backward();
        values[i] = y.detach();
        slopes[i] = x.grad();
    }
    QVERIFY(relativeError(values[0], values[1]) < 0.02);
    QVERIFY(relativeError(slopes[0], slopes[1]) < 0.02);
}

QTEST_GUILESS_MAIN(MultiHeadAttentionTest)
#include "multi_head_attention_test.moc"
