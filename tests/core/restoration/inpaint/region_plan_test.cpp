// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/region_plan.h"

#include <QtTest>

#include <chrono>

using namespace palimpsest;

namespace {

void fill(Mask& mask, const Rect& area) {
    for (int y = area.y; y < area.bottom(); ++y) {
        std::fill_n(mask.row(y) + area.x, area.width, std::uint8_t{255});
    }
}

} // namespace

class RegionPlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyHolePixelIsInExactlyOneRegion() {
        Mask mask({700, 500});
        for (int i = 0; i < 300; ++i) {
            mask.set((i * 7919) % 700, (i * 104729) % 500, 1 + i % 255);
        }
        fill(mask, {600, 0, 100, 40});
        const auto regions = planRegions(mask, 20);
        for (int y = 0; y < mask.height(); ++y) {
            for (int x = 0; x < mask.width(); ++x) {
                if (mask.at(x, y) > 0) {
                    QCOMPARE(std::count_if(regions.begin(), regions.end(),
                                           [&](const Region& r) { return r.area.contains(x, y); }),
                             1);
                }
            }
        }
    }

    void islandsFarApartAreSeparate() {
        Mask mask({1000, 1000});
        fill(mask, {100, 100, 10, 10});
        fill(mask, {800, 850, 30, 20});
        const auto regions = planRegions(mask, 32);
        QCOMPARE(regions.size(), std::size_t{2});
        QCOMPARE(regions[0].area, (Rect{68, 68, 74, 74}));
        QCOMPARE(regions[1].area, (Rect{768, 818, 94, 84}));
        QVERIFY(std::abs(regions[0].holes.radius - 5) <= 1);
        QVERIFY(std::abs(regions[1].holes.radius - 10) <= 1);
    }

    void regionsThatGrowTogetherBecomeOne() {
        Mask mask({1000, 1000});
        fill(mask, {100, 100, 10, 10});
        fill(mask, {300, 100, 10, 10});
        fill(mask, {800, 850, 30, 20});
        const auto regions = planRegions(mask, 32);
        QCOMPARE(regions.size(), std::size_t{3});
        const auto grown = grownRegions(mask, regions, {200, 0, 0});
        QCOMPARE(grown.size(), std::size_t{2});
        QCOMPARE(grown[0].area, (Rect{0, 0, 342, 342}));
        QCOMPARE(grown[0].holes.covered, std::int64_t{200});
        QCOMPARE(grown[1].area, regions[2].area);
    }

    void borderIsNoKnownPixel() {
        Mask mask({100, 100});
        fill(mask, {0, 0, 40, 100});
        const auto regions = planRegions(mask, 32);
        QCOMPARE(regions.size(), std::size_t{1});
        QVERIFY(std::abs(regions[0].holes.radius - 40) <= 2); // as deep as if the hole went on beyond the border
        QVERIFY(regions[0].hasKnown);
    }

    void extremes() {
        QVERIFY(planRegions(Mask(), 10).empty());
        QVERIFY(planRegions(Mask({50, 50}), 10).empty());
        const auto whole = planRegions(Mask({50, 30}, 255), 10);
        QCOMPARE(whole.size(), std::size_t{1});
        QCOMPARE(whole[0].area, (Rect{0, 0, 50, 30}));
        QVERIFY(!whole[0].hasKnown);
        const auto one = planRegions(Mask({1, 1}, 1), 64);
        QCOMPARE(one.size(), std::size_t{1});
        QVERIFY(!one[0].hasKnown);
    }

    void thousandsOfSpecksAreQuick() {
        Mask mask({4000, 3000});
        for (int y = 8; y < 3000; y += 97) {
            for (int x = 8; x < 4000; x += 89) {
                mask.set(x, y, 255);
            }
        }
        const auto begin = std::chrono::steady_clock::now();
        QVERIFY(!planRegions(mask, 24).empty());
        QVERIFY(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    }
};

QTEST_GUILESS_MAIN(RegionPlanTest)
#include "region_plan_test.moc"
