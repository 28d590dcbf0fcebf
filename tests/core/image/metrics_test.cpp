// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/metrics.h"
#include "tests/support/test_images.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace palimpsest;

namespace {

/// The pattern with a disturbance of up to 20 steps.
Image disturbed(Size size, int channels) {
    std::vector<std::uint8_t> values;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                const int noise = (x * 31 + y * 17 + channel * 11) % 41 - 20;
                values.push_back(static_cast<std::uint8_t>(std::clamp(patternAt(x, y, channel) + noise, 0, 255)));
            }
        }
    }
    return imageOf(size, channels, values);
}

/// PSNR, SSIM and HaarPSI of pattern and disturbance, computed with numpy 1.24 directly from the formulas (pixel by
/// pixel, without filters or libraries of image processing).
struct Expected {
    Size size;
    int channels;
    bool inDisc;
    double psnr;
    double ssim;
    double haarPsi;
};

constexpr std::array kExpected{
    Expected{{24, 20}, 1, false, 26.9139059792, 0.965476750699, 0.971063255965},
    Expected{{24, 20}, 1, true, 27.4360235987, 0.980243381336, 0.976987674802},
    Expected{{24, 20}, 3, false, 26.9108305053, 0.963713100196, 0.987548220975},
    Expected{{24, 20}, 3, true, 27.1189894574, 0.977165598737, 0.984206914364},
    Expected{{23, 19}, 3, false, 26.9310412994, 0.963353123272, 0.986000425147},
    Expected{{23, 19}, 3, true, 27.1189894574, 0.977166058343, 0.982204221056},
};

bool near(double value, double expected, double relative) {
    return std::abs(value - expected) <= relative * std::abs(expected);
}

} // namespace

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreeWithTheFormulas() {
        for (const Expected& row : kExpected) {
            const Image reference = patterned(row.size, row.channels, PixelDepth::uint8);
            const Image image = disturbed(row.size, row.channels);
            const Mask disc = discMask(row.size, 11, 9, 6);
            const Mask* region = row.inDisc ? &disc : nullptr;
            QVERIFY2(near(psnr(reference, image, region), row.psnr, 1e-6),
                     qPrintable(QString::number(psnr(reference, image, region), 'g', 12)));
            QVERIFY2(near(ssim(reference, image, region), row.ssim, 1e-6),
                     qPrintable(QString::number(ssim(reference, image, region), 'g', 12)));
            QVERIFY2(near(haarPsi(reference, image, region), row.haarPsi, 1e-6),
                     qPrintable(QString("%1 %2 %3: %4")
                                    .arg(row.size.width)
                                    .arg(row.channels)
                                    .arg(row.inDisc)
                                    .arg(haarPsi(reference, image, region), 0, char(103), 12)));
        }
    }

    void equalPicturesAreEqual() {
        for (int channels = 1; channels <= 4; ++channels) {
            for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16, PixelDepth::float32}) {
                const Image image = patterned({21, 17}, channels, depth);
                QVERIFY(std::isinf(psnr(image, image)));
                QCOMPARE(ssim(image, image), 1.0);
                QVERIFY(near(haarPsi(image, image), 1, 1e-12));
            }
        }
    }

    void everySmallSizeHasValues() {
        for (int width = 1; width <= 6; ++width) {
            for (int height = 1; height <= 6; ++height) {
                const Image black({width, height}, 3, PixelDepth::uint8,
                                  std::vector<std::byte>(static_cast<std::size_t>(width * height * 3)));
                const Image other = patterned({width, height}, 3, PixelDepth::uint8);
                for (const Image& image : {black, other}) {
                    QVERIFY(near(haarPsi(image, image), 1, 1e-12));
                    QCOMPARE(ssim(image, image), 1.0);
                }
                QVERIFY(haarPsi(black, other) >= 0 && haarPsi(black, other) <= 1);
                QVERIFY(std::abs(ssim(black, other)) <= 1);
                QVERIFY(std::isfinite(psnr(black, other)));
            }
        }
    }

    void whatLiesOutsideTheRegionDoesNotCount() {
        const Image reference = patterned({96, 64}, 3, PixelDepth::uint8);
        const Mask hole = discMask({96, 64}, 20, 30, 8);
        std::vector<std::byte> bytes(reference.pixels().begin(), reference.pixels().end());
        bytes[(30 * 96 + 80) * 3] ^= std::byte{255};
        const Image changed({96, 64}, 3, PixelDepth::uint8, bytes);
        QVERIFY(std::isinf(psnr(reference, changed, &hole)));
        QCOMPARE(ssim(reference, changed, &hole), 1.0);
        QVERIFY(near(haarPsi(reference, changed, &hole), 1, 1e-12));
        QVERIFY(std::isfinite(psnr(reference, changed)));
        QVERIFY(ssim(reference, changed) < 1);
        QVERIFY(haarPsi(reference, changed) < 1);
    }

    void knownDistancesOfPsnr() {
        const Image black = imageOf<std::uint8_t>({2, 1}, 1, {0, 0});
        const Image white = imageOf<std::uint8_t>({2, 1}, 1, {255, 255});
        QCOMPARE(psnr(black, white), 0.0);
        QVERIFY(near(psnr(imageOf<float>({1, 1}, 1, {0.5f}), imageOf<float>({1, 1}, 1, {0.6f})), 20, 1e-5));
    }

    void alphaIsNotLookedAt() {
        QVERIFY(std::isinf(psnr(imageOf<std::uint8_t>({1, 1}, 2, {5, 0}), imageOf<std::uint8_t>({1, 1}, 2, {5, 255}))));
    }

    void regionWithoutPixels() {
        const Image a = patterned({9, 9}, 1, PixelDepth::uint8);
        const Image b = disturbed({9, 9}, 1);
        const Mask none({9, 9});
        QVERIFY(std::isinf(psnr(a, b, &none)));
        QCOMPARE(ssim(a, b, &none), 1.0);
        QCOMPARE(haarPsi(a, b, &none), 1.0);
        QVERIFY_THROWS_EXCEPTION(Bug, psnr(a, patterned({9, 8}, 1, PixelDepth::uint8)));
        const Mask other({8, 9});
        QVERIFY_THROWS_EXCEPTION(Bug, ssim(a, b, &other));
    }
};

QTEST_GUILESS_MAIN(MetricsTest)
#include "metrics_test.moc"
