// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_estimate.h"
#include "tests/core/training/training_samples.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace palimpsest;

namespace {

/// Paints holes in one colour, and checks that it never sees what is behind them.
void paintHole(RgbPicture& picture, const std::vector<std::uint8_t>& hole, HoleFill) {
    for (std::size_t i = 0; i < hole.size(); ++i) {
        for (std::size_t c = 0; c < 3 && hole[i] != 0; ++c) {
            if (picture.pixels[i * 3 + c] != 0) {
                throw std::logic_error("the filler sees the truth");
            }
            picture.pixels[i * 3 + c] = 200;
        }
    }
}

} // namespace

class TrainingEstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownPixelsStayAndHolesChange() {
        const TrainingPhotos photos = wavyPhotos();
        const CropSource source(photos.training, {.side = 32});
        int changedHoles = 0;
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            RandomStream random(seed);
            const Crop crop = source.draw(random);
            const TrainingMask mask = drawMask(32, random);
            const Crop estimate = drawEstimate(crop, mask, paintHole, random);
            bool changed = false;
            for (std::size_t i = 0; i < crop.planes.size(); ++i) {
                QVERIFY(std::isfinite(estimate.planes[i]) && std::abs(estimate.planes[i]) <= 1.3F);
                if (mask.pixels[i % mask.pixels.size()] == 0) {
                    QCOMPARE(estimate.planes[i], crop.planes[i]);
                } else {
                    changed |= estimate.planes[i] != crop.planes[i];
                }
            }
            changedHoles += changed ? 1 : 0;
        }
        QVERIFY(changedHoles >= 299);
    }

    void classicalEstimateIsTheFillers() {
        const TrainingPhotos photos = wavyPhotos();
        const CropSource source(photos.training, {.side = 32, .augment = false});
        RandomStream random(1);
        const Crop crop = source.draw(random);
        const TrainingMask mask = drawHole(HoleKind::rectangle, 32, random);
        const Crop estimate = classicalEstimate(crop, mask, paintHole, HoleFill::telea);
        for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
            if (mask.pixels[i] != 0) {
                QVERIFY(std::abs(estimate.planes[i] - (200 / 127.5F - 1)) < 1e-6F);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TrainingEstimateTest)
#include "training_estimate_test.moc"
