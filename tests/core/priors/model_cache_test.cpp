// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/networks/network.h"
#include "core/priors/model_cache.h"
#include "tests/support/tiny_prior.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class ModelCacheTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        a_ = makeTinyPrior(folder_->filePath("a").toStdString(), "a", 1);
        b_ = makeTinyPrior(folder_->filePath("b").toStdString(), "b", 2);
        c_ = makeTinyPrior(folder_->filePath("c").toStdString(), "c", 3);
    }

    void keepsWhatWasUsed();
    void precisionsAreDifferentNetworks();
    void evictsTheLeastRecentlyUsed();
    void evictedNetworksLiveOn();
    void keepsOneAboveTheBudget();
    void aFailureKeepsTheRest();

private:
    std::unique_ptr<QTemporaryDir> folder_;
    PriorEntry a_;
    PriorEntry b_;
    PriorEntry c_;
};

void ModelCacheTest::keepsWhatWasUsed() {
    ModelCache cache(WeightsHash{}, 1 << 30);
    const auto first = cache.get(a_, at::kCPU, at::kFloat);
    QVERIFY(QFile::remove(folder_->filePath("a/weights.safetensors")));
    QCOMPARE(cache.get(a_, at::kCPU, at::kFloat), first);
    cache.clear();
    QVERIFY_EXCEPTION_THROWN(cache.get(a_, at::kCPU, at::kFloat), Error);
}

void ModelCacheTest::precisionsAreDifferentNetworks() {
    ModelCache cache(WeightsHash{}, 1 << 30);
    const auto single = cache.get(a_, at::kCPU, at::kFloat);
    const auto half = cache.get(a_, at::kCPU, at::kBFloat16);
    QVERIFY(single != half);
    QCOMPARE(cache.size(), 2u);
    for (const auto& [name, tensor] : single->parameters()) {
        QCOMPARE(tensor.scalar_type(), at::kFloat);
    }
}

void ModelCacheTest::evictsTheLeastRecentlyUsed() {
    ModelCache probe(WeightsHash{}, 1 << 30);
    probe.get(a_, at::kCPU, at::kFloat);
    ModelCache cache(WeightsHash{}, probe.byteSize() * 2 + 1);
    const auto a = cache.get(a_, at::kCPU, at::kFloat);
    const auto b = cache.get(b_, at::kCPU, at::kFloat);
    cache.get(a_, at::kCPU, at::kFloat);
    cache.get(c_, at::kCPU, at::kFloat);
    QCOMPARE(cache.size(), 2u);
    QVERIFY(cache.byteSize() <= probe.byteSize() * 2 + 1);
    QCOMPARE(cache.get(a_, at::kCPU, at::kFloat), a);
    QVERIFY(cache.get(b_, at::kCPU, at::kFloat) != b);
}

void ModelCacheTest::evictedNetworksLiveOn() {
    ModelCache cache(WeightsHash{}, 1);
    const auto a = cache.get(a_, at::kCPU, at::kFloat);
    cache.get(b_, at::kCPU, at::kFloat);
    const at::Tensor y = a->forward(at::ones({1, 3, 16, 16}), at::full({1}, 10.0));
    QVERIFY(at::isfinite(y).all().item<bool>());
    QVERIFY(y.abs().max().item<float>() > 0);
}

void ModelCacheTest::keepsOneAboveTheBudget() {
    ModelCache cache(WeightsHash{}, 1);
    const auto a = cache.get(a_, at::kCPU, at::kFloat);
    QCOMPARE(cache.size(), 1u);
    QCOMPARE(cache.get(a_, at::kCPU, at::kFloat), a);
}

void ModelCacheTest::aFailureKeepsTheRest() {
    ModelCache cache(WeightsHash{}, 1 << 30);
    const auto a = cache.get(a_, at::kCPU, at::kFloat);
    QVERIFY(QFile::resize(folder_->filePath("b/weights.safetensors"), 10));
    QVERIFY_EXCEPTION_THROWN(cache.get(b_, at::kCPU, at::kFloat), Error);
    QCOMPARE(cache.get(a_, at::kCPU, at::kFloat), a);
    QCOMPARE(cache.size(), 1u);
}

QTEST_GUILESS_MAIN(ModelCacheTest)
#include "model_cache_test.moc"
