// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats/jpeg_tables.h"
#include "core/io/image_file.h"
#include "tests/support/test_images.h"

#include <QTest>

using namespace palimpsest;

namespace {

std::shared_ptr<const JpegCompression> compressionOf(int channels, int quality) {
    const auto bytes =
        encodeImage(patterned({33, 20}, channels, PixelDepth::uint8), {.format = "jpeg", .quality = quality});
    return decodeImage(bytes, "test").metadata()->compression;
}

} // namespace

class JpegTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Annex K of T.81 at quality 50; twice and a half as coarse at 20.
    void stepsAreThoseOfTheQuality() {
        const auto fifty = compressionOf(3, 50);
        QVERIFY(fifty != nullptr);
        QCOMPARE(int{fifty->luma[0]}, 16);
        QCOMPARE(int{fifty->luma[1]}, 11);
        QCOMPARE(int{fifty->luma[8]}, 12);
        QCOMPARE(int{fifty->luma[63]}, 99);
        QCOMPARE(int{fifty->luma[56]}, 72); // the lowest row begins with it: 72 92 95
        QCOMPARE(int{fifty->chroma[9]}, 21);
        QCOMPARE(int{compressionOf(3, 20)->luma[0]}, 40);
    }

    void chromaIsHalvedBelowNinety() {
        QCOMPARE(compressionOf(3, 50)->chromaRows, 2);
        QCOMPARE(compressionOf(3, 50)->chromaColumns, 2);
        QCOMPARE(compressionOf(3, 95)->chromaRows, 1);
        QCOMPARE(compressionOf(1, 50)->chromaRows, 1);
    }

    void otherFormatsHaveNone() {
        const auto bytes = encodeImage(patterned({9, 9}, 3, PixelDepth::uint8), {.format = "png"});
        QVERIFY(!decodeImage(bytes, "test").metadata()->compression);
    }

    void turningTurnsTablesAndCorners() {
        JpegCompression stored{.chromaRows = 1, .chromaColumns = 2};
        stored.luma[1] = 7;
        const JpegCompression right = turned(stored, 6); // a quarter to the right
        QCOMPARE(int{right.luma[8]}, 7);
        QCOMPARE(int{right.luma[1]}, 0);
        QCOMPARE(right.chromaRows, 2);
        QCOMPARE(right.chromaColumns, 1);
        QVERIFY(right.fromRight && !right.fromBottom);
        const JpegCompression upsideDown = turned(stored, 3);
        QVERIFY(upsideDown.fromRight && upsideDown.fromBottom && upsideDown.luma == stored.luma);
        QVERIFY(turned(stored, 1) == stored);
    }
};

QTEST_GUILESS_MAIN(JpegTablesTest)
#include "jpeg_tables_test.moc"
