// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/restoration/whole/whole_plan.h"
#include "tests/support/refusal.h"

#include <QtTest>

using namespace palimpsest;

namespace {

RestoreSpec specOf(const char* task, const char* method) {
    RestoreSpec spec;
    spec.task = task;
    spec.method = method;
    spec.steps = 2;
    return spec;
}

} // namespace

class WholePlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Batches round differently, and a record is to replay when more or less memory is free.
    void batchesDoNotGrowWithTheMemory() {
        for (const char* method : {"ddnm", "dps"}) {
            RestoreSpec spec = specOf("denoise", method);
            spec.samples = 64;
            const WholePlan little = planWhole(spec, {128, 128}, 0.05, {.free = 2LL << 30});
            const WholePlan much = planWhole(spec, {128, 128}, 0.05, {.free = 64LL << 30});
            QCOMPARE(little.groups.size(), much.groups.size());
            QCOMPARE(little.evaluations(), much.evaluations());
        }
    }

    void manyResultsNeedMemory() {
        RestoreSpec spec = specOf("denoise", "ddnm");
        const Size result{4000, 3000};
        const Machine machine{.free = 8LL << 30};
        const std::int64_t one = planWhole(spec, result, 0.05, machine).memoryBytes();
        spec.samples = 4;
        QVERIFY(planWhole(spec, result, 0.05, machine).memoryBytes() >= one + 3 * 24 * result.area());
        spec.samples = 64;
        const QString complaint = refusal(ErrorCode::outOfMemory, [&] { planWhole(spec, result, 0.05, machine); });
        QVERIFY2(complaint.contains("4000 x 3000") && complaint.contains("fits"), qPrintable(complaint));
    }

    /// A gradient of a prior as large as the published ones: the plan goes from what is quickest to what is smallest,
    /// and then says no.
    void whatDoesNotFitIsRecomputedThenCut() {
        RestoreSpec spec = specOf("denoise", "dps");
        const Size result{512, 512};
        const PriorTraits prior{.nativeSize = 256, .cost = {.multiplyAdds = 1e7, .activations = 2e4}};
        const auto planWith = [&](std::optional<std::int64_t> free) {
            return planWhole(spec, result, 0.05, {.free = free}, prior);
        };
        const std::int64_t full = planWith({}).memoryBytes();
        QVERIFY(!planWith(full).groups.front().recomputes);
        const WholePlan little = planWith(full - 1);
        QVERIFY(little.groups.front().recomputes);
        QCOMPARE(little.tile(), planWith(full).tile());
        QVERIFY(little.memoryBytes() < full);
        const WholePlan less = planWith(little.memoryBytes() - 1);
        QVERIFY(less.groups.front().recomputes);
        QVERIFY(*less.tile() < *little.tile() && *less.tile() >= 128);
        QVERIFY(less.memoryBytes() < little.memoryBytes());
        spec.tile = little.tile(); // what the user names stays
        QVERIFY_EXCEPTION_THROWN(planWith(little.memoryBytes() - 1), Error);
        spec.tile.reset();
        QVERIFY_EXCEPTION_THROWN(planWith(1LL << 30), Error);
        spec.method = "ddnm"; // keeps nothing that it could compute again
        QVERIFY(!planWith(planWith({}).memoryBytes() - 1).groups.front().recomputes);
    }

    void theSmallestPiecesAreTheSameWork() {
        RestoreSpec spec = specOf("denoise", "dps");
        spec.samples = 5;
        const WholePlan plan = planWhole(spec, {300, 200}, 0.05, {.isCpu = false});
        QVERIFY(plan.groups.size() < 5);
        const WholePlan smaller = inSmallestPieces(plan);
        QCOMPARE(smaller.groups.size(), std::size_t{5});
        for (std::size_t i = 0; i < 5; ++i) {
            QVERIFY(smaller.groups[i].samples == std::vector<std::uint64_t>{i});
            QVERIFY(smaller.groups[i].recomputes && smaller.groups[i].settings.tileSide == 128);
        }
        QCOMPARE(smaller.tile(), std::optional(128));
        QCOMPARE(smaller.evaluations(), plan.evaluations());
        QCOMPARE(smaller.result, plan.result);
        QCOMPARE(smaller.sigma, plan.sigma);
        QVERIFY(smaller.memoryBytes() < plan.memoryBytes());
        spec.tile = 64; // smaller already
        QCOMPARE(inSmallestPieces(planWhole(spec, {300, 200}, 0.05, {})).tile(), std::optional(64));
    }

    /// The first variant of an upscaled picture takes small tiles, the others large ones: no number would replay both.
    void tilesThatDifferAreNone() {
        RestoreSpec spec;
        spec.task = "upscale";
        QCOMPARE(planWhole(spec, {64, 64}, 0, {}).tile(), std::optional(256));
        spec.samples = 2;
        QVERIFY(!planWhole(spec, {64, 64}, 0, {}).tile());
        spec.tile = 96;
        QCOMPARE(planWhole(spec, {64, 64}, 0, {}).tile(), std::optional(96));
    }

    void theColourPyramidIsTheUsers() {
        RestoreSpec spec = specOf("colorize", "ddnm");
        const Size size{130, 110};
        spec.parameters = {
            {"pyramid.side", std::int64_t{30}}, {"pyramid.mean", std::int64_t{3}}, {"pyramid.steps", std::int64_t{1}}};
        const WholePlan plan = planWhole(spec, size, 0, {});
        QCOMPARE(plan.groups.front().levels.size(), std::size_t{3});
        QCOMPARE(plan.groups.front().levels.back(), (Size{33, 28}));
        QCOMPARE(plan.evaluations(), std::int64_t{2 * 3 + 1 + 1});
        spec.parameters["pyramid.side"] = std::int64_t{0};
        QCOMPARE(planWhole(spec, size, 0, {}).evaluations(), std::int64_t{2 * 3});
        spec.task = "denoise"; // has no pyramid
        const QString complaint = refusal(ErrorCode::badArgument, [&] { planWhole(spec, size, 0, {}); });
        QVERIFY2(complaint.contains("pyramid."), qPrintable(complaint));
    }

    void workIsCounted() {
        RestoreSpec spec = specOf("denoise", "ddnm");
        spec.steps = 6;
        spec.samples = 3;
        const WholePlan plan = planWhole(spec, {40, 30}, 0.05, {});
        QCOMPARE(plan.evaluations(), std::int64_t{18});
        QCOMPARE(plan.pixels(), std::int64_t{18 * 40 * 30});
        QCOMPARE(plan.macs(), 18 * 40 * 30 * PriorTraits{}.macs(false));
        spec.method = "dps";
        QVERIFY(planWhole(spec, {40, 30}, 0.05, {}).macs() > 2 * plan.macs());
        spec.method = "total-variation";
        spec.steps.reset();
        const WholePlan classical = planWhole(spec, {40, 30}, 0.05, {});
        QVERIFY(classical.evaluations() == 0 && classical.macs() == 0 && !classical.usesPrior());
    }
};

QTEST_GUILESS_MAIN(WholePlanTest)
#include "whole_plan_test.moc"
