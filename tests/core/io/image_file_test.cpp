// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/io/image_format.h"
#include "core/io/reading_notices.h"
#include "tests/support/test_images.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace palimpsest;

namespace {

std::string golden(const QString& name) {
    return (QString(PALIMPSEST_SOURCE_DIR "/tests/golden/pictures/") + name).toStdString();
}

/// The pixels of an image, as far as its format keeps them: what a read after a write must give.
struct Case {
    const char* format;
    PixelDepth depth;
    int channels;
};

/// Everything that is kept bit for bit.
const Case kLossless[] = {
    {"png", PixelDepth::uint8, 1},    {"png", PixelDepth::uint8, 3},    {"png", PixelDepth::uint8, 4},
    {"png", PixelDepth::uint8, 2},    {"png", PixelDepth::uint16, 2},   {"png", PixelDepth::uint16, 1},
    {"png", PixelDepth::uint16, 3},   {"png", PixelDepth::uint16, 4},   {"tiff", PixelDepth::uint8, 1},
    {"tiff", PixelDepth::uint8, 3},   {"tiff", PixelDepth::uint8, 4},   {"tiff", PixelDepth::uint16, 1},
    {"tiff", PixelDepth::uint16, 3},  {"tiff", PixelDepth::uint16, 4},  {"tiff", PixelDepth::float32, 1},
    {"tiff", PixelDepth::float32, 3}, {"tiff", PixelDepth::float32, 4}, {"tiff", PixelDepth::uint8, 2},
    {"tiff", PixelDepth::uint16, 2},  {"tiff", PixelDepth::float32, 2}, {"bmp", PixelDepth::uint8, 4},
    {"bmp", PixelDepth::uint8, 1},    {"bmp", PixelDepth::uint8, 3},    {"exr", PixelDepth::float32, 1},
    {"exr", PixelDepth::float32, 3},  {"webp", PixelDepth::uint8, 3},   {"webp", PixelDepth::uint8, 4},
};

int valueAt(const Image& image, int x, int y, int channel) {
    return static_cast<int>(image.valueAt(x, y, channel) * 255 + 0.5f);
}

bool isPattern(const Image& image, int channels) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                if (valueAt(image, x, y, channel) != patternAt(x, y, channel)) {
                    return false;
                }
            }
        }
    }
    return image.size() == Size{7, 5};
}

/// Black, red, green, blue by (x + y) % 4.
bool isPalette(const Image& image) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            for (int channel = 0; channel < 3; ++channel) {
                if (valueAt(image, x, y, channel) != ((x + y) % 4 == channel + 1 ? 255 : 0)) {
                    return false;
                }
            }
        }
    }
    return image.size() == Size{7, 5};
}

bool isChecks(const Image& image) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (valueAt(image, x, y, 0) != ((x + y) % 2 ? 255 : 0)) {
                return false;
            }
        }
    }
    return image.size() == Size{7, 5} && image.channels() == 1;
}

/// Makes the directory of a little-endian TIFF follow itself, as a second page would; where the link stands.
std::size_t linkedToItself(std::vector<std::byte>& tiff) {
    const auto number = [&](std::size_t at, int count) {
        std::size_t value = 0;
        for (int i = count - 1; i >= 0; --i) {
            value = value << 8 | std::to_integer<std::size_t>(tiff[at + static_cast<std::size_t>(i)]);
        }
        return value;
    };
    const std::size_t start = number(4, 4);
    const std::size_t link = start + 2 + number(start, 2) * 12;
    std::copy_n(tiff.begin() + 4, 4, tiff.begin() + static_cast<std::ptrdiff_t>(link));
    return link;
}

} // namespace

class ImageFileTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;

    std::string path(const QString& name) const { return folder_.filePath(name).toStdString(); }

