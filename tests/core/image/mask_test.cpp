// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/mask.h"
#include "tests/support/test_images.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <random>

using namespace palimpsest;

namespace {

/// By the definition: the highest value within the radius.
Mask grownByDefinition(const Mask& mask, double radius) {
    Mask result(mask.size());
    for (int y = 0; y < mask.height(); ++y) {
        for (int x = 0; x < mask.width(); ++x) {
            for (int v = 0; v < mask.height(); ++v) {
                for (int u = 0; u < mask.width(); ++u) {
                    if ((u - x) * (u - x) + (v - y) * (v - y) <= radius * radius) {
                        result.set(x, y, std::max(result.at(x, y), mask.at(u, v)));
                    }
                }
            }
        }
    }
    return result;
}

Mask randomMask(Size size, unsigned seed, const std::vector<std::uint8_t>& palette) {
    std::mt19937 random(seed);
    Mask mask(size);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            mask.set(x, y, random() % 9 == 0 ? palette[random() % palette.size()] : 0);
        }
    }
    return mask;
}

} // namespace

class MaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void boundsHoldEveryCoveredPixel() {
        Mask mask({9, 7});
        QVERIFY(mask.bounds().isEmpty());
        QCOMPARE(mask.coveredPixels(), 0);
        mask.set(3, 5, 1);
        QCOMPARE(mask.bounds(), (Rect{3, 5, 1, 1}));
        mask.set(8, 0, 255);
        mask.set(0, 2, 7);
        QCOMPARE(mask.bounds(), (Rect{0, 0, 9, 6}));
        QCOMPARE(mask.coveredPixels(), 3);
        QCOMPARE(Mask({4, 3}, 255).bounds(), (Rect{0, 0, 4, 3}));
        QVERIFY(Mask().bounds().isEmpty());
    }

    void refusesAWrongNumberOfBytes() { QVERIFY_THROWS_EXCEPTION(Bug, Mask({2, 3}, std::vector<std::uint8_t>(5))); }

    void growsByEuclideanDistance() {
        for (int width = 1; width <= 23; width += 2) {
            const Mask mask = randomMask({width, 17}, static_cast<unsigned>(width), {255});
            for (const double radius : {0.5, 1.0, 1.5, 2.0, 3.7, 5.0, 40.0}) {
                QVERIFY2(grown(mask, radius) == grownByDefinition(mask, radius), qPrintable(QString::number(radius)));
            }
        }
    }

    void growsSoftMasksLevelByLevel() {
        const Mask mask = randomMask({19, 21}, 5, {1, 40, 128, 254, 255});
        QVERIFY(grown(mask, 3.2) == grownByDefinition(mask, 3.2));
    }

    void growsManyLevelsFromBelow() {
        std::vector<std::uint8_t> palette(255);
        for (std::size_t i = 0; i < palette.size(); ++i) {
            palette[i] = static_cast<std::uint8_t>(i + 1);
        }
        const Mask mask = randomMask({60, 60}, 6, palette);
        const Mask exact = grownByDefinition(mask, 2);
        const Mask quick = grown(mask, 2);
        for (std::size_t i = 0; i < exact.values().size(); ++i) {
            QVERIFY(quick.values()[i] <= exact.values()[i]);
            QVERIFY(exact.values()[i] - quick.values()[i] <= 32);
            QCOMPARE(quick.values()[i] > 0, exact.values()[i] > 0);
            QVERIFY(quick.values()[i] >= mask.values()[i]);
        }
    }

    void shrinkingIsGrowthOfTheRest() {
        const Mask mask = inverted(randomMask({21, 16}, 9, {255, 90}));
        QVERIFY(grown(mask, -2.5) == inverted(grownByDefinition(inverted(mask), 2.5)));
        // What touches the border goes on beyond it.
        QVERIFY(grown(Mask({5, 5}, 255), -3) == Mask({5, 5}, 255));
        const Mask dot = discMask({9, 9}, 4, 4, 2);
        QCOMPARE(grown(dot, -3).coveredPixels(), 0);
    }

    void everySmallSizeWorks() {
        for (int width = 1; width <= 4; ++width) {
            for (int height = 1; height <= 4; ++height) {
                for (const std::uint8_t value : {0, 1, 255}) {
                    const Mask mask({width, height}, value);
                    QVERIFY(grown(mask, 1) == mask);
                    QVERIFY(grown(mask, 1e9) == mask);
                    QVERIFY(grown(mask, -1) == mask);
                    QVERIFY(feathered(mask, 2) == mask);
                    QVERIFY(inverted(inverted(mask)) == mask);
                }
            }
        }
        QVERIFY(grown(Mask(), 3).isNull());
        QVERIFY(feathered(Mask(), 3).isNull());
    }

    void featheringIsEvenAroundTheOutline() {
        Mask half({40, 3});
        for (int y = 0; y < 3; ++y) {
            std::fill(half.row(y) + 20, half.row(y) + 40, std::uint8_t{255});
        }
        const Mask soft = feathered(half, 6);
        for (int x = 1; x < 40; ++x) {
            QVERIFY(soft.at(x, 1) >= soft.at(x - 1, 1));
            QCOMPARE(soft.at(x, 1) + soft.at(39 - x, 1), 255);
        }
        QCOMPARE(int(soft.at(13, 1)), 0);
        QVERIFY(soft.at(15, 1) > 0);
        QVERIFY(soft.at(24, 1) < 255);
        QCOMPARE(int(soft.at(26, 1)), 255);
        QVERIFY(feathered(half, 0) == half);
    }

    void setsOperateOnSoftValues() {
        const Mask a({3, 1}, std::vector<std::uint8_t>{0, 100, 255});
        const Mask b({3, 1}, std::vector<std::uint8_t>{50, 200, 0});
        QVERIFY(united(a, b) == Mask({3, 1}, std::vector<std::uint8_t>{50, 200, 255}));
        QVERIFY(subtracted(a, b) == Mask({3, 1}, std::vector<std::uint8_t>{0, 55, 255}));
        QVERIFY(inverted(a) == Mask({3, 1}, std::vector<std::uint8_t>{255, 155, 0}));
        QVERIFY_THROWS_EXCEPTION(Bug, united(a, Mask({1, 3})));
    }

    void hashTellsMasksApart() {
        QVERIFY(contentHash(Mask({2, 3})) != contentHash(Mask({3, 2})));
        QVERIFY(contentHash(Mask({2, 3})) != contentHash(Mask({2, 3}, 1)));
        QCOMPARE(contentHash(Mask({2, 3}, 9)), contentHash(Mask({2, 3}, 9)));
    }

    void growsTwelveMegapixelsQuickly() {
        const Mask mask = discMask({4000, 3000}, 2000, 1500, 1400);
        QElapsedTimer timer;
        timer.start();
        const Mask larger = grown(mask, 25);
        qInfo("12 megapixels grown in %lld ms", timer.elapsed());
        QVERIFY(larger.coveredPixels() > mask.coveredPixels());
        QVERIFY(timer.elapsed() < 5000);
    }
};

QTEST_GUILESS_MAIN(MaskTest)
#include "mask_test.moc"
