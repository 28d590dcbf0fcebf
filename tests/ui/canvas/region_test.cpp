// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_pictures.h"
#include "ui/canvas/region.h"
#include "ui/canvas/tools/flood_fill.h"

#include <QTest>
#include <queue>

#include <cmath>
#include <limits>
#include <random>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{50, 40};

/// The region laid into the whole picture.
Mask whole(const Region& region, Size size = kSize) {
    return maskOf(size, [&](int x, int y) {
        return region.area.contains(x, y) ? region.inside.at(x - region.area.x, y - region.area.y) : 0;
    });
}

/// Whether a ray to the right crosses the outline an odd number of times: the definition, pixel by pixel.
bool encloses(const QPolygonF& outline, double x, double y) {
    bool inside = false;
    for (qsizetype i = 0; i < outline.size(); ++i) {
        const QPointF& a = outline[i];
        const QPointF& b = outline[(i + 1) % outline.size()];
        if ((a.y() <= y) != (b.y() <= y) && x >= a.x() + (y - a.y()) * (b.x() - a.x()) / (b.y() - a.y())) {
            inside = !inside;
        }
    }
    return inside;
}

Mask filledSlowly(const Image& image, const FloodFill& fill) {
    const auto similar = [&](int x, int y) {
        for (int c = 0; c < image.channels(); ++c) {
            if (std::abs(image.valueAt(x, y, c) - image.valueAt(fill.x, fill.y, c)) * 255 > fill.tolerance + 1e-3) {
                return false;
            }
        }
        return true;
    };
    Mask mask(image.size());
    std::queue<std::pair<int, int>> open;
    open.push({fill.x, fill.y});
    while (!open.empty()) {
        const auto [x, y] = open.front();
        open.pop();
        if (x < 0 || y < 0 || x >= image.width() || y >= image.height() || mask.at(x, y) || !similar(x, y)) {
            continue;
        }
        mask.set(x, y, 255);
        for (const auto& [dx, dy] : {std::pair{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
            open.push({x + dx, y + dy});
        }
    }
    return mask;
}

} // namespace

class RegionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void polygonsEqualTheirDefinition();
    void neighbouringPolygonsShareNoPixel();
    void polygonsWithoutAreaAreEmpty();
    void rectanglesTakeThePixelsTheyTouch();
    void fillEqualsASlowOne();
    void fillEverywhere();
    void fillAtEveryDepth();
    void fillOfOnePixel();
};

void RegionTest::polygonsEqualTheirDefinition() {
    std::mt19937 random(7);
    for (int i = 0; i < 100; ++i) {
        QPolygonF outline;
        for (unsigned k = 0; k < 3 + random() % 8; ++k) {
            outline += QPointF(int(random() % 700) / 10.0 - 10, int(random() % 600) / 10.0 - 10);
        }
        const Mask expected =
            maskOf(kSize, [&](int x, int y) { return encloses(outline, x + 0.5, y + 0.5) ? 255 : 0; });
        QVERIFY(whole(polygonRegion(outline, kSize)) == expected);
    }
}

void RegionTest::neighbouringPolygonsShareNoPixel() {
    const QPointF a(5, 5);
    const QPointF b(44.5, 8.5);
    const QPointF c(40, 36);
    const QPointF d(3, 30.5);
    const Mask first = whole(polygonRegion({a, b, c}, kSize));
    const Mask second = whole(polygonRegion({a, c, d}, kSize));
    const Mask both = whole(polygonRegion({a, b, c, d}, kSize));
    QCOMPARE(first.coveredPixels() + second.coveredPixels(), both.coveredPixels());
    QVERIFY(united(first, second) == both);
}

void RegionTest::polygonsWithoutAreaAreEmpty() {
    QVERIFY(polygonRegion({}, kSize).isEmpty());
    QVERIFY(polygonRegion({{1, 1}, {9, 9}}, kSize).isEmpty());
    QVERIFY(polygonRegion({{100, 100}, {120, 100}, {110, 130}}, kSize).isEmpty());
    QVERIFY(polygonRegion({{1, 1}, {9, 9}, {3, 9}}, {}).isEmpty());
}

void RegionTest::rectanglesTakeThePixelsTheyTouch() {
    QVERIFY((rectangleRegion({QPointF(3.2, 4.9), QPointF(6.1, 5.5)}, kSize).area == Rect{3, 4, 4, 2}));
    QVERIFY((rectangleRegion({QPointF(6.1, 5.5), QPointF(3.2, 4.9)}, kSize).area == Rect{3, 4, 4, 2}));
    QVERIFY((rectangleRegion({QPointF(-9, -9), QPointF(99, 3)}, kSize).area == Rect{0, 0, 50, 3}));
    QVERIFY(rectangleRegion({QPointF(-9, -9), QPointF(-3, -3)}, kSize).isEmpty());
}

void RegionTest::fillEqualsASlowOne() {
    std::mt19937 random(9);
    for (int i = 0; i < 40; ++i) {
        const Image image = pictureOf<std::uint8_t>(
            kSize, 3, [&](int, int, int) { return static_cast<std::uint8_t>(random() % 3 * 20 + 100); });
        const FloodFill fill{static_cast<int>(random() % 50), static_cast<int>(random() % 40),
                             static_cast<int>(random() % 3) * 20 + 1, true};
        QVERIFY(whole(similarRegion(image, fill)) == filledSlowly(image, fill));
    }
}

void RegionTest::fillEverywhere() {
    const Image image = pictureOf<std::uint8_t>(kSize, 1, [](int x, int, int) { return x % 10 < 3 ? 100 : 200; });
    const Mask contiguous = whole(similarRegion(image, {11, 5, 10, true}));
    QVERIFY((contiguous.bounds() == Rect{10, 0, 3, 40}));
    const Mask everywhere = whole(similarRegion(image, {11, 5, 10, false}));
    QVERIFY(everywhere == maskOf(kSize, [](int x, int) { return x % 10 < 3 ? 255 : 0; }));
}

void RegionTest::fillAtEveryDepth() {
    const auto step = [](int x) { return x / 10; }; // five bands
    const Image eight =
        pictureOf<std::uint8_t>(kSize, 3, [&](int x, int, int) { return static_cast<std::uint8_t>(step(x) * 20); });
    const Image sixteen = pictureOf<std::uint16_t>(
        kSize, 3, [&](int x, int, int) { return static_cast<std::uint16_t>(step(x) * 20 * 257); });
    const Image real = pictureOf<float>(kSize, 3, [&](int x, int, int) {
        return x >= 40 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(step(x)) * 20 / 255;
    });
    for (const Image& image : {eight, sixteen, real}) {
        QVERIFY((whole(similarRegion(image, {15, 3, 19, true})).bounds() == Rect{10, 0, 10, 40}));
        QVERIFY((whole(similarRegion(image, {15, 3, 21, true})).bounds() == Rect{0, 0, 30, 40}));
    }
    QVERIFY(similarRegion(real, {45, 3, 255, true}).isEmpty());
}

void RegionTest::fillOfOnePixel() {
    const Region region = similarRegion(directReconstruction({1, 1}, 3), {0, 0, 0, true});
    QVERIFY((region.area == Rect{0, 0, 1, 1}));
    QCOMPARE(int{region.inside.at(0, 0)}, 255);
}

QTEST_GUILESS_MAIN(RegionTest)
#include "region_test.moc"
