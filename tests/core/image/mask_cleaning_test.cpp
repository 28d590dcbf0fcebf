// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/cv_view.h"
#include "core/image/mask_cleaning.h"
#include "tests/support/test_images.h"

#include <QTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace palimpsest;

namespace {

constexpr Size kSize{200, 80};

Mask text(int lineType) {
    Mask mask(kSize);
    cv::putText(cvView(mask), "Palimpsest", {8, 50}, cv::FONT_HERSHEY_SIMPLEX, 1, cv::Scalar(255), 2, lineType);
    return mask;
}

bool isBinary(const Mask& mask) {
    return std::ranges::all_of(mask.values(), [](int value) { return value == 0 || value == 255; });
}

Mask throughJpeg(const Mask& mask, int quality) {
    std::vector<uchar> bytes;
    cv::imencode(".jpg", cvView(mask), bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    return maskFromCv(cv::imdecode(bytes, cv::IMREAD_GRAYSCALE));
}

} // namespace

class MaskCleaningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void binaryMasksStay() {
        for (const Mask& mask : {text(cv::LINE_8), Mask(kSize), Mask(kSize, 255)}) {
            const CleanedMask clean = cleaned(mask);
            QVERIFY(clean.mask == mask && !clean.hadNoise && !clean.hadRim);
        }
    }

    void anAntiAliasedRimIsMarkedWhole() {
        const Mask mask = text(cv::LINE_AA);
        QVERIFY(!isBinary(mask));
        const CleanedMask clean = cleaned(mask);
        QVERIFY(clean.hadRim && !clean.hadNoise);
        for (std::size_t i = 0; i < mask.values().size(); ++i) {
            QCOMPARE(int(clean.mask.values()[i]), mask.values()[i] > 0 ? 255 : 0);
        }
    }

    void wideRampsAndGreyAreasStay() {
        const Mask soft = feathered(discMask(kSize, 60, 40, 20), 8);
        QVERIFY(!isBinary(soft));
        QVERIFY(cleaned(soft).mask == soft);
        Mask half = discMask(kSize, 60, 40, 20);
        cvView(half) *= 0.5;
        QVERIFY(cleaned(half).mask == half);
    }

    void everyIslandIsJudgedAlone() {
        const Mask letters = text(cv::LINE_AA);
        Mask soft(kSize);
        cvView(soft)(cv::Rect(0, 56, 200, 24)) = 90;
        const CleanedMask clean = cleaned(united(letters, soft));
        QCOMPARE(int(clean.mask.at(100, 76)), 90);
        QVERIFY(clean.hadRim);
    }

    void theNoiseOfJpegIsRemoved() {
        const Mask mask = text(cv::LINE_8);
        for (const int quality : {60, 75, 90, 95}) {
            const Mask noisy = throughJpeg(mask, quality);
            QVERIFY(noisy.coveredPixels() > 1.2 * mask.coveredPixels());
            const CleanedMask clean = cleaned(noisy);
            QVERIFY2(clean.hadNoise && isBinary(clean.mask), qPrintable(QString::number(quality)));
            cv::Mat near;
            cv::dilate(cvView(mask), near, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
            QCOMPARE(cv::countNonZero(cvView(clean.mask) & ~near), 0);
            QCOMPARE(cv::countNonZero(cvView(mask) & ~cvView(clean.mask)), 0);
            QVERIFY(clean.mask.coveredPixels() < 2 * mask.coveredPixels());
        }
    }
};

QTEST_GUILESS_MAIN(MaskCleaningTest)
#include "mask_cleaning_test.moc"
