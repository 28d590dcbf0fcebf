// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <sys/stat.h>
#include <zlib.h>

using namespace palimpsest;

namespace {

using Bytes = std::vector<std::byte>;

std::string golden(const char* name) { return std::string(PALIMPSEST_SOURCE_DIR "/tests/golden/pictures/") + name; }

QString refusalOf(const Bytes& bytes) {
    return refusal(ErrorCode::badInput, [&] { decodeImage(bytes, "it"); });
}

QString refusalOfFile(const std::string& path) {
    return refusal(ErrorCode::badInput, [&] { readImage(path); });
}

Bytes encoded(const char* format, int channels = 3, Size size = {40, 30}) {
    return encodeImage(patterned(size, channels, PixelDepth::uint8), {.format = format});
}

void putBig(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[at + i] = static_cast<std::byte>(value >> (24 - 8 * i));
    }
}

void putLittle(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[at + i] = static_cast<std::byte>(value >> (8 * i));
    }
}

/// A PNG whose header claims a size.
Bytes pngClaiming(std::uint32_t width, std::uint32_t height) {
    Bytes bytes = encoded("png");
    putBig(bytes, 16, width);
    putBig(bytes, 20, height);
    putBig(bytes, 29, static_cast<std::uint32_t>(::crc32(0, reinterpret_cast<const Bytef*>(bytes.data() + 12), 17)));
    return bytes;
}

const char* const kFormats[] = {"png", "jpeg", "tiff", "webp", "bmp", "exr"};

} // namespace

class HostileImageTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::string written(const QString& name, const QByteArray& content) const {
        QFile file(folder_.filePath(name));
        [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
        file.write(content);
        return file.fileName().toStdString();
    }

private Q_SLOTS:
    void filesThatAreNoPictures() {
        QVERIFY(refusalOfFile(folder_.filePath("missing.png").toStdString()).contains("No such file"));
        QVERIFY(refusalOfFile(folder_.path().toStdString()).contains("folder"));
        QVERIFY(refusalOfFile(written("empty.png", "")).contains("empty"));
        QVERIFY(refusalOfFile(written("text.png", "Dear reader, this is no picture.")).contains("not a picture"));
        QVERIFY(refusalOfFile(written("page.png", "<!DOCTYPE html><html></html>")).contains("HTML"));
        QVERIFY(refusalOfFile("/dev/zero").contains("not a regular file"));
        const QString pipe = folder_.filePath("pipe");
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        QVERIFY(refusalOfFile(pipe.toStdString()).contains("not a regular file")); // and not waited for
    }

    void animationsAreRefused() {
        QVERIFY(refusalOfFile(golden("animated.gif")).contains("GIF"));
        QVERIFY(refusalOfFile(golden("animated.png")).contains("animated"));
        QVERIFY(refusalOfFile(golden("animated.webp")).contains("animated"));
    }

    void foreignFormatsAreNamed() {
        QVERIFY(refusalOfFile(written("a.jpg", QByteArray("\0\0\0\x18"
                                                          "ftypheic\0\0\0\0",
                                                          16)))
                    .contains("HEIC"));
        QVERIFY(refusalOfFile(written("b.jpg", QByteArray("II\x2b\0\x08\0\0\0", 8))).contains("BigTIFF"));
        QVERIFY(refusalOfFile(written("c.jpg", "8BPS....")).contains("Photoshop"));
        // A virtual file of GDAL, which might name other files or servers.
        QVERIFY(
            refusalOfFile(written("d.tif", "<VRTDataset rasterXSize=\"2\"></VRTDataset>")).contains("not a picture"));
    }

    void sizesBeyondTheLimitAreRefusedFromTheHeader() {
        for (const Bytes& bytes :
             {pngClaiming(60000, 60000), pngClaiming(60001, 1), pngClaiming(0x7fffffff, 0x7fffffff),
              pngClaiming(0xffffffff, 2), pngClaiming(20000, 20000)}) {
            const QString text = refusalOf(bytes);
            QVERIFY2(text.contains("250 megapixels") && text.contains("60000"), qPrintable(text));
        }
        Bytes bitmap = encoded("bmp");
        putLittle(bitmap, 18, 60000);
        putLittle(bitmap, 22, 60000);
        QVERIFY(refusalOf(bitmap).contains("250 megapixels"));
        putLittle(bitmap, 22, 0x80000000u); // the one height without an opposite
        QVERIFY(refusalOf(bitmap).contains("250 megapixels"));
        Bytes photo = encoded("jpeg");
        for (std::size_t at = 2; at + 9 < photo.size(); ++at) {
            if (photo[at] == std::byte{0xff} && photo[at + 1] == std::byte{0xc0}) {
                putBig(photo, at + 5, 0xfffffffe);
                break;
            }
        }
        QVERIFY(refusalOf(photo).contains("250 megapixels"));
        QVERIFY(refusalOf(pngClaiming(0, 5)).contains("no pixels"));
    }

