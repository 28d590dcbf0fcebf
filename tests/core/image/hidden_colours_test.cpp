// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/hidden_colours.h"
#include "tests/support/test_images.h"

#include <QTest>

#include <cmath>

using namespace palimpsest;

namespace {

constexpr int kSide = 37;

/// A red disc with a soft edge, pure green hidden around it.
template <typename Value>
Image sprite(int channels, Value full) {
    std::vector<Value> values;
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            const double cover = std::clamp(12.5 - std::hypot(x - 18, y - 18), 0.0, 1.0);
            const auto alpha = static_cast<Value>(cover * full);
            const auto red = static_cast<Value>(alpha > 0 ? full * 0.8 : 0);
            if (channels == 4) {
                values.insert(values.end(), {red, alpha > 0 ? Value{} : full, Value{}, alpha});
            } else {
                values.insert(values.end(), {red, alpha});
            }
        }
    }
    return imageOf({kSide, kSide}, channels, values);
}

template <typename Value>
void expectSpread(int channels, Value full) {
    const Image hidden = sprite(channels, full);
    QVERIFY(hidesColours(hidden));
    const Image spread = withSpreadColours(hidden);
    for (int y = 0; y < kSide; ++y) {
        for (int x = 0; x < kSide; ++x) {
            QVERIFY(std::abs(spread.valueAt(x, y, 0) - 0.8f) < 0.01f);
            QCOMPARE(spread.valueAt(x, y, channels - 1), hidden.valueAt(x, y, channels - 1));
            if (channels == 4) {
                QCOMPARE(spread.valueAt(x, y, 1), 0.0f);
            }
            if (hidden.valueAt(x, y, channels - 1) > 0) {
                QCOMPARE(spread.valueAt(x, y, 0), hidden.valueAt(x, y, 0));
            }
        }
    }
}

} // namespace

class HiddenColoursTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void visibleColoursTakeTheirPlace() {
        expectSpread<std::uint8_t>(4, 255);
        expectSpread<std::uint8_t>(2, 255);
        expectSpread<std::uint16_t>(4, 65535);
        expectSpread<float>(4, 1.0f);
    }

    void damageIsNotSpread() {
        const Image image = imageOf<std::uint8_t>({3, 1}, 4, {9, 9, 9, 0, 200, 0, 200, 255, 50, 60, 70, 255});
        Mask damage({3, 1});
        damage.set(1, 0, 255);
        const Image spread = withSpreadColours(image, damage);
        QVERIFY(spread == imageOf<std::uint8_t>({3, 1}, 4, {50, 60, 70, 0, 200, 0, 200, 255, 50, 60, 70, 255}));
        damage.set(2, 0, 255);
        QVERIFY(withSpreadColours(image, damage) == image);
    }

    void whatHidesNothingIsLeftAlone() {
        const Image clear = imageOf<std::uint8_t>({2, 1}, 4, {1, 2, 3, 0, 4, 5, 6, 0});
        const Image solid = imageOf<std::uint8_t>({2, 1}, 4, {1, 2, 3, 1, 4, 5, 6, 255});
        for (const Image& image : {clear, solid, patterned({5, 5}, 3, PixelDepth::uint8)}) {
            QVERIFY(!hidesColours(image));
            QVERIFY(withSpreadColours(image) == image);
            QVERIFY(visiblePart(image) == Mask(image.size(), 255));
        }
    }

    void theVisiblePartIsEveryShadeOfAlpha() {
        const Image image = imageOf<std::uint16_t>({3, 1}, 2, {7, 0, 7, 1, 7, 65535});
        QVERIFY(visiblePart(image) == Mask({3, 1}, {0, 255, 255}));
    }
};

QTEST_GUILESS_MAIN(HiddenColoursTest)
#include "hidden_colours_test.moc"
