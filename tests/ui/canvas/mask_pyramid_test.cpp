// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_pictures.h"
#include "ui/canvas/mask_pyramid.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

ViewTransform viewAt(double zoom, const QPointF& pan = {}) {
    ViewTransform view;
    view.zoomTo(zoom, {});
    view.panBy(pan);
    return view;
}

} // namespace

class MaskPyramidTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void magnifiedSamplesAreThePixels();
    void noPixelIsMissedWhenSmall_data();
    void noPixelIsMissedWhenSmall();
    void samplesStayWithinAPixel();
    void updatesEqualAReset();
    void emptyPartsAreKnown();
    void dependantsHoldEverySampleThatChanges();
    void onePixelAndNone();
};

void MaskPyramidTest::magnifiedSamplesAreThePixels() {
    const Mask mask = maskOf({9, 7}, [](int x, int y) { return x * 10 + y; });
    MaskPyramid pyramid;
    pyramid.reset(mask);
    const QRect device(-4, -3, 60, 50);
    const auto values = pyramid.sampled(viewAt(3, {2, 1}), device);
    for (int y = 0; y < device.height(); ++y) {
        for (int x = 0; x < device.width(); ++x) {
            const int column = static_cast<int>(std::floor((x - 4 - 2) / 3.0));
            const int row = static_cast<int>(std::floor((y - 3 - 1) / 3.0));
            const bool inside = column >= 0 && column < 9 && row >= 0 && row < 7;
            QCOMPARE(int{values[static_cast<std::size_t>(y * 60 + x)]}, inside ? column * 10 + row : 0);
        }
    }
}

void MaskPyramidTest::noPixelIsMissedWhenSmall_data() {
    QTest::addColumn<double>("zoom");
    for (const double zoom : {0.99, 0.7, 0.5, 0.43, 0.26, 0.25, 0.13, 0.031}) {
        QTest::addRow("%g", zoom) << zoom;
    }
}

void MaskPyramidTest::noPixelIsMissedWhenSmall() {
    QFETCH(double, zoom);
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        Mask mask(Size{333, 257});
        mask.set(static_cast<int>(random() % 300), static_cast<int>(random() % 220), 200);
        MaskPyramid pyramid;
        pyramid.reset(mask);
        const auto values = pyramid.sampled(viewAt(zoom), {0, 0, 340, 260});
        QVERIFY(std::ranges::count(values, 200) >= 1);
    }
}

/// What is shown lies no further from the place than a pixel of the screen and one of the picture.
void MaskPyramidTest::samplesStayWithinAPixel() {
    for (const double zoom : {0.9, 0.43, 0.26, 0.13}) {
        Mask mask(Size{400, 300});
        mask.set(201, 149, 255);
        MaskPyramid pyramid;
        pyramid.reset(mask);
        const auto values = pyramid.sampled(viewAt(zoom), {0, 0, 400, 300});
        for (int y = 0; y < 300; ++y) {
            for (int x = 0; x < 400; ++x) {
                if (values[static_cast<std::size_t>(y * 400 + x)] > 0) {
                    QVERIFY(std::abs(x + 0.5 - 201.5 * zoom) <= 1.5 && std::abs(y + 0.5 - 149.5 * zoom) <= 1.5);
                }
            }
        }
    }
}

void MaskPyramidTest::updatesEqualAReset() {
    std::mt19937 random(5);
    Mask mask(Size{131, 77});
    MaskPyramid followed;
    followed.reset(mask);
    for (int i = 0; i < 60; ++i) {
        const Rect box = Rect{static_cast<int>(random() % 131), static_cast<int>(random() % 77),
                              1 + static_cast<int>(random() % 40), 1 + static_cast<int>(random() % 30)}
                             .intersected({0, 0, 131, 77});
        const auto value = static_cast<std::uint8_t>(random() % 3 * 127);
        for (int y = box.y; y < box.bottom(); ++y) {
            std::fill_n(mask.row(y) + box.x, box.width, value);
        }
        followed.update(box);
        MaskPyramid fresh;
        fresh.reset(mask);
        for (const double zoom : {1.0, 0.5, 0.2, 0.06, 1.0 / 256}) {
            QVERIFY(followed.sampled(viewAt(zoom), {0, 0, 140, 80}) == fresh.sampled(viewAt(zoom), {0, 0, 140, 80}));
        }
    }
}

void MaskPyramidTest::emptyPartsAreKnown() {
    Mask mask(Size{500, 400});
    mask.set(300, 200, 1);
    MaskPyramid pyramid;
    pyramid.reset(mask);
    QVERIFY(pyramid.maybeCovered({300, 200, 1, 1}));
    QVERIFY(pyramid.maybeCovered({-10, -10, 2000, 2000}));
    QVERIFY(!pyramid.maybeCovered({0, 0, 200, 150}));
    QVERIFY(!pyramid.maybeCovered({600, 0, 20, 20}));
    QVERIFY(!pyramid.maybeCovered({}));
}

void MaskPyramidTest::dependantsHoldEverySampleThatChanges() {
    std::mt19937 random(6);
    for (const double zoom : {4.0, 1.0, 0.8, 0.3, 0.07}) {
        const ViewTransform view = viewAt(zoom, {5, 3});
        Mask mask(Size{300, 200});
        MaskPyramid pyramid;
        pyramid.reset(mask);
        for (int i = 0; i < 50; ++i) {
            const QRect canvas(0, 0, 320, 220);
            const auto before = pyramid.sampled(view, canvas);
            const int x = static_cast<int>(random() % 300);
            const int y = static_cast<int>(random() % 200);
            mask.set(x, y, static_cast<std::uint8_t>(255 - mask.at(x, y)));
            pyramid.update({x, y, 1, 1});
            const auto after = pyramid.sampled(view, canvas);
            const QRect dependants = pyramid.dependants(view, {x, y, 1, 1});
            for (int k = 0; k < 320 * 220; ++k) {
                const auto at = static_cast<std::size_t>(k);
                QVERIFY(before[at] == after[at] || dependants.contains(k % 320, k / 320));
            }
        }
    }
}

void MaskPyramidTest::onePixelAndNone() {
    MaskPyramid pyramid;
    QVERIFY(pyramid.isNull());
    QVERIFY(!pyramid.maybeCovered({0, 0, 10, 10}));
    const Mask none;
    pyramid.reset(none);
    QCOMPARE(int{pyramid.sampled(viewAt(0.5), {0, 0, 2, 2}).front()}, 0);
    const Mask one(Size{1, 1}, 255);
    pyramid.reset(one);
    QVERIFY(pyramid.maybeCovered({0, 0, 1, 1}));
    QCOMPARE(int{pyramid.sampled(viewAt(1.0 / 256), {0, 0, 1, 1}).front()}, 255);
    QCOMPARE(int{pyramid.sampled(viewAt(64), {63, 63, 1, 1}).front()}, 255);
}

QTEST_GUILESS_MAIN(MaskPyramidTest)
#include "mask_pyramid_test.moc"