    void aClaimWithinTheLimitNeedsItsPixels() {
        QVERIFY(refusalOf(pngClaiming(4000, 3000)).contains("damaged"));
        Bytes bitmap = encoded("bmp");
        putLittle(bitmap, 18, 4000);
        QVERIFY(refusalOf(bitmap).contains("truncated"));
    }

    void everyTruncationIsNoticed() {
        for (const char* format : kFormats) {
            const Bytes whole = encoded(format);
            decodeImage(whole, "it");
            // Some formats end in padding that nobody misses: cut at least a few bytes.
            for (std::size_t length = 12; length + 8 < whole.size(); length += 1 + length / 37) {
                const QString text =
                    refusalOf(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length)));
                QVERIFY2(
                    text.startsWith("it "),
                    qPrintable(QString("%1 of %2 bytes of %3: %4").arg(length).arg(whole.size()).arg(format, text)));
            }
        }
    }

    void aJpegWithoutItsLastBytesIsTruncated() {
        Bytes bytes = encoded("jpeg");
        bytes.resize(bytes.size() - 2);
        QVERIFY(refusalOf(bytes).contains("truncated"));
        bytes = encoded("png");
        bytes.resize(bytes.size() - 12); // without IEND
        QVERIFY(refusalOf(bytes).contains("truncated"));
    }

    void trailingBytesDoNoHarm() {
        for (const char* format : {"png", "jpeg", "bmp", "tiff"}) {
            Bytes bytes = encoded(format);
            bytes.resize(bytes.size() + 1000);
            QVERIFY2(decodeImage(bytes, "it").size() == (Size{40, 30}), format);
        }
    }

    void bytesBetweenTheSegmentsOfAJpegDoNoHarm() {
        Bytes bytes = encoded("jpeg");
        bytes.insert(bytes.begin() + 2, 5, std::byte{0x11});
        QVERIFY(refusalOf(bytes).contains("not a picture")); // the signature needs a marker at once
        bytes = encoded("jpeg");
        bytes.insert(bytes.begin() + 20, 5, std::byte{0x11}); // behind the JFIF header
        QVERIFY(decodeImage(bytes, "it").size() == (Size{40, 30}));
    }

    void checksumsOfPngAreChecked() {
        Bytes bytes = encoded("png");
        bytes[bytes.size() / 2] ^= std::byte{1};
        QVERIFY(refusalOf(bytes).contains("checksum"));
    }

    void randomDamageIsReadOrRefusedInWords() {
        std::mt19937 random(1);
        for (const char* format : kFormats) {
            for (const int channels : {1, 3}) {
                const Bytes whole = encoded(format, channels, {13, 11});
                for (int round = 0; round < 150; ++round) {
                    Bytes damaged = whole;
                    for (int i = 0; i < 1 + round % 5; ++i) {
                        // More often in the header.
                        damaged[random() % (round % 2 ? damaged.size() : std::min<std::size_t>(damaged.size(), 200))] =
                            static_cast<std::byte>(random());
                    }
                    try {
                        decodeImage(damaged, "it");
                    } catch (const Error& error) {
                        QVERIFY2(error.code() == ErrorCode::badInput && !error.hint().isEmpty(), error.what());
                    }
                }
            }
        }
    }

    void probingRefusesTheSame() {
        QVERIFY_THROWS_EXCEPTION(Error, probeImage(golden("animated.gif")));
        QVERIFY_THROWS_EXCEPTION(
            Error, probeImage(written(
                       "huge.png", QByteArray(reinterpret_cast<const char*>(pngClaiming(60000, 60000).data()), 100))));
    }
};

QTEST_GUILESS_MAIN(HostileImageTest)
#include "hostile_image_test.moc"
