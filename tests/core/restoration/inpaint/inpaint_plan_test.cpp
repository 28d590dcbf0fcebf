// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/inpaint_plan.h"

#include "core/base/error.h"

#include <QtTest>

using namespace palimpsest;

namespace {

Mask square(Size size, const Rect& area, std::uint8_t value = 255) {
    Mask mask(size);
    for (int y = area.y; y < area.bottom(); ++y) {
        std::fill_n(mask.row(y) + area.x, area.width, value);
    }
    return mask;
}

} // namespace

class RestorePlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void refusesWhatCannotBeDone() {
        const Mask mask = square({64, 64}, {10, 10, 8, 8});
        QVERIFY_EXCEPTION_THROWN(planRestoration({}, {65, 64}, mask), Error);
        QVERIFY_EXCEPTION_THROWN(planRestoration({}, {64, 64}, Mask({64, 64})), Error);
        RestoreSpec unknown;
        unknown.method = "magic";
        QVERIFY_EXCEPTION_THROWN(planRestoration(unknown, {64, 64}, mask), Error);
        RestoreSpec negative;
        negative.steps = -3;
        QVERIFY_EXCEPTION_THROWN(planRestoration(negative, {64, 64}, mask), Error);
        RestoreSpec stray;
        stray.parameters["guidance.flavour"] = std::int64_t{3};
        QVERIFY_EXCEPTION_THROWN(planRestoration(stray, {64, 64}, mask), Error);
    }

    void bandOfTheBlend() {
        const Mask mask = square({64, 64}, {20, 20, 20, 20});
        RestoreSpec spec;
        RestorePlan plan = planRestoration(spec, {64, 64}, mask);
        QVERIFY(plan.weights == mask);
        spec.grow = 4;
        spec.feather = 4;
        plan = planRestoration(spec, {64, 64}, mask);
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                QCOMPARE(plan.weights.at(x, y) > 0, plan.solved.at(x, y) > 0);
            }
        }
        QCOMPARE(int(plan.solved.at(16, 30)), 255);
        QCOMPARE(int(plan.solved.at(15, 30)), 0);
        QVERIFY(plan.weights.at(16, 30) < plan.weights.at(17, 30));
        QCOMPARE(int(plan.weights.at(30, 30)), 255);
    }

    void softMasksMix() {
        const Mask soft = square({64, 64}, {20, 20, 20, 20}, 100);
        const RestorePlan plan = planRestoration({}, {64, 64}, soft);
        QCOMPARE(int(plan.solved.at(25, 25)), 255);
        QCOMPARE(int(plan.weights.at(25, 25)), 100);
    }

    void evaluationsAreCounted() {
        const Mask mask = square({256, 256}, {100, 100, 60, 60});
        RestoreSpec spec;
        spec.method = "ddnm";
        spec.steps = 7;
        const RestorePlan plan = planRestoration(spec, {256, 256}, mask);
        QCOMPARE(plan.regions.size(), std::size_t{1});
        const int levels = plan.regions[0].levelCount();
        QVERIFY(levels > 1);
        QCOMPARE(plan.evaluations(), std::int64_t{7} * levels);
        spec.method = "telea";
        QCOMPARE(planRestoration(spec, {256, 256}, mask).evaluations(), std::int64_t{0});
        spec.method = "fill";
        QCOMPARE(planRestoration(spec, {256, 256}, mask).evaluations(), std::int64_t{pyramidLevels(mask)});
    }

    /// The methods were tuned with a prior for 64 px; one for 256 px gets crops, holes and tiles of its own size.
    void aLargerPriorSeesMore() {
        const Mask mask = square({1024, 1024}, {480, 480, 40, 40});
        RestoreSpec spec;
        spec.method = "ddnm";
        const PriorTraits large{.nativeSize = 256, .cost = {.multiplyAdds = 10 * PriorTraits{}.cost.multiplyAdds, .activations = 5 * PriorTraits{}.cost.activations}};
        const RestorePlan plain = planRestoration(spec, mask.size(), mask);
        const RestorePlan wide = planRestoration(spec, mask.size(), mask, 0, large);
        QVERIFY(plain.regions[0].region.area.width < 256);
        QVERIFY(wide.regions[0].region.area.width >= 256);
        QCOMPARE(wide.regions[0].settings.tileSide, 256);
        QVERIFY(wide.regions[0].levelCount() < plain.regions[0].levelCount());
        QCOMPARE(large.bytesPerPixel(true), 5 * PriorTraits{}.bytesPerPixel(true));
    }

    void workIsPixelsTimesTheCostOfTheirEvaluations() {
        const Mask mask = square({256, 256}, {100, 100, 60, 60});
        RestoreSpec spec;
        spec.method = "ddnm";
        PriorTraits prior;
        const double once = planRestoration(spec, mask.size(), mask, 0, prior).work();
        QVERIFY(once > 0);
        prior.cost.multiplyAdds *= 3;
        const RestorePlan plan = planRestoration(spec, mask.size(), mask, 0, prior);
        QVERIFY(std::abs(plan.work() - 3 * once) < 1e-9 * once); // ddnm has no feed-forward evaluations
        spec.method = "mcg";
        const RestorePlan traced = planRestoration(spec, mask.size(), mask, 0, prior);
        QVERIFY(traced.work() / static_cast<double>(traced.pixels()) > 2 * plan.work() / static_cast<double>(plan.pixels()));
    }

    /// The first variant of the default is the feed-forward network's, which a named prior would have no part in.
    void whoNamesAPriorSeesIt() {
        RestoreSpec spec;
        QVERIFY(!settingsFor(spec, {}).usesPrior());
        spec.prior = "ffhq";
        QVERIFY(settingsFor(spec, {}).usesPrior());
    }

    void nothingKnownBeginsFromNoise() {
        const RestorePlan plan = planRestoration({}, {40, 40}, Mask({40, 40}, 255));
        QCOMPARE(plan.regions[0].settings.coarsest.t0, 1.0);
        QVERIFY(!plan.usesFillNetwork());
    }

private:
    static int pyramidLevels(const Mask& mask) {
        RestoreSpec spec;
        spec.method = "fill";
        return planRestoration(spec, mask.size(), mask).regions[0].levelCount();
    }
};

QTEST_GUILESS_MAIN(RestorePlanTest)
#include "inpaint_plan_test.moc"
