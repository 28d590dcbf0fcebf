// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"
#include "core/io/reading_notices.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QTemporaryDir>
#include <QTest>

using namespace palimpsest;

namespace {

constexpr int kWidth = 5;
constexpr int kHeight = 3;

struct Bmp {
    int bits = 32;
    std::uint32_t infoSize = 40;
    std::uint32_t compression = 0;
    int height = kHeight;
    std::vector<std::uint32_t> masks; ///< behind 40 bytes of the header
    QByteArray palette;
    QByteArray pixels;

    static void append(QByteArray& bytes, std::uint32_t number, int count = 4) {
        for (int i = 0; i < count; ++i) {
            bytes.append(static_cast<char>(number >> (8 * i)));
        }
    }

    std::vector<std::byte> bytes() const {
        QByteArray info;
        append(info, infoSize);
        append(info, kWidth);
        append(info, static_cast<std::uint32_t>(height));
        append(info, 1, 2);
        append(info, static_cast<std::uint32_t>(bits), 2);
        for (const std::uint32_t number : {compression, static_cast<std::uint32_t>(pixels.size()), 0u, 0u,
                                           static_cast<std::uint32_t>(palette.size() / 4), 0u}) {
            append(info, number);
        }
        for (const std::uint32_t mask : masks) {
            append(info, mask);
        }
        info.append(std::max(0, static_cast<int>(infoSize) - static_cast<int>(info.size())), '\0');
        QByteArray file = "BM";
        append(file, 0);
        append(file, 0);
        append(file, static_cast<std::uint32_t>(14 + info.size() + palette.size()));
        file += info + palette + pixels;
        const auto view = std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size())));
        return {view.begin(), view.end()};
    }
};

/// B, G, R and a fourth byte that `fourth` gives, from the bottom.
QByteArray fourBytes(int (*fourth)(int x, int y)) {
    QByteArray pixels;
    for (int y = kHeight - 1; y >= 0; --y) {
        for (int x = 0; x < kWidth; ++x) {
            for (const int value : {patternAt(x, y, 2), patternAt(x, y, 1), patternAt(x, y, 0), fourth(x, y)}) {
                pixels.append(static_cast<char>(value));
            }
        }
    }
    return pixels;
}

int ramp(int x, int) { return x * 60; }
int zero(int, int) { return 0; }
int full(int, int) { return 255; }

const std::vector<std::uint32_t> kMasks{0xff0000, 0xff00, 0xff, 0xff000000};

std::vector<Message> noticesOf(const Bmp& bmp) {
    QTemporaryDir folder;
    QFile file(folder.filePath("a.bmp"));
    [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
    const auto bytes = bmp.bytes();
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
    file.close();
    return readImageWithNotices(file.fileName().toStdString()).notices;
}

} // namespace

class BmpFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void declaredAlphaIsKept() {
        for (const std::uint32_t infoSize : {56u, 108u, 124u}) {
            const Bmp bmp{.infoSize = infoSize, .compression = 3, .masks = kMasks, .pixels = fourBytes(ramp)};
            const Image image = decodeImage(bmp.bytes(), "test");
            QCOMPARE(image.channels(), 4);
            for (int x = 0; x < kWidth; ++x) {
                QCOMPARE(image.valueAt(x, 1, 3), static_cast<float>(x * 60) / 255);
                QCOMPARE(image.valueAt(x, 1, 0), static_cast<float>(patternAt(x, 1, 0)) / 255);
            }
            QVERIFY(decodeImage(encodeImage(image, {.format = "bmp"}), "again") == image);
            QVERIFY(noticesOf(bmp).empty());
        }
    }

    void paddingIsNoAlpha() {
        for (const auto fourth : {zero, full, ramp}) {
            const Bmp bmp{.pixels = fourBytes(fourth)};
            QVERIFY(decodeImage(bmp.bytes(), "test") == patterned({kWidth, kHeight}, 3, PixelDepth::uint8));
            QCOMPARE(noticesOf(bmp).size(), std::size_t{fourth == ramp ? 1u : 0u});
        }
        const Bmp masked{.compression = 3, .masks = {0xff0000, 0xff00, 0xff}, .pixels = fourBytes(zero)};
        QVERIFY(decodeImage(masked.bytes(), "test") == patterned({kWidth, kHeight}, 3, PixelDepth::uint8));
    }

    void anInvisiblePictureIsOpaque() {
        const Bmp bmp{.infoSize = 108, .compression = 3, .masks = kMasks, .pixels = fourBytes(zero)};
        QCOMPARE(decodeImage(bmp.bytes(), "test").channels(), 3);
        QCOMPARE(noticesOf(bmp), std::vector<Message>{kInvisibleNotice});
    }

    void rowsMayRunDown() {
        Bmp bmp{.height = -kHeight, .pixels = fourBytes(zero)};
        const Image image = decodeImage(bmp.bytes(), "test");
        QCOMPARE(image.valueAt(2, 0, 0), static_cast<float>(patternAt(2, kHeight - 1, 0)) / 255);
    }

    void sixteenBitsCoverTheWholeRange() {
        QByteArray pixels;
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                Bmp::append(pixels, x == 0 ? 0x7fff : 0x7c00, 2);
            }
            Bmp::append(pixels, 0, 2);
        }
        const Image image = decodeImage(Bmp{.bits = 16, .pixels = pixels}.bytes(), "test");
        QVERIFY(image.valueAt(0, 0, 0) == 1 && image.valueAt(0, 0, 2) == 1);
        QVERIFY(image.valueAt(1, 0, 0) == 1 && image.valueAt(1, 0, 1) == 0);
    }

    void runLengthsAreDecoded() {
        const QByteArray palette("\0\0\0\0\xff\0\0\0\0\xff\0\0", 12); // black, blue, green
        // From the bottom: five blue; a step of two to the right, two green; two as they are and three of a run.
        const QByteArray eight("\5\1\0\0\0\2\2\0\2\2\0\0\0\3\2\1\0\0\2\2\0\1", 22);
        const Image image =
            decodeImage(Bmp{.bits = 8, .compression = 1, .palette = palette, .pixels = eight}.bytes(), "test");
        const auto colour = [&](int x, int y) {
            return image.valueAt(x, y, 2) == 1 ? 1 : image.valueAt(x, y, 1) == 1 ? 2 : 0;
        };
        const int expected[kHeight][kWidth] = {{2, 1, 0, 2, 2}, {0, 0, 2, 2, 0}, {1, 1, 1, 1, 1}};
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                QCOMPARE(colour(x, y), expected[y][x]);
            }
        }
        const QByteArray four("\5\x12\0\0\0\4\x21\x21\0\1", 10);
        const Image pairs =
            decodeImage(Bmp{.bits = 4, .compression = 2, .palette = palette, .pixels = four}.bytes(), "test");
        QVERIFY(pairs.valueAt(0, 2, 2) == 1 && pairs.valueAt(1, 2, 1) == 1 && pairs.valueAt(0, 1, 1) == 1);
    }

    void whatLeavesThePictureIsRefused() {
        const QByteArray palette("\0\0\0\0\xff\0\0\0", 8);
        for (const QByteArray& pixels :
             {QByteArray("\6\1\0\1", 4), QByteArray("\1\2\0\1", 4), QByteArray("\0\2\0\5\1\1\0\1", 8),
              QByteArray("\5\1\0\0", 4), QByteArray("\0\6\1\1", 4)}) {
            const Bmp bmp{.bits = 8, .compression = 1, .palette = palette, .pixels = pixels};
            const QString complaint = refusal(ErrorCode::badInput, [&] { decodeImage(bmp.bytes(), "test"); });
            QVERIFY2(complaint.contains("damaged") || complaint.contains("truncated"), qPrintable(complaint));
        }
    }
};

QTEST_GUILESS_MAIN(BmpFormatTest)
#include "bmp_format_test.moc"
