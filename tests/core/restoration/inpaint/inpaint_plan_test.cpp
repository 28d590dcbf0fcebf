// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/restoration/inpaint/inpaint_plan.h"
#include "core/restoration/method_choice.h"
#include "tests/support/refusal.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace palimpsest;

namespace {

Mask square(Size size, const Rect& area, std::uint8_t value = 255) {
    Mask mask(size);
    for (int y = area.y; y < area.bottom(); ++y) {
        std::fill_n(mask.row(y) + area.x, area.width, value);
    }
    return mask;
}

RestoreSpec specOf(const char* method = nullptr) {
    RestoreSpec spec;
    if (method) {
        spec.method = method;
    }
    return spec;
}

InpaintPlan planned(RestoreSpec spec, const Mask& mask, int sample = 0, const PriorTraits& prior = {}) {
    spec.taskParameters = completeTaskParameters(spec);
    return planInpainting(spec, mask, sample, prior);
}

} // namespace

class InpaintPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void refusesWhatCannotBeDone() {
        const Mask mask = square({64, 64}, {10, 10, 8, 8});
        const auto complaint = [&](const RestoreSpec& spec) {
            return refusal(ErrorCode::badArgument, [&] { planned(spec, mask); });
        };
        QVERIFY2(complaint(specOf("magic")).contains("magic"), qPrintable(complaint(specOf("magic"))));
        QVERIFY2(complaint(specOf("wiener")).contains("wiener"),
                 qPrintable(complaint(specOf("wiener")))); // of another task
        RestoreSpec stray;
        stray.parameters["guidance.flavour"] = std::int64_t{3};
        QVERIFY2(complaint(stray).contains("guidance.flavour"), qPrintable(complaint(stray)));
    }

    void bandOfTheBlend() {
        const Mask mask = square({64, 64}, {20, 20, 20, 20});
        RestoreSpec spec;
        InpaintPlan plan = planned(spec, mask);
        QVERIFY(plan.weights == mask);
        spec.taskParameters = {{"grow", std::int64_t{4}}, {"feather", std::int64_t{4}}};
        plan = planned(spec, mask);
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
        const InpaintPlan plan = planned({}, soft);
        QCOMPARE(int(plan.solved.at(25, 25)), 255);
        QCOMPARE(int(plan.weights.at(25, 25)), 100);
    }

    void evaluationsAreCounted() {
        const Mask mask = square({256, 256}, {100, 100, 60, 60});
        RestoreSpec spec;
        spec.method = "ddnm";
        spec.steps = 7;
        const InpaintPlan plan = planned(spec, mask);
        QCOMPARE(plan.regions.size(), std::size_t{1});
        const int levels = plan.regions[0].levelCount();
        QVERIFY(levels > 1);
        QCOMPARE(plan.evaluations(), std::int64_t{7} * levels);
        spec.method = "telea";
        QCOMPARE(planned(spec, mask).evaluations(), std::int64_t{0});
        spec.method = "fill";
        QCOMPARE(planned(spec, mask).evaluations(), std::int64_t{pyramidLevels(mask)});
    }

    /// The methods were tuned with a prior for 64 px; one for 256 px gets crops, holes and tiles of its own size.
    void aLargerPriorSeesMore() {
        const Mask mask = square({1024, 1024}, {480, 480, 40, 40});
        RestoreSpec spec;
        spec.method = "ddnm";
        const PriorTraits large{.nativeSize = 256,
                                .cost = {.multiplyAdds = 10 * PriorTraits{}.cost.multiplyAdds,
                                         .activations = 5 * PriorTraits{}.cost.activations}};
        const InpaintPlan plain = planned(spec, mask);
        const InpaintPlan wide = planned(spec, mask, 0, large);
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
        const double once = planned(spec, mask, 0, prior).macs();
        QVERIFY(once > 0);
        prior.cost.multiplyAdds *= 3;
        const InpaintPlan plan = planned(spec, mask, 0, prior);
        QVERIFY(std::abs(plan.macs() - 3 * once) < 1e-9 * once); // ddnm has no feed-forward evaluations
        spec.method = "mcg";
        const InpaintPlan traced = planned(spec, mask, 0, prior);
        QVERIFY(traced.macs() / static_cast<double>(traced.pixels()) >
                2 * plan.macs() / static_cast<double>(plan.pixels()));
    }

    /// The first variant of the default is the feed-forward network's, which a named prior would have no part in.
    void whoNamesAPriorSeesIt() {
        RestoreSpec spec;
        QVERIFY(!settingsFor(spec, {}).usesPrior());
        spec.prior = "ffhq";
        QVERIFY(settingsFor(spec, {}).usesPrior());
    }

    /// Wide holes are filled with what lies around, so more of it is looked at; the thin one far away stays as it is.
    void wideHolesLookFar() {
        Mask mask = square({1400, 600}, {40, 40, 200, 4});
        for (int y = 200; y < 320; ++y) {
            std::fill_n(mask.row(y) + 1000, 120, 255);
        }
        RestoreSpec spec;
        const InpaintPlan plan = planned(spec, mask);
        QCOMPARE(plan.regions.size(), std::size_t{2});
        QVERIFY(plan.regions[0].settings.refineWithFill);
        QCOMPARE(plan.regions[0].region.area.bottom(), 44 + 64);
        const RegionPlan& wide = plan.regions[1];
        QCOMPARE(wide.settings.firstEstimate, std::optional<std::string>("exemplar"));
        QVERIFY(wide.settings.usesPrior() && !wide.settings.refineWithFill);
        QCOMPARE(wide.levelCount(), 1);
        QVERIFY(std::abs(wide.region.area.x - (1000 - 180)) <= 4); // three radii
        QVERIFY(planned(spec, mask, 1).regions[1].settings.coarsest.t0 > wide.settings.coarsest.t0);
        spec.taskParameters["detail"] = std::string("smooth");
        QVERIFY(planned(spec, mask).regions[1].settings.refineWithFill);
        QCOMPARE(planned(spec, mask).regions[1].region.area.x, 1000 - 64);
        spec.taskParameters["detail"] = std::string("detailed");
        QCOMPARE(planned(spec, mask).regions[0].settings.firstEstimate, std::optional<std::string>("exemplar"));
    }

    /// After the memory ran out: also for a method that no prior has a part in, whose tile the spec does not name.
    void noPieceIsLargerThanTheLargest() {
        const Mask mask = square({700, 300}, {20, 20, 640, 240});
        for (const char* method : {"fill", "default", "ddnm", "mcg", "telea"}) {
            RestoreSpec spec = specOf(method);
            spec.taskParameters = completeTaskParameters(spec);
            for (const int largest : {128, 200, 4096}) {
                const InpaintPlan plan = planInpainting(spec, mask, 1, {}, largest);
                const int usual = planned(spec, mask, 1).regions[0].settings.tileSide;
                QCOMPARE(plan.regions[0].settings.tileSide, std::min(usual, largest));
                for (const auto& level : plan.regions[0].tiles) {
                    QVERIFY(std::all_of(level.begin(), level.end(), [&](const Tile& tile) {
                        return tile.area.width <= std::min(usual, largest) &&
                               tile.area.height <= std::min(usual, largest);
                    }));
                }
            }
        }
    }

    void nothingKnownBeginsFromNoise() {
        const InpaintPlan plan = planned({}, Mask({40, 40}, 255));
        QCOMPARE(plan.regions[0].settings.coarsest.t0, 1.0);
        QVERIFY(!plan.usesFillNetwork());
    }

private:
    static int pyramidLevels(const Mask& mask) { return planned(specOf("fill"), mask).regions[0].levelCount(); }
};

QTEST_GUILESS_MAIN(InpaintPlanTest)
#include "inpaint_plan_test.moc"
