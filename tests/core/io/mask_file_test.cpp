// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/io/mask_file.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

class MaskFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::string path(const char* name) const { return folder_.filePath(name).toStdString(); }

private Q_SLOTS:
    void everyValueTravels() {
        for (int width = 1; width <= 4; ++width) {
            for (int height = 1; height <= 4; ++height) {
                Mask mask({width, height});
                for (int y = 0; y < height; ++y) {
                    for (int x = 0; x < width; ++x) {
                        mask.set(x, y, static_cast<std::uint8_t>((x * 97 + y * 61 + width) % 256));
                    }
                }
                writeMask(path("m.png"), mask);
                QVERIFY(readMask(path("m.png"), mask.size()) == mask);
            }
        }
        QCOMPARE(probeImage(path("m.png")).channels, 1);
    }

    void anyNameBecomesPng() {
        writeMask(path("m.jpg"), discMask({20, 20}, 9, 9, 5));
        QCOMPARE(probeImage(path("m.jpg")).format, std::string("png"));
    }

    void whiteMeansRestore() {
        const Mask mask =
            maskFromImage(imageOf<std::uint8_t>({4, 1}, 3, {255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0}));
        QCOMPARE(int(mask.at(0, 0)), 255);
        QCOMPARE(int(mask.at(1, 0)), 0);
        QCOMPARE(int(mask.at(2, 0)), 76); // Rec. 601
        QCOMPARE(int(mask.at(3, 0)), 150);
        QCOMPARE(int(maskFromImage(imageOf<std::uint16_t>({1, 1}, 1, {32896})).at(0, 0)), 128);
        QCOMPARE(int(maskFromImage(imageOf<float>({1, 1}, 1, {1.5f})).at(0, 0)), 255);
    }

    void paintedTransparencyMeansRestore() {
        // Black strokes on a clear layer, as paint programs export them.
        const Mask strokes = maskFromImage(imageOf<std::uint8_t>({2, 1}, 4, {0, 0, 0, 255, 0, 0, 0, 0}));
        QCOMPARE(int(strokes.at(0, 0)), 255);
        QCOMPARE(int(strokes.at(1, 0)), 0);
        // An opaque alpha says nothing: the grey counts.
        const Mask opaque = maskFromImage(imageOf<std::uint8_t>({2, 1}, 2, {255, 255, 0, 255}));
        QCOMPARE(int(opaque.at(0, 0)), 255);
        QCOMPARE(int(opaque.at(1, 0)), 0);
    }

    void theNoiseOfLossyFormatsIsCleaned() {
        const Mask disc = discMask({64, 64}, 30, 30, 17);
        std::vector<std::uint8_t> values(disc.values().begin(), disc.values().end());
        writeImage(path("n.jpg"), imageOf({64, 64}, 1, values), {.quality = 85});
        const Mask read = readMask(path("n.jpg"), {64, 64});
        QCOMPARE(int(read.at(5, 30)), 0);
        QCOMPARE(int(read.at(30, 30)), 255);
        QVERIFY(std::abs(static_cast<double>(read.coveredPixels()) / static_cast<double>(disc.coveredPixels()) - 1) <
                0.3);
    }

    void anotherSizeIsRefusedWithBoth() {
        writeMask(path("s.png"), Mask({20, 10}));
        const QString text = refusal(ErrorCode::badInput, [&] { readMask(path("s.png"), {10, 20}); });
        QVERIFY2(text.contains("20 x 10") && text.contains("10 x 20"), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(MaskFileTest)
#include "mask_file_test.moc"
