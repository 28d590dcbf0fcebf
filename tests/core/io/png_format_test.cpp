// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/colour_profile.h"
#include "core/image/colour_transform.h"
#include "core/io/image_file.h"
#include "core/io/reading_notices.h"
#include "tests/support/png_builder.h"
#include "tests/support/test_images.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace palimpsest;

namespace {

constexpr int kWidth = 9;
constexpr int kHeight = 6;

/// Samples of a kind, the first two columns of one colour that is nowhere else.
PngBuilder keyed(int bits, int colourType) {
    PngBuilder png{.width = kWidth, .height = kHeight, .bits = bits, .colourType = colourType};
    const int most = (1 << bits) - 1;
    const int channels = colourType == 2 ? 3 : 1;
    for (int y = 0; y < kHeight; ++y) {
        for (int x = 0; x < kWidth; ++x) {
            for (int channel = 0; channel < channels; ++channel) {
                const int other = 1 + (x * 5 + y * 3 + channel * 7) % most;
                png.samples.push_back(static_cast<std::uint16_t>(x < 2 ? 0 : other));
            }
        }
    }
    return png;
}

Image roundTrip(const Image& image) { return decodeImage(encodeImage(image, {.format = "png"}), "again"); }

QByteArray gammaChunk(std::uint32_t value) { return PngBuilder::chunk("gAMA", bigEndian(value)); }

QByteArray primariesChunk(const std::vector<std::uint32_t>& numbers) {
    QByteArray data;
    for (const std::uint32_t number : numbers) {
        data += bigEndian(number);
    }
    return PngBuilder::chunk("cHRM", data);
}

const std::vector<std::uint32_t> kAdobe{31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000};
const std::vector<std::uint32_t> kSrgb{31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000};

PngBuilder plain(int bits, int colourType, const QByteArray& chunks) {
    PngBuilder png = keyed(bits, colourType);
    png.chunks = chunks;
    return png;
}

QByteArray written(const Image& image) {
    const auto bytes = encodeImage(image, {.format = "png"});
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())};
}

} // namespace

class PngFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneTransparentColour_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("colourType");
        QTest::addColumn<bool>("isInterlaced");
        for (const bool isInterlaced : {false, true}) {
            for (const int bits : {1, 2, 4, 8, 16}) {
                QTest::addRow("grey %d %d", bits, isInterlaced) << bits << 0 << isInterlaced;
            }
            for (const int bits : {8, 16}) {
                QTest::addRow("RGB %d %d", bits, isInterlaced) << bits << 2 << isInterlaced;
            }
        }
    }

    void oneTransparentColour() {
        QFETCH(int, bits);
        QFETCH(int, colourType);
        QFETCH(bool, isInterlaced);
        PngBuilder png = keyed(bits, colourType);
        png.isInterlaced = isInterlaced;
        png.chunks = PngBuilder::chunk("tRNS", QByteArray(colourType == 2 ? 6 : 2, '\0'));
        const Image image = decodeImage(png.bytes(), "test");
        QCOMPARE(image.channels(), colourType == 2 ? 4 : 2);
        QVERIFY(image.depth() == (bits == 16 ? PixelDepth::uint16 : PixelDepth::uint8));
        for (int y = 0; y < kHeight; ++y) {
            for (int x = 0; x < kWidth; ++x) {
                QCOMPARE(image.valueAt(x, y, image.channels() - 1), x < 2 ? 0.0f : 1.0f);
                const auto sample = png.samples[static_cast<std::size_t>((y * kWidth + x) * (colourType == 2 ? 3 : 1))];
                QCOMPARE(image.valueAt(x, y, 0), static_cast<float>(sample) / static_cast<float>((1 << bits) - 1));
            }
        }
        QVERIFY(roundTrip(image) == image);
    }

    void transparencyOfNoUseIsPassedOver() {
        PngBuilder png = keyed(8, 0);
        png.chunks = PngBuilder::chunk("tRNS", QByteArray(3, '\0'));
        QCOMPARE(decodeImage(png.bytes(), "test").channels(), 1);
    }

    void greyWithAlphaOfEveryDepth() {
        for (const int bits : {8, 16}) {
            for (const bool isInterlaced : {false, true}) {
                PngBuilder png{.width = kWidth, .height = kHeight, .bits = bits, .colourType = 4};
                for (int i = 0; i < kWidth * kHeight * 2; ++i) {
                    png.samples.push_back(static_cast<std::uint16_t>(bits == 8 ? i : i * 601));
                }
                png.isInterlaced = isInterlaced;
                const Image image = decodeImage(png.bytes(), "test");
                QCOMPARE(image.channels(), 2);
                QCOMPARE(image.valueAt(4, 3, 1),
                         static_cast<float>(png.samples[(3 * kWidth + 4) * 2 + 1]) / (bits == 8 ? 255.f : 65535.f));
                QVERIFY(roundTrip(image) == image);
            }
        }
    }

    /// Values stay, and mean the same light.
    void gammaStaysWithTheValues() {
        for (const std::uint32_t number : {100000u, 55556u}) {
            for (const int colourType : {0, 2}) {
                const PngBuilder png = plain(16, colourType, gammaChunk(number) + primariesChunk(kAdobe));
                const Image image = decodeImage(png.bytes(), "test");
                const Image again = roundTrip(image);
                QVERIFY(again == image);
                QVERIFY(*again.metadata() == *image.metadata());
                QVERIFY(written(image).contains(gammaChunk(number)) && written(image).contains(primariesChunk(kAdobe)));
                QVERIFY(!written(image).contains("iCCP"));
            }
        }
    }

    void gammaIsHeededWhereColoursAreComputed() {
        const PngBuilder png = plain(16, 0, gammaChunk(100000));
        const Image image = decodeImage(png.bytes(), "test");
        const Image shown = toDisplay(image);
        for (int x = 2; x < kWidth; ++x) {
            const double light = image.valueAt(x, 0, 0);
            const double expected = light < 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
            QVERIFY(std::abs(shown.valueAt(x, 0, 0) - expected) < 0.001);
        }
    }

    void gammaGoesIntoOtherFormatsAsAProfile() {
        const Image image = decodeImage(plain(16, 2, gammaChunk(100000)).bytes(), "test");
        const Image tiff = decodeImage(encodeImage(image, {.format = "tiff"}), "tiff");
        QVERIFY(tiff.metadata()->iccProfile == image.metadata()->iccProfile);
        QVERIFY(written(tiff).contains(gammaChunk(100000)));
    }

    void whatMeansSrgbNeedsNoProfile() {
        const QByteArray srgb = PngBuilder::chunk("sRGB", QByteArray(1, '\0'));
        for (const QByteArray& chunks : {gammaChunk(45455), gammaChunk(45455) + primariesChunk(kSrgb),
                                         primariesChunk(kSrgb), srgb, srgb + gammaChunk(100000)}) {
            const Image image = decodeImage(plain(8, 2, chunks).bytes(), "test");
            QVERIFY(image.metadata()->iccProfile.empty());
        }
        QVERIFY(!decodeImage(plain(8, 2, primariesChunk(kAdobe)).bytes(), "test").metadata()->iccProfile.empty());
    }

    void coloursThatAreNoneAreSaid() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("a.png").toStdString();
        const auto notices = [&](const QByteArray& chunks) {
            QFile file(QString::fromStdString(path));
            [[maybe_unused]] const bool isOpen = file.open(QIODevice::WriteOnly);
            file.write(plain(8, 2, chunks).file());
            file.close();
            return readImageWithNotices(path).notices;
        };
        QCOMPARE(notices(gammaChunk(1)), std::vector<Message>{kGammaNotice});
        QCOMPARE(notices(primariesChunk(std::vector<std::uint32_t>(8, 0))), std::vector<Message>{kGammaNotice});
        QCOMPARE(notices(PngBuilder::chunk("cICP", QByteArray("\x09\x10\x00\x01", 4))),
                 std::vector<Message>{kHdrNotice});
        QVERIFY(notices(gammaChunk(100000)).empty());
    }

    void equalNumbersMakeEqualProfiles() {
        const GammaAndPrimaries colours{
            .gamma = 55556,
            .primaries = std::array<std::uint32_t, 8>{31270, 32900, 64000, 33000, 21000, 71000, 15000, 6000}};
        QVERIFY(profileFrom(colours, 3) == profileFrom(colours, 3));
        QVERIFY(gammaAndPrimariesOf(profileFrom(colours, 3)) == colours);
        QVERIFY(gammaAndPrimariesOf(profileFrom(colours, 1)) == colours);
        QVERIFY(!gammaAndPrimariesOf({}));
    }

    void aGreyProfileHasTheTonesOfTheColours() {
        const auto grey = greyProfileFrom(profileFrom({.gamma = 55556}, 3));
        QVERIFY(!grey.empty());
        auto metadata = std::make_shared<ImageMetadata>();
        metadata->iccProfile = grey;
        const Image image = imageOf<float>({1, 1}, 1, {0.5f}).withMetadata(metadata);
        const double light = std::pow(0.5, 1.8);
        const double expected = 1.055 * std::pow(light, 1 / 2.4) - 0.055;
        QVERIFY(std::abs(toDisplay(image).valueAt(0, 0, 0) - expected) < 0.001);
        QVERIFY(greyProfileFrom(std::vector<std::byte>(200)).empty());
    }
};

QTEST_GUILESS_MAIN(PngFormatTest)
#include "png_format_test.moc"
