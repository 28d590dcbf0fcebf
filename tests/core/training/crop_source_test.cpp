// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/training/crop_source.h"
#include "tests/core/training/training_samples.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace palimpsest;

namespace {

/// Value 2x + 2y in every channel: linear, and averages of 2 x 2 pixels are whole numbers.
TrainingPicture ramp(Size size) {
    RgbPicture picture{size, {}};
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            picture.pixels.insert(picture.pixels.end(), 3, static_cast<std::uint8_t>(2 * x + 2 * y));
        }
    }
    return makeTrainingPicture("ramp", std::move(picture), 8);
}

float byteAt(const Crop& crop, int channel, int x, int y) {
    return (crop.planes[static_cast<std::size_t>((channel * crop.side + y) * crop.side + x)] + 1) * 127.5F;
}

} // namespace

class CropSourceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fullScaleCropsAreThePixelsThemselves() {
        const std::vector<TrainingPicture> pictures{ramp({60, 50})};
        const CropSource source(pictures, {.side = 16, .augment = false});
        const Crop crop = source.cut(pictures[0], 1.0, 0, 0);
        QVERIFY(std::abs(byteAt(crop, 0, 0, 0) - 0) < 1e-3);
        QVERIFY(std::abs(byteAt(crop, 2, 5, 7) - 24) < 1e-3);
        const Crop last = source.cut(pictures[0], 1.0, 1, 1);
        QVERIFY(std::abs(byteAt(last, 1, 15, 15) - (118 + 98)) < 1e-3);
    }

    void shrinkingAverages_data() {
        QTest::addColumn<double>("factor");
        QTest::newRow("1.5") << 1.5;
        QTest::newRow("2") << 2.0;
        QTest::newRow("3") << 3.0;
        QTest::newRow("largest") << 50.0 / 16;
    }

    void shrinkingAverages() {
        QFETCH(double, factor);
        const std::vector<TrainingPicture> pictures{ramp({60, 50})};
        const CropSource source(pictures, {.side = 16, .augment = false});
        const Crop crop = source.cut(pictures[0], factor, 0, 0);
        // Output pixel i averages [i * factor, (i + 1) * factor): on a ramp, the value at its centre,
        // but for the steps of the pixels: a sixth of a pixel of the level at most.
        for (const int at : {0, 3, 15}) {
            const double centre = (at + 0.5) * factor - 0.5;
            QVERIFY2(std::abs(byteAt(crop, 0, at, 0) - 2 * (centre + 0.5 * factor - 0.5)) < 0.7,
                     qPrintable(QString::number(at)));
        }
    }

    void drawsAreRepeatableInRangeAndDifferent() {
        const TrainingPhotos photos = wavyPhotos();
        const CropSource source(photos.training, {.side = 32});
        for (std::uint64_t seed = 0; seed < 100; ++seed) {
            RandomStream one(seed);
            RandomStream other(seed);
            const Crop crop = source.draw(one);
            QVERIFY(crop.planes == source.draw(other).planes);
            QVERIFY(crop.planes != source.draw(one).planes);
            const auto [least, most] = std::minmax_element(crop.planes.begin(), crop.planes.end());
            QVERIFY(*least >= -1 && *most <= 1);
        }
    }

    void smallPicturesAreLeftOut() {
        const std::vector<TrainingPicture> pictures{ramp({60, 15}), ramp({16, 16})};
        QCOMPARE(CropSource(pictures, {.side = 16}).usable().size(), std::size_t{1});
        QVERIFY_EXCEPTION_THROWN(CropSource(pictures, {.side = 17}), Error);
    }

    void halvingsAverageFourPixels() {
        const TrainingPicture picture = ramp({33, 20});
        QCOMPARE(picture.levels.size(), std::size_t{2});
        QVERIFY((picture.levels[1].size == Size{16, 10}));
        QCOMPARE(int(picture.levels[1].pixels[3]), 6); // of 4, 6, 6 and 8
    }
};

QTEST_GUILESS_MAIN(CropSourceTest)
#include "crop_source_test.moc"
