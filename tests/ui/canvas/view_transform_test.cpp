// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/view_transform.h"

#include <QTest>

#include <cmath>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

bool isWhole(const QPointF& point) { return point.x() == std::round(point.x()) && point.y() == std::round(point.y()); }

} // namespace

class ViewTransformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mapsThereAndBack_data();
    void mapsThereAndBack();
    void oneToOneIsPhysicalPixels();
    void zoomKeepsThePointUnderTheAnchor();
    void theOriginStaysOnWholePixels();
    void fitShowsEverything();
    void tinyPicturesAreEnlargedByWholeFactors();
    void someOfThePictureStaysInSight();
};

void ViewTransformTest::mapsThereAndBack_data() {
    QTest::addColumn<double>("ratio");
    for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0}) {
        QTest::addRow("%g", ratio) << ratio;
    }
}

void ViewTransformTest::mapsThereAndBack() {
    QFETCH(double, ratio);
    ViewTransform view;
    view.setDevicePixelRatio(ratio);
    view.zoomTo(0.37, {40, 30});
    view.panBy({13, -7});
    const QPointF point(123.25, 77.5);
    const QPointF back = view.toPicture(view.toCanvas(point));
    QVERIFY(std::abs(back.x() - point.x()) < 1e-9 && std::abs(back.y() - point.y()) < 1e-9);
    const QPointF device = view.toDevice().map(point);
    QVERIFY(std::abs(device.x() - view.toCanvas(point).x() * ratio) < 1e-9);
    QCOMPARE(view.scale(), 0.37 / ratio);
}

void ViewTransformTest::oneToOneIsPhysicalPixels() {
    ViewTransform view;
    view.setDevicePixelRatio(2);
    view.zoomTo(1, {0, 0});
    QCOMPARE(view.toCanvas(QPointF(10, 4)) - view.toCanvas(QPointF(0, 0)), QPointF(5, 2));
}

void ViewTransformTest::zoomKeepsThePointUnderTheAnchor() {
    for (const double ratio : {1.0, 1.5, 2.0}) {
        ViewTransform view;
        view.setDevicePixelRatio(ratio);
        view.fit({4000, 3000}, {800, 600});
        const QPointF anchor(311, 222);
        const QPointF point = view.toPicture(anchor);
        for (const double zoom : {0.3, 1.0, 3.7, 64.0}) {
            view.zoomTo(zoom, anchor);
            const QPointF moved = (view.toCanvas(point) - anchor) * ratio;
            // Each step may be off by half a physical pixel, and that grows with the zoom.
            QVERIFY2(std::hypot(moved.x(), moved.y()) <= 0.75 * (1 + zoom / 0.2), qPrintable(QString::number(zoom)));
        }
    }
}

void ViewTransformTest::theOriginStaysOnWholePixels() {
    ViewTransform view;
    view.setDevicePixelRatio(1.5);
    view.fit({401, 299}, {333, 222});
    QVERIFY(isWhole(view.origin()));
    view.panBy({0.3, 1.7});
    QVERIFY(isWhole(view.origin()));
    view.zoomTo(2.3, {10.1, 20.2});
    QVERIFY(isWhole(view.origin()));
}

void ViewTransformTest::fitShowsEverything() {
    for (const Size picture : {Size{4000, 3000}, Size{100, 5000}, Size{30000, 10}}) {
        ViewTransform view;
        view.fit(picture, {800, 600});
        QVERIFY(view.zoom() < 1);
        const QRectF shown = view.toCanvas(QRectF(0, 0, picture.width, picture.height));
        QVERIFY(QRectF(0, 0, 800, 600).contains(shown));
        QVERIFY(std::abs(shown.center().x() - 400) <= 1 && std::abs(shown.center().y() - 300) <= 1);
    }
}

void ViewTransformTest::tinyPicturesAreEnlargedByWholeFactors() {
    ViewTransform view;
    view.fit({200, 150}, {800, 600});
    QCOMPARE(view.zoom(), 3.0);
    view.fit({1, 1}, {800, 600});
    QCOMPARE(view.zoom(), 8.0);
    view.fit({700, 500}, {800, 600});
    QCOMPARE(view.zoom(), 1.0);
}

void ViewTransformTest::someOfThePictureStaysInSight() {
    for (const QPointF push : {QPointF(1e5, 0), QPointF(-1e5, 0), QPointF(0, 1e5), QPointF(-1e5, -1e5)}) {
        for (const Size picture : {Size{4000, 3000}, Size{1, 1}, Size{1000, 2}}) {
            ViewTransform view;
            view.fit(picture, {800, 600});
            view.panBy(push);
            view.keepInSight(picture, {800, 600});
            const QRectF shown = view.toCanvas(QRectF(0, 0, picture.width, picture.height));
            const QRectF seen = shown & QRectF(0, 0, 800, 600);
            QVERIFY(seen.width() >= std::min(47.0, shown.width() - 1e-6));
            QVERIFY(seen.height() >= std::min(47.0, shown.height() - 1e-6));
        }
    }
}

QTEST_GUILESS_MAIN(ViewTransformTest)
#include "view_transform_test.moc"
