// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_pictures.h"
#include "ui/canvas/pixel_layer.h"
#include "ui/session/document/qimage_view.h"

#include <QPainter>
#include <QTest>

#include <cmath>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr QRgb kGround = 0xff010203;

QImage painted(const PixelLayer& layer, const ViewTransform& view, const QRect& dirty, QSize canvas = {120, 90}) {
    QImage image(canvas, QImage::Format_RGB32);
    image.fill(kGround);
    QPainter painter(&image);
    layer.paint(painter, view, dirty);
    return image;
}

ViewTransform viewAt(double zoom, const QPointF& pan = {}) {
    ViewTransform view;
    view.zoomTo(zoom, {});
    view.panBy(pan);
    return view;
}

int largestDifference(const QImage& a, const QImage& b) {
    int largest = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            largest = std::max(
                {largest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)), std::abs(qBlue(p) - qBlue(q))});
        }
    }
    return largest;
}

} // namespace

class PixelLayerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void halvesAreMeansOfFour();
    void blocksAreExact_data();
    void blocksAreExact();
    void smallSizesKeepTheMean();
    void pieceByPieceIsTheWhole_data();
    void pieceByPieceIsTheWhole();
    void coarseImagesAreStretchedOverTheirArea();
    void onePixel();
    void nothingIsPaintedBesideTheArea();
};

void PixelLayerTest::halvesAreMeansOfFour() {
    QImage image(5, 3, QImage::Format_RGB32);
    for (int y = 0; y < 3; ++y) {
        for (int x = 0; x < 5; ++x) {
            image.setPixel(x, y, qRgb(x * 40, y * 100, 255 - x));
        }
    }
    const QImage half = halved(image);
    QCOMPARE(half.size(), QSize(3, 2));
    QCOMPARE(half.pixel(0, 0), qRgb(20, 50, 255)); // 255 and 254 make 254.5, rounded up
    QCOMPARE(half.pixel(1, 0), qRgb(100, 50, 253));
    QCOMPARE(half.pixel(2, 0), qRgb(160, 50, 251)); // the last column counts twice
    QCOMPARE(half.pixel(0, 1), qRgb(20, 200, 255)); // so does the last row
}

void PixelLayerTest::blocksAreExact_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {1.0, 1.5, 2.0, 2.7, 8.0, 64.0}) {
        QTest::addRow("%g", zoom) << zoom;
    }
}

void PixelLayerTest::blocksAreExact() {
    QFETCH(double, zoom);
    const Image picture = patternedPicture({33, 21});
    const QImage pixels = toQImage(picture);
    const ViewTransform view = viewAt(zoom, {-7, 5});
    const QImage shown = painted(PixelLayer(pixels, {0, 0, 33, 21}), view, {0, 0, 120, 90});
    for (int y = 0; y < 90; ++y) {
        for (int x = 0; x < 120; ++x) {
            const int column = static_cast<int>(std::floor((x + 0.5 - view.origin().x()) / zoom));
            const int row = static_cast<int>(std::floor((y + 0.5 - view.origin().y()) / zoom));
            const bool inside = column >= 0 && column < 33 && row >= 0 && row < 21;
            QCOMPARE(shown.pixel(x, y), inside ? pixels.pixel(column, row) : kGround);
        }
    }
}

void PixelLayerTest::smallSizesKeepTheMean() {
    // Lines one pixel wide are grey when shown small; picking single pixels would show black or white.
    const Image picture = pictureOf<std::uint8_t>({512, 512}, 1, [](int x, int, int) { return x % 2 ? 255 : 0; });
    const PixelLayer layer(toQImage(picture), {0, 0, 512, 512});
    for (const double zoom : {0.5, 0.25, 0.21, 0.1}) {
        const QImage shown = painted(layer, viewAt(zoom), {0, 0, 120, 90});
        for (int x = 5; x < 45; ++x) {
            QVERIFY(std::abs(qRed(shown.pixel(x, 20)) - 128) <= 2);
        }
    }
}

void PixelLayerTest::pieceByPieceIsTheWhole_data() {
    blocksAreExact_data();
    for (const double zoom : {0.9, 0.61, 0.33, 0.11}) {
        QTest::addRow("%g", zoom) << zoom;
    }
}

void PixelLayerTest::pieceByPieceIsTheWhole() {
    QFETCH(double, zoom);
    const PixelLayer layer(toQImage(patternedPicture({300, 250})), {0, 0, 300, 250});
    const ViewTransform view = viewAt(zoom, {3, -4});
    const QImage whole = painted(layer, view, {0, 0, 120, 90});
    QImage pieces(120, 90, QImage::Format_RGB32);
    pieces.fill(kGround);
    QPainter painter(&pieces);
    for (int y = 0; y < 90; y += 17) {
        for (int x = 0; x < 120; x += 23) {
            layer.paint(painter, view, QRect(x, y, 23, 17));
        }
    }
    painter.end();
    QVERIFY2(largestDifference(whole, pieces) <= 1, qPrintable(QString::number(largestDifference(whole, pieces))));
}

void PixelLayerTest::coarseImagesAreStretchedOverTheirArea() {
    QImage coarse(2, 1, QImage::Format_RGB32);
    coarse.setPixel(0, 0, qRgb(10, 10, 10));
    coarse.setPixel(1, 0, qRgb(210, 210, 210));
    const QImage shown = painted(PixelLayer(coarse, {10, 10, 40, 20}), viewAt(1), {0, 0, 120, 90});
    QCOMPARE(shown.pixel(9, 15), kGround);
    QCOMPARE(shown.pixel(50, 15), kGround);
    QVERIFY(std::abs(qRed(shown.pixel(12, 15)) - 10) <= 2);
    QVERIFY(std::abs(qRed(shown.pixel(47, 15)) - 210) <= 2);
    QVERIFY(std::abs(qRed(shown.pixel(30, 15)) - 110) <= 6); // mixed in the middle, not a step
}

void PixelLayerTest::onePixel() {
    QImage one(1, 1, QImage::Format_RGB32);
    one.fill(qRgb(9, 8, 7));
    const PixelLayer layer(one, {0, 0, 1, 1});
    QCOMPARE(painted(layer, viewAt(8), {0, 0, 120, 90}).pixel(7, 7), qRgb(9, 8, 7));
    QCOMPARE(painted(layer, viewAt(8), {0, 0, 120, 90}).pixel(8, 8), kGround);
    QCOMPARE(painted(layer, viewAt(1.0 / 256), {0, 0, 120, 90}).pixel(0, 0), qRgb(9, 8, 7));
}

void PixelLayerTest::nothingIsPaintedBesideTheArea() {
    const PixelLayer layer(toQImage(patternedPicture({30, 25})), {0, 0, 30, 25});
    for (const double zoom : {0.3, 1.0, 2.0}) {
        const ViewTransform view = viewAt(zoom, {20, 20});
        const QImage shown = painted(layer, view, {0, 0, 120, 90});
        const QRect inside = deviceRect(view, {0, 0, 30, 25});
        for (int y = 0; y < 90; ++y) {
            for (int x = 0; x < 120; ++x) {
                QCOMPARE(shown.pixel(x, y) == kGround, !inside.contains(x, y));
            }
        }
    }
    QVERIFY(PixelLayer().isNull());
}

QTEST_GUILESS_MAIN(PixelLayerTest)
#include "pixel_layer_test.moc"
