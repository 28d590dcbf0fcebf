// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_pictures.h"
#include "ui/canvas/tools/swept_dab.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{80, 60};
constexpr Rect kWhole{0, 0, 80, 60};

/// Many dabs close together, which the trace stands for.
Mask manyDabs(const Dab& from, const Dab& to, double hardness, int count) {
    Mask mask(kSize);
    for (int i = 0; i <= count; ++i) {
        const double way = double(i) / count;
        const Dab dab{from.centre + way * (to.centre - from.centre), from.radius + way * (to.radius - from.radius),
                      from.opacity + way * (to.opacity - from.opacity)};
        SweptDab(dab, dab, hardness).paint(mask, kWhole);
    }
    return mask;
}

} // namespace

class SweptDabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHardDabIsADisc();
    void hardnessIsTheCoveredShare();
    void opacityIsTheHighestValue();
    void theTraceIsWhatManyDabsLeave();
    void taperedTracesComeClose();
    void boundsHoldEverything();
    void limitedToTheArea();
    void paintTakesTheHigherEraseTheLower();
};

void SweptDabTest::aHardDabIsADisc() {
    const Dab dab{{40.3, 30.8}, 12.6, 1};
    const SweptDab trace(dab, dab, 1);
    for (int y = 0; y < kSize.height; ++y) {
        for (int x = 0; x < kSize.width; ++x) {
            const double distance = std::hypot(x + 0.5 - 40.3, y + 0.5 - 30.8);
            if (distance <= 12.1) {
                QCOMPARE(int{trace.at(x, y)}, 255);
            } else if (distance >= 13.1) {
                QCOMPARE(int{trace.at(x, y)}, 0);
            }
        }
    }
    QCOMPARE(int{SweptDab({{5.5, 5.5}, 0.5, 1}, {{5.5, 5.5}, 0.5, 1}, 1).at(5, 5)}, 255);
    QCOMPARE(int{SweptDab({{5.5, 5.5}, 0.5, 1}, {{5.5, 5.5}, 0.5, 1}, 1).at(6, 5)}, 0);
}

void SweptDabTest::hardnessIsTheCoveredShare() {
    for (const double hardness : {0.0, 0.3, 0.8}) {
        const Dab dab{{40.5, 30.5}, 20, 1};
        const SweptDab trace(dab, dab, hardness);
        int last = 255;
        for (int x = 40; x < 62; ++x) {
            const int value = trace.at(x, 30);
            QVERIFY2(value <= last, "must fall towards the edge");
            QVERIFY(x - 40 > 20 * hardness || value == 255);
            last = value;
        }
        QCOMPARE(last, 0);
        const int middle = static_cast<int>(40 + 20 * (1 + hardness) / 2);
        QVERIFY(trace.at(middle, 30) > 90 && trace.at(middle, 30) < 180);
    }
}

void SweptDabTest::opacityIsTheHighestValue() {
    const Dab dab{{40.5, 30.5}, 8, 0.4};
    Mask mask(kSize);
    SweptDab(dab, dab, 1).paint(mask, kWhole);
    SweptDab(dab, dab, 1).paint(mask, kWhole);
    QCOMPARE(int{mask.at(40, 30)}, 102);
}

void SweptDabTest::theTraceIsWhatManyDabsLeave() {
    std::mt19937 random(1);
    const auto between = [&](double low, double high) { return low + (high - low) * (random() % 10001) / 10000; };
    for (int i = 0; i < 60; ++i) {
        const double radius = between(0.5, 15);
        const double hardness = between(0, 1);
        const Dab from{{between(-10, 90), between(-10, 70)}, radius, 0.9};
        const Dab to{{between(-10, 90), between(-10, 70)}, radius, 0.9};
        Mask swept(kSize);
        SweptDab(from, to, hardness).paint(swept, kWhole);
        const Mask dabs = manyDabs(from, to, hardness, 1500);
        for (int k = 0; k < kSize.area(); ++k) {
            const auto at = static_cast<std::size_t>(k);
            const int difference = swept.values()[at] - dabs.values()[at];
            QVERIFY2(difference >= -1 && difference <= 2, qPrintable(QString::number(difference)));
        }
    }
}

void SweptDabTest::taperedTracesComeClose() {
    const Dab from{{15, 20}, 3, 0.4};
    const Dab to{{60, 35}, 9, 1};
    Mask swept(kSize);
    SweptDab(from, to, 0.5).paint(swept, kWhole);
    const Mask dabs = manyDabs(from, to, 0.5, 1500);
    for (int k = 0; k < kSize.area(); ++k) {
        const auto at = static_cast<std::size_t>(k);
        QVERIFY(std::abs(swept.values()[at] - dabs.values()[at]) <= 24);
    }
}

void SweptDabTest::boundsHoldEverything() {
    std::mt19937 random(2);
    for (int i = 0; i < 100; ++i) {
        const Dab from{{double(random() % 80), double(random() % 60)}, 0.5 + random() % 12, 1};
        const Dab to{{double(random() % 80), double(random() % 60)}, 0.5 + random() % 12, 1};
        const SweptDab trace(from, to, 0.3);
        const Rect bounds = trace.bounds();
        Mask inBounds(kSize);
        trace.paint(inBounds, bounds.intersected(kWhole));
        const Mask all = maskOf(kSize, [&](int x, int y) { return trace.at(x, y); });
        QVERIFY(inBounds == all);
    }
}

void SweptDabTest::limitedToTheArea() {
    Mask mask(kSize);
    SweptDab({{40, 30}, 20, 1}, {{45, 30}, 20, 1}, 1).paint(mask, {38, 28, 5, 4});
    QVERIFY((mask.bounds() == Rect{38, 28, 5, 4}));
}

void SweptDabTest::paintTakesTheHigherEraseTheLower() {
    const SweptDab trace({{20, 30}, 10, 0.8}, {{55, 30}, 10, 0.8}, 0);
    const Mask before = maskOf(kSize, [](int x, int y) { return (x * 37 + y * 11) % 256; });
    Mask painted = before;
    Mask erased = before;
    trace.paint(painted, kWhole);
    trace.erase(erased, kWhole);
    for (int y = 0; y < kSize.height; ++y) {
        for (int x = 0; x < kSize.width; ++x) {
            QCOMPARE(int{painted.at(x, y)}, std::max<int>(before.at(x, y), trace.at(x, y)));
            QCOMPARE(int{erased.at(x, y)}, std::min<int>(before.at(x, y), 255 - trace.at(x, y)));
        }
    }
}

QTEST_GUILESS_MAIN(SweptDabTest)
#include "swept_dab_test.moc"