private Q_SLOTS:
    void losslessFormatsKeepEveryBit() {
        for (const Case& row : kLossless) {
            for (const Size size : {Size{1, 1}, Size{1, 3}, Size{2, 1}, Size{3, 2}, Size{17, 9}, Size{64, 33}}) {
                const Image image = patterned(size, row.channels, row.depth);
                const std::string file = path(QString("a.") + row.format);
                writeImage(file, image, {.format = row.format, .quality = 101});
                QVERIFY2(
                    readImage(file) == image,
                    qPrintable(
                        QString("%1 %2 %3x%4").arg(row.format).arg(row.channels).arg(size.width).arg(size.height)));
                const ImageProbe probe = probeImage(file);
                QCOMPARE(probe.format, std::string(row.format));
                QCOMPARE(probe.size, size);
                QCOMPARE(probe.channels, row.channels);
                QVERIFY(probe.depth == row.depth);
            }
        }
    }

    void bothEffortsKeepEveryBit() {
        const Image image = patterned({200, 100}, 3, PixelDepth::uint16);
        for (const auto effort : {WriteOptions::Effort::quick, WriteOptions::Effort::small}) {
            writeImage(path("e.png"), image, {.effort = effort});
            QVERIFY(readImage(path("e.png")) == image);
        }
    }

    void greyWithAlphaIsWrittenAsRgbaWhereThereIsNoSuchKind() {
        const Image image = patterned({5, 4}, 2, PixelDepth::uint8);
        writeImage(path("ga.webp"), image, {.quality = 101});
        const Image read = readImage(path("ga.webp"));
        QCOMPARE(read.channels(), 4);
        for (int x = 0; x < 5; ++x) {
            QCOMPARE(read.valueAt(x, 2, 1), image.valueAt(x, 2, 0));
            QCOMPARE(read.valueAt(x, 2, 3), image.valueAt(x, 2, 1));
        }
    }

    void lossyFormatsComeClose() {
        std::vector<std::uint8_t> values;
        for (int i = 0; i < 64 * 48; ++i) {
            values.insert(values.end(),
                          {static_cast<std::uint8_t>(i % 64 * 3), static_cast<std::uint8_t>(i / 64 * 4), 90});
        }
        const Image image = imageOf({64, 48}, 3, values);
        for (const char* name : {"l.jpg", "l.webp"}) {
            writeImage(path(name), image);
            const Image read = readImage(path(name));
            for (int x = 0; x < 64; x += 7) {
                for (int channel = 0; channel < 3; ++channel) {
                    QVERIFY2(std::abs(valueAt(read, x, 20, channel) - valueAt(image, x, 20, channel)) < 12, name);
                }
            }
        }
    }

    void goodJpegKeepsTheResolutionOfColours() {
        std::vector<std::uint8_t> values;
        for (int i = 0; i < 32 * 32; ++i) { // red and blue columns, each one pixel wide
            values.insert(values.end(), {static_cast<std::uint8_t>(i % 2 ? 200 : 20), 60,
                                         static_cast<std::uint8_t>(i % 2 ? 20 : 200)});
        }
        const Image image = imageOf({32, 32}, 3, values);
        const auto redOf = [&](int quality, int x) {
            writeImage(path("q.jpg"), image, {.quality = quality});
            return valueAt(readImage(path("q.jpg")), x, 16, 0);
        };
        QVERIFY(redOf(95, 15) > 180 && redOf(95, 16) < 40);
        QVERIFY(redOf(80, 15) < 160);
    }

    void severalThreadsReadAndWrite() {
        const Image image =
            patterned({60, 40}, 3, PixelDepth::uint8).withMetadata(readImage(golden("orientation_6.jpg")).metadata());
        std::atomic<int> wrong{0};
        {
            std::vector<std::jthread> threads;
            for (int t = 0; t < 4; ++t) {
                threads.emplace_back([&, t] {
                    for (const char* format : {"png", "tiff", "jpeg", "png"}) {
                        const std::string file = path(QString("thread%1").arg(t));
                        writeImage(file, image, {.format = format});
                        const Image read = readImage(file);
                        wrong += read.size() != image.size() || read.metadata()->exif != image.metadata()->exif;
                    }
                });
            }
        }
        QCOMPARE(wrong.load(), 0);
    }

    void whatAFormatLacksIsConverted() {
        // Half-transparent black over white is grey; 16 bits become 8.
        const Image black = imageOf<std::uint16_t>({1, 1}, 4, {0, 0, 0, 32768});
        const auto losses = writeImage(path("c.jpg"), black);
        QCOMPARE(valueAt(readImage(path("c.jpg")), 0, 0, 0), 127);
        QCOMPARE(readImage(path("c.jpg")).channels(), 3);
        QCOMPARE(losses.size(), std::size_t{1});
        QVERIFY(losses.front().text().find("transparency") != std::string::npos);
        const Image half = imageOf<float>({1, 1}, 3, {0.5f, 2.0f, -1.0f});
        writeImage(path("c.png"), half);
        QVERIFY(readImage(path("c.png")) == imageOf<std::uint16_t>({1, 1}, 3, {32768, 65535, 0}));
        writeImage(path("c.exr"), imageOf<std::uint8_t>({1, 1}, 1, {51}));
        QCOMPARE(readImage(path("c.exr")).valueAt(0, 0, 0), 0.2f);
    }

    void floatsThatCannotBeUsedAreNamed() {
        const auto notices = [&](const std::vector<float>& values) {
            writeImage(path("float.tif"), imageOf<float>({1, 1}, 3, values));
            return readImageWithNotices(path("float.tif")).notices;
        };
        QCOMPARE(notices({0.0f, 0.5f, 1.0f}).size(), std::size_t{0});
        QCOMPARE(notices({0.0f, 0.5f, 1.5f}), std::vector<Message>{kRangeNotice});
        QCOMPARE(notices({0.0f, -0.1f, std::nanf("")}), (std::vector<Message>{kRangeNotice, kNanNotice}));
    }

    void theContentDecidesAndNotTheName() {
        const Image image = patterned({6, 6}, 3, PixelDepth::uint8);
        writeImage(path("wrong.jpg"), image, {.format = "png"});
        QCOMPARE(probeImage(path("wrong.jpg")).format, std::string("png"));
        QVERIFY(readImage(path("wrong.jpg")) == image);
        QFile::copy(QString::fromStdString(path("wrong.jpg")), folder_.filePath("noextension"));
        QVERIFY(readImage(path("noextension")) == image);
    }

    void unknownExtensionsAreNamed() {
        QVERIFY_THROWS_EXCEPTION(Error, writeImage(path("a.xyz"), patterned({2, 2}, 1, PixelDepth::uint8)));
        QVERIFY_THROWS_EXCEPTION(Error, writeImage(path("a"), patterned({2, 2}, 1, PixelDepth::uint8)));
        QVERIFY_THROWS_EXCEPTION(Bug, writeImage(path("a.png"), Image()));
        writeImage(path("A.PNG"), patterned({2, 2}, 1, PixelDepth::uint8));
    }

    void otherProgramsPicturesAreRead() {
        QVERIFY(isPattern(readImage(golden("grey_alpha.png")), 2));
        QVERIFY(isPattern(readImage(golden("lzw.tif")), 3));
        QVERIFY(isPattern(readImage(golden("grey.bmp")), 1));
        QVERIFY(isPattern(readImage(golden("unassociated_alpha.tif")), 3)); // not multiplied with its alpha
        QCOMPARE(readImage(golden("unassociated_alpha.tif")).channels(), 4);
        QVERIFY(isPattern(readImage(golden("lossless.webp")), 3));
        QVERIFY(isPalette(readImage(golden("palette.png"))));
        QVERIFY(isPalette(readImage(golden("palette.tif"))));
        QVERIFY(isPalette(readImage(golden("palette.bmp"))));
        QVERIFY(isChecks(readImage(golden("one_bit.png"))));
        QVERIFY(isChecks(readImage(golden("one_bit.tif"))));
        QVERIFY(isChecks(readImage(golden("one_bit.bmp"))));
        QVERIFY(readImage(golden("jpeg.tif")).size() == (Size{7, 5}));
        QCOMPARE(readImage(golden("float.tif")).valueAt(6, 4, 0), static_cast<float>(patternAt(6, 4, 0)) / 255);
        const Image clear = readImage(golden("palette_clear_green.png"));
        QCOMPARE(clear.channels(), 4);
        QCOMPARE(valueAt(clear, 2, 0, 3), 0);
        QCOMPARE(valueAt(clear, 1, 0, 3), 255);
    }

    void cmykBecomesRgb() {
        for (const char* name : {"cmyk.jpg", "cmyk.tif"}) {
            const Image image = readImage(golden(name));
            QCOMPARE(image.channels(), 3);
            QVERIFY2(valueAt(image, 3, 8, 0) > 230 && valueAt(image, 3, 8, 1) < 40, name);   // red
            QVERIFY2(valueAt(image, 28, 8, 0) < 40 && valueAt(image, 28, 8, 2) > 230, name); // cyan
        }
    }

    void conversionsAreSaid() {
        const auto notice = [](const char* name) {
            const ImageReading reading = readImageWithNotices(golden(name));
            QString text;
            for (const Message& sentence : reading.notices) {
                text += QString::fromStdString(sentence.text()) + ";";
            }
            return text;
        };
        for (const char* name : {"cmyk.jpg", "cmyk.tif"}) {
            QVERIFY2(notice(name).contains("CMYK"), name);
        }
        for (const char* name : {"palette.png", "palette.tif", "palette.bmp", "palette_clear_green.png"}) {
            QVERIFY2(notice(name).contains("palette"), name);
        }
        for (const char* name : {"one_bit.png", "one_bit.tif", "one_bit.bmp"}) {
            QVERIFY2(notice(name).contains("1 bit"), name);
        }
        for (const char* name : {"grey.bmp", "grey.jpg", "lzw.tif", "float.tif", "grey_alpha.png", "lossless.webp",
                                 "orientation_6.jpg", "unassociated_alpha.tif"}) {
            QCOMPARE(notice(name), QString());
        }
    }

    void furtherPagesAndABrokenProfileAreSaid() {
        std::vector<std::byte> bytes = encodeImage(patterned({9, 4}, 3, PixelDepth::uint8), {.format = "tiff"});
        const std::size_t pages = linkedToItself(bytes);
        QFile file(folder_.filePath("pages.tif"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size()));
        file.close();
        QVERIFY(pages > 0);
        QCOMPARE(readImageWithNotices(path("pages.tif")).notices.size(), std::size_t{1});
        auto metadata = std::make_shared<ImageMetadata>();
        metadata->iccProfile.assign(200, std::byte{0});
        const std::string space = "RGB ";
        std::memcpy(metadata->iccProfile.data() + 16, space.data(), space.size());
        writeImage(path("profile.png"), patterned({9, 4}, 3, PixelDepth::uint8).withMetadata(metadata));
        const ImageReading reading = readImageWithNotices(path("profile.png"));
        QCOMPARE(reading.notices.size(), std::size_t{1});
        QVERIFY(reading.notices.front().text().find("sRGB") != std::string::npos);
    }

    void progressiveAndGreyJpeg() {
        QVERIFY(valueAt(readImage(golden("progressive.jpg")), 2, 2, 0) > 230);
        QCOMPARE(readImage(golden("grey.jpg")).channels(), 1);
    }

    void orientationIsApplied_data() {
        QTest::addColumn<int>("orientation");
        // The old corners (0 top left, 1 top right, 2 bottom left, 3 bottom right) that stand at the new ones, in this
        // order.
        QTest::addColumn<QList<int>>("corners");
        QTest::newRow("as it is") << 1 << QList<int>{0, 1, 2, 3};
        QTest::newRow("mirrored") << 2 << QList<int>{1, 0, 3, 2};
        QTest::newRow("upside down") << 3 << QList<int>{3, 2, 1, 0};
        QTest::newRow("mirrored top to bottom") << 4 << QList<int>{2, 3, 0, 1};
        QTest::newRow("transposed") << 5 << QList<int>{0, 2, 1, 3};
        QTest::newRow("clockwise") << 6 << QList<int>{2, 0, 3, 1};
        QTest::newRow("transposed the other way") << 7 << QList<int>{3, 1, 2, 0};
        QTest::newRow("counter-clockwise") << 8 << QList<int>{1, 3, 0, 2};
    }

    void orientationIsApplied() {
        QFETCH(int, orientation);
        QFETCH(QList<int>, corners);
        const Image photo = readImage(golden(QString("orientation_%1.jpg").arg(orientation)));
        const Image scan = readImage(golden(QString("orientation_%1.tif").arg(orientation)));
        QCOMPARE(photo.size(), orientation < 5 ? (Size{32, 16}) : (Size{16, 32}));
        QCOMPARE(scan.size(), orientation < 5 ? (Size{7, 5}) : (Size{5, 7}));
        QCOMPARE(probeImage(golden(QString("orientation_%1.jpg").arg(orientation))).size, photo.size());
        QCOMPARE(probeImage(golden(QString("orientation_%1.tif").arg(orientation))).size, scan.size());
        const int scanCorners[] = {patternAt(0, 0, 0), patternAt(6, 0, 0), patternAt(0, 4, 0), patternAt(6, 4, 0)};
        for (int corner = 0; corner < 4; ++corner) {
            const int old = corners[corner];
            const auto at = [&](const Image& image) {
                return valueAt(image, corner % 2 * (image.width() - 1), corner / 2 * (image.height() - 1), 0);
            };
            QVERIFY(std::abs(at(photo) - (20 + 70 * old)) < 5);
            QCOMPARE(at(scan), scanCorners[old]);
        }
        // Written and read again it must not turn a second time.
        writeImage(path("turned.jpg"), photo);
        QCOMPARE(readImage(path("turned.jpg")).size(), photo.size());
        writeImage(path("turned.tif"), scan);
        QVERIFY(readImage(path("turned.tif")) == scan);
    }

    void memoryIsReadAsFilesAre() {
        const Image image = patterned({9, 4}, 3, PixelDepth::uint8);
        QVERIFY(decodeImage(encodeImage(image, {.format = "png"}), "the clipboard") == image);
    }

    void theCatalogueIsConsistent() {
        QSet<QString> extensions;
        for (const ImageFormat& format : imageFormats()) {
            QVERIFY(format.matches && format.inspect && format.decode && format.encode);
            QVERIFY(!format.title.empty());
            for (const std::string& extension : format.extensions) {
                QVERIFY(!extensions.contains(QString::fromStdString(extension)));
                extensions.insert(QString::fromStdString(extension));
                QCOMPARE(formatOfPath("/x/y." + extension).id, format.id);
            }
        }
    }
};

QTEST_GUILESS_MAIN(ImageFileTest)
#include "image_file_test.moc"
