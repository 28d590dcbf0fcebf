// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/mask_generator.h"

#include <QTest>

#include <set>

using namespace palimpsest;

class MaskGeneratorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharesStayInRange() {
        double sum = 0;
        for (std::uint64_t seed = 0; seed < 500; ++seed) {
            RandomStream random(seed);
            const TrainingMask mask = drawMask(64, random);
            QCOMPARE(mask.pixels.size(), std::size_t{64 * 64});
            QVERIFY(mask.share() >= 0.003 && mask.share() <= 0.6);
            for (const std::uint8_t value : mask.pixels) {
                QVERIFY(value <= 1);
            }
            sum += mask.share();
        }
        QVERIFY2(sum / 500 > 0.08 && sum / 500 < 0.3, qPrintable(QString::number(sum / 500)));
    }

    void equalSeedsGiveEqualMasks() {
        std::set<std::vector<std::uint8_t>> different;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            RandomStream one(seed);
            RandomStream other(seed);
            const TrainingMask mask = drawMask(48, one);
            QVERIFY(mask.pixels == drawMask(48, other).pixels);
            different.insert(mask.pixels);
        }
        QCOMPARE(different.size(), std::size_t{50});
    }

    void everyKindDrawsSomething_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("largest");
        QTest::newRow("scratches") << int(HoleKind::scratches) << 0.5;
        QTest::newRow("text") << int(HoleKind::text) << 0.7;
        QTest::newRow("dust") << int(HoleKind::dust) << 0.8;
        QTest::newRow("blobs") << int(HoleKind::blobs) << 0.95;
        QTest::newRow("rectangle") << int(HoleKind::rectangle) << 0.6;
        QTest::newRow("half plane") << int(HoleKind::halfPlane) << 0.5;
    }

    void everyKindDrawsSomething() {
        QFETCH(int, kind);
        QFETCH(double, largest);
        for (const int side : {32, 64, 128}) {
            double sum = 0;
            for (std::uint64_t seed = 0; seed < 50; ++seed) {
                RandomStream random(seed);
                const TrainingMask mask = drawHole(static_cast<HoleKind>(kind), side, random);
                QVERIFY2(mask.share() <= largest, qPrintable(QString::number(mask.share())));
                sum += mask.share();
            }
            QVERIFY(sum > 0.5);
        }
    }

    void halfPlanesTouchTheBorder() {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            RandomStream random(seed);
            const TrainingMask mask = drawHole(HoleKind::halfPlane, 32, random);
            bool touches = false;
            for (std::size_t i = 0; i < 32; ++i) {
                touches |= mask.pixels[i] != 0 || mask.pixels[31 * 32 + i] != 0 || mask.pixels[i * 32] != 0 ||
                           mask.pixels[i * 32 + 31] != 0;
            }
            QVERIFY(touches);
        }
    }
};

QTEST_GUILESS_MAIN(MaskGeneratorTest)
#include "mask_generator_test.moc"
