// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/display_mapping.h"
#include "core/image/resample.h"
#include "tests/support/test_images.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

namespace {

std::uint32_t only(const Image& image, const DisplayMapping& mapping = {}) {
    return displayFrame(image, mapping).pixels->front();
}

constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

} // namespace

class DisplayMappingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coloursComeAsBgra() {
        QCOMPARE(only(imageOf<std::uint8_t>({1, 1}, 3, {1, 2, 3})), 0xff010203u);
        QCOMPARE(only(imageOf<std::uint8_t>({1, 1}, 1, {7})), 0xff070707u);
        QCOMPARE(only(imageOf<std::uint8_t>({1, 1}, 4, {1, 2, 3, 255})), 0xff010203u);
        QCOMPARE(only(imageOf<std::uint8_t>({1, 1}, 2, {9, 255})), 0xff090909u);
    }

    void deepPixelsAreRounded() {
        for (int value = 0; value < 65536; ++value) {
            const auto word = static_cast<std::uint16_t>(value);
            const auto expected = static_cast<std::uint32_t>(std::lround(value / 257.0));
            QCOMPARE(only(imageOf<std::uint16_t>({1, 1}, 1, {word})) & 255, expected);
        }
        const float floats[] = {-1, 0, 0.5f, 1, 7, kNaN, std::numeric_limits<float>::infinity()};
        const std::uint32_t bytes[] = {0, 0, 128, 255, 255, 0, 255};
        for (std::size_t i = 0; i < std::size(floats); ++i) {
            QCOMPARE(only(imageOf<float>({1, 1}, 1, {floats[i]})) & 255, bytes[i]);
        }
    }

    void transparencyShowsTheBackdrop() {
        const Image clear = imageOf<std::uint8_t>({1, 1}, 4, {10, 20, 30, 0});
        DisplayMapping plain;
        plain.backdrop = DisplayMapping::Backdrop::plain;
        plain.plainColour = 0xff204060;
        QCOMPARE(only(clear, plain), 0xff204060u);
        QCOMPARE(only(imageOf<std::uint8_t>({1, 1}, 4, {255, 255, 255, 51}), plain), 0xff4d6680u);
        const DisplayFrame board =
            displayFrame(Image({17, 9}, 2, PixelDepth::uint8, std::vector<std::byte>(17 * 9 * 2)));
        QVERIFY(board.pixels->at(0) != board.pixels->at(8));
        QCOMPARE(board.pixels->at(0), board.pixels->at(7));
        QCOMPARE(board.pixels->at(0), board.pixels->at(16));
        QCOMPARE(board.pixels->at(0), board.pixels->at(8 * 17 + 8));
    }

    void partsOfThePictureJoinWithoutASeam() {
        const Image image = patterned({40, 30}, 4, PixelDepth::uint8);
        const DisplayFrame whole = displayFrame(image);
        const DisplayFrame part = displayFrame(image, {.area = {13, 5, 20, 11}});
        QCOMPARE(part.area, (Rect{13, 5, 20, 11}));
        for (int y = 0; y < 11; ++y) {
            for (int x = 0; x < 20; ++x) {
                QCOMPARE(part.pixels->at(static_cast<std::size_t>(y * 20 + x)),
                         whole.pixels->at(static_cast<std::size_t>((y + 5) * 40 + x + 13)));
            }
        }
        QVERIFY_THROWS_EXCEPTION(Bug, displayFrame(image, {.area = {30, 0, 20, 11}}));
    }

    void reducedFramesKeepTheirArea() {
        const Image image = patterned({64, 48}, 3, PixelDepth::uint16);
        const DisplayFrame frame = displayFrame(image, {.size = {16, 12}});
        QCOMPARE(frame.area, (Rect{0, 0, 64, 48}));
        QCOMPARE(frame.size, (Size{16, 12}));
        QCOMPARE(frame.pixels->size(), 16u * 12u);
    }

    void shrinkingAveragesAndKeepsConstants() {
        const Image flat = imageOf<std::uint8_t>({4, 2}, 1, {0, 100, 50, 50, 100, 0, 50, 50});
        const Image half = resampled(flat, {2, 1});
        QCOMPARE(half.valueAt(0, 0, 0), 50 / 255.0f);
        QCOMPARE(half.valueAt(1, 0, 0), 50 / 255.0f);
        for (int size = 1; size < 9; ++size) {
            const Image grey = resampled(Image({5, 3}, 1, PixelDepth::uint8, std::vector<std::byte>(15, std::byte{77})),
                                         {size, 9 - size});
            QCOMPARE(int(grey.rowAs<std::uint8_t>(0)[0]), 77);
        }
    }

    void transparentPixelsDoNotBleed() {
        // Red and opaque beside green and clear: no green may appear.
        const Image image = imageOf<std::uint8_t>({2, 1}, 4, {200, 0, 0, 255, 0, 200, 0, 0});
        const Image one = resampled(image, {1, 1});
        QCOMPARE(int(one.rowAs<std::uint8_t>(0)[0]), 200);
        QCOMPARE(int(one.rowAs<std::uint8_t>(0)[1]), 0);
        QCOMPARE(int(one.rowAs<std::uint8_t>(0)[3]), 128);
    }

    void fittingKeepsProportions() {
        QCOMPARE(fitted({4000, 3000}, {400, 400}), (Size{400, 300}));
        QCOMPARE(fitted({100, 50}, {400, 400}), (Size{100, 50}));
        QCOMPARE(fitted({10000, 1}, {100, 100}), (Size{100, 1}));
    }
};

QTEST_GUILESS_MAIN(DisplayMappingTest)
#include "display_mapping_test.moc"
