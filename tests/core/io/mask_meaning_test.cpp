// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/mask_meaning.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QTest>

#include <functional>

using namespace palimpsest;

namespace {

constexpr Size kSize{64, 48};

Mask hole() { return discMask(kSize, 30, 24, 8); }

/// Channel values from whether a pixel lies in the hole.
template <typename Value>
Image painted(int channels, const std::function<std::vector<Value>(bool isHole, int x, int y)>& paint) {
    std::vector<Value> values;
    for (int y = 0; y < kSize.height; ++y) {
        for (int x = 0; x < kSize.width; ++x) {
            const auto pixel = paint(hole().at(x, y) > 0, x, y);
            values.insert(values.end(), pixel.begin(), pixel.end());
        }
    }
    return imageOf(kSize, channels, values);
}

template <typename Value>
Image twoValued(Value keep, Value restore) {
    return painted<Value>(1, [=](bool isHole, int, int) { return std::vector<Value>{isHole ? restore : keep}; });
}

std::uint8_t sceneAt(int x, int y, int channel) { return static_cast<std::uint8_t>(patternAt(x, y, channel)); }

Image picture() { return patterned(kSize, 3, PixelDepth::uint8); }

Image layered(bool isWiped, bool isClear) {
    return painted<std::uint8_t>(4, [=](bool isHole, int x, int y) {
        const bool isLost = isHole && isWiped;
        const auto level = [&](int channel) { return isLost ? std::uint8_t{0} : sceneAt(x, y, channel); };
        return std::vector<std::uint8_t>{level(0), level(1), level(2), std::uint8_t(isHole && isClear ? 0 : 255)};
    });
}

MaskReading read(const Image& file, std::optional<MaskMeaning> meaning = {}) {
    return understoodMask(file, picture(), meaning, "m.png");
}

bool isHole(const MaskReading& reading, MaskMeaning meaning) {
    return reading.mask == hole() && reading.meaning == meaning;
}

} // namespace

class MaskMeaningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallNumbersAreLabels() {
        QVERIFY(isHole(read(twoValued<std::uint8_t>(0, 1)), MaskMeaning::labels));
        QVERIFY(isHole(read(twoValued<std::uint16_t>(0, 1)), MaskMeaning::labels));
        QVERIFY(isHole(read(twoValued<float>(0, 15)), MaskMeaning::labels));
        QVERIFY(isHole(read(twoValued<std::uint8_t>(1, 2)), MaskMeaning::labels));
        QVERIFY(isHole(read(twoValued<std::uint8_t>(0, 100)), MaskMeaning::labels));
    }

    void aClassBesideTheVoidValueIsALabel() {
        // As in Pascal VOC: 15 is a person, 255 its uncertain outline; here the lower half of the hole is class 15.
        const Image file = painted<std::uint8_t>(1, [](bool isHole, int, int y) {
            return std::vector<std::uint8_t>{std::uint8_t(isHole ? y < 22 ? 255 : 15 : 0)};
        });
        QVERIFY(isHole(read(file), MaskMeaning::labels));
    }

    void wideValuesMayBeBytes() {
        QVERIFY(isHole(read(twoValued<std::uint16_t>(0, 255)), MaskMeaning::white));
        QVERIFY(isHole(read(twoValued<std::uint16_t>(0, 65535)), MaskMeaning::white));
        QVERIFY(isHole(read(twoValued<float>(0, 1)), MaskMeaning::white));
    }

    void colouredClassesAreLabels() {
        const auto file = [](std::vector<std::uint8_t> keep, std::vector<std::uint8_t> restore) {
            return painted<std::uint8_t>(3, [=](bool isHole, int, int) { return isHole ? restore : keep; });
        };
        QVERIFY(isHole(read(file({0, 0, 0}, {128, 0, 0})), MaskMeaning::labels));
        QVERIFY(isHole(read(file({120, 10, 200}, {10, 200, 30})), MaskMeaning::labels));
        QVERIFY(isHole(read(file({255, 255, 255}, {0, 0, 255})), MaskMeaning::labels));
        QVERIFY(isHole(read(file({0, 0, 0}, {255, 255, 255})), MaskMeaning::white));
    }

    void coloursDecideWhereTheyVaryLikeAMask() {
        const auto file = [](std::uint8_t clear) {
            return painted<std::uint8_t>(4, [=](bool isHole, int x, int y) {
                const std::uint8_t grey = isHole ? 255 : 0;
                return std::vector<std::uint8_t>{grey, grey, grey, y == 0 && x < 40 ? clear : std::uint8_t{255}};
            });
        };
        for (const std::uint8_t clear : {254, 250, 128, 0}) {
            QVERIFY2(isHole(read(file(clear)), MaskMeaning::white), qPrintable(QString::number(clear)));
        }
    }

    void oneColourLeavesTheDecisionToAlpha() {
        for (const std::uint8_t grey : {0, 128, 255}) {
            const auto strokes = painted<std::uint8_t>(2, [=](bool isHole, int, int) {
                return std::vector<std::uint8_t>{grey, std::uint8_t(isHole ? 255 : 0)};
            });
            QVERIFY(isHole(read(strokes), MaskMeaning::alpha));
            const auto cut = painted<std::uint8_t>(2, [=](bool isHole, int, int) {
                return std::vector<std::uint8_t>{grey, std::uint8_t(isHole ? 0 : 255)};
            });
            QVERIFY(isHole(read(cut), MaskMeaning::erased));
            QVERIFY(read(cut).isAmbiguous);
        }
    }

    void whatWasErasedFromACopyIsMarked() {
        QVERIFY(isHole(read(layered(false, true)), MaskMeaning::erased));
        QVERIFY(isHole(read(layered(true, true)), MaskMeaning::erased));
        // Flattened over a colour, or painted over.
        const Image over = painted<std::uint8_t>(3, [](bool isHole, int x, int y) {
            return isHole ? std::vector<std::uint8_t>{255, 0, 255}
                          : std::vector<std::uint8_t>{sceneAt(x, y, 0), sceneAt(x, y, 1), sceneAt(x, y, 2)};
        });
        const MaskReading reading = read(over);
        QCOMPARE(nameOf(reading.meaning), std::string("erased"));
        QCOMPARE(int(reading.mask.at(2, 2)), 0);
        QVERIFY(reading.mask.coveredPixels() > 0.8 * hole().coveredPixels());
    }

    void thePictureItselfAndOtherPhotographsAreRefused() {
        QVERIFY(refusal(ErrorCode::badInput, [] { read(picture()); }).contains("picture itself"));
        const Image own = layered(true, true);
        const QString text = refusal(ErrorCode::badInput, [&] { understoodMask(own, own, std::nullopt, "m.png"); });
        QVERIFY2(text.contains("picture itself") && text.contains("transparent"), qPrintable(text));
        QVERIFY(understoodMask(own, own, MaskMeaning::erased, "m.png").mask == hole());
        const Image other = painted<std::uint8_t>(3, [](bool, int x, int y) {
            return std::vector<std::uint8_t>{sceneAt(x + 9, y, 1), sceneAt(x, y + 5, 2), sceneAt(y, x, 0)};
        });
        QVERIFY(refusal(ErrorCode::badInput, [&] { read(other); }).contains("photograph"));
    }

    void aMeaningThatWasGivenIsTaken() {
        QVERIFY(isHole(read(twoValued<std::uint8_t>(255, 0), MaskMeaning::black), MaskMeaning::black));
        QVERIFY(read(twoValued<std::uint8_t>(255, 0)).isAmbiguous);
        QCOMPARE(int(read(twoValued<std::uint8_t>(0, 100), MaskMeaning::exact).mask.at(30, 24)), 100);
        for (const std::string& name : maskMeaningNames()) {
            QCOMPARE(nameOf(*maskMeaningFrom(name)), name);
        }
        QVERIFY(!maskMeaningFrom("auto"));
        refusal(ErrorCode::badArgument, [] { maskMeaningFrom("purple"); });
    }

    void whatWasUnderstoodIsSaid() {
        const MaskReading reading = read(twoValued<std::uint8_t>(0, 255));
        QCOMPARE(reading.notices.front().text(), std::string("the mask is read as white on black: 6.28 % is marked"));
        QCOMPARE(reading.notices.size(), std::size_t{1});
        QVERIFY(markedPercent(Mask(kSize)) == 0 && markedPercent(Mask(kSize, 255)) == 100);
    }
};

QTEST_GUILESS_MAIN(MaskMeaningTest)
#include "mask_meaning_test.moc"
