// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour_transform.h"
#include "core/io/hints_file.h"
#include "core/io/image_file.h"
#include "tests/support/test_images.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <array>
#include <cmath>
#include <functional>
#include <lcms2.h>
#include <random>

using namespace palimpsest;

namespace {

using Bytes = std::vector<std::byte>;

Bytes saved(cmsHPROFILE profile) {
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    Bytes bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

Bytes rgbProfile(const cmsCIExyYTRIPLE& primaries, cmsToneCurve* curve) {
    const cmsCIExyY d65{0.3127, 0.3290, 1};
    std::array<cmsToneCurve*, 3> curves{curve, curve, curve};
    Bytes bytes = saved(cmsCreateRGBProfile(&d65, &primaries, curves.data()));
    cmsFreeToneCurve(curve);
    return bytes;
}

cmsToneCurve* srgbCurve() {
    constexpr std::array<double, 5> kSrgb{2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    return cmsBuildParametricToneCurve(nullptr, 4, kSrgb.data());
}

/// The curve as a table, as cameras and scanners write it.
cmsToneCurve* tableCurve() {
    std::vector<cmsUInt16Number> table;
    for (int i = 0; i < 1024; ++i) {
        const double x = i / 1023.0;
        table.push_back(static_cast<cmsUInt16Number>(
            std::lround(65535 * (x <= 0.04045 ? x / 12.92 : std::pow((x + 0.055) / 1.055, 2.4)))));
    }
    return cmsBuildTabulatedToneCurve16(nullptr, 1024, table.data());
}

const cmsCIExyYTRIPLE kP3{{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
const cmsCIExyYTRIPLE kAdobe{{0.640, 0.330, 1}, {0.210, 0.710, 1}, {0.150, 0.060, 1}};
const cmsCIExyYTRIPLE kSrgb{{0.640, 0.330, 1}, {0.300, 0.600, 1}, {0.150, 0.060, 1}};

Bytes profileNamed(const QString& name) {
    if (name == "srgb") {
        return rgbProfile(kSrgb, srgbCurve());
    }
    if (name == "p3") {
        return rgbProfile(kP3, srgbCurve());
    }
    if (name == "p3-table") {
        return rgbProfile(kP3, tableCurve());
    }
    if (name == "adobe") {
        return rgbProfile(kAdobe, cmsBuildGamma(nullptr, 563.0 / 256));
    }
    cmsToneCurve* linear = cmsBuildGamma(nullptr, 1.0);
    Bytes bytes = saved(cmsCreateGrayProfile(cmsD50_xyY(), linear));
    cmsFreeToneCurve(linear);
    return bytes;
}

Image profiled(const Image& image, const Bytes& profile) {
    auto metadata = std::make_shared<ImageMetadata>();
    metadata->iccProfile = profile;
    metadata->dotsPerInchX = 300;
    return image.withMetadata(std::move(metadata));
}

/// Every channel takes values from all of [0,1], corners of the cube included.
Image scattered(Size size, int channels, PixelDepth depth) {
    std::mt19937 random(7);
    std::vector<float> values(static_cast<std::size_t>(size.area()) * channels);
    for (float& value : values) {
        value = std::clamp(static_cast<float>(random() % 1200) / 999.0f - 0.1f, 0.0f, 1.0f);
    }
    const Image exact = imageOf(size, channels, values);
    return depth == PixelDepth::float32 ? exact : fromWorkingSpace(exact, patterned({1, 1}, channels, depth));
}

double largestDifference(const Image& a, const Image& b) {
    double largest = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width() * a.channels(); ++x) {
            const int channel = x % a.channels();
            largest = std::max<double>(
                largest, std::abs(a.valueAt(x / a.channels(), y, channel) - b.valueAt(x / a.channels(), y, channel)));
        }
    }
    return largest;
}

Image onePixel(std::array<float, 3> rgb) { return imageOf<float>({1, 1}, 3, {rgb.begin(), rgb.end()}); }

} // namespace

class ColourTransformTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hintsOfAnotherSpaceBecomeSrgb() {
        const Image grey = imageOf<std::uint8_t>({2, 1}, 1, {50, 100});
        const Image drawn = imageOf<std::uint8_t>({2, 1}, 4, {1, 2, 3, 0, 200, 90, 90, 255});
        const Image hints = hintsFromImage(profiled(drawn, profileNamed("p3")), grey, "h");
        const Image expected = toDisplay(profiled(imageOf<std::uint8_t>({1, 1}, 3, {200, 90, 90}), profileNamed("p3")));
        QVERIFY(expected.valueAt(0, 0, 0) > 205.0f / 255);
        for (int channel = 0; channel < 3; ++channel) {
            QCOMPARE(hints.valueAt(1, 0, channel), expected.valueAt(0, 0, channel));
        }
        QCOMPARE(hints.valueAt(0, 0, 3), 0.0f);
        QCOMPARE(hints.valueAt(1, 0, 3), 1.0f);
    }

    void theWayBackIsExact_data() {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("depth");
        QTest::addColumn<double>("error"); // in [0,1]; 0: every byte
        for (const char* name : {"p3", "adobe", "p3-table", "linear-grey"}) {
            const bool isGrey = QByteArray(name) == "linear-grey";
            // Tables have 16 bits; a pure power has no slope at black, where the rounding of floats is raised to 4e-4.
            const bool isCoarse = QByteArray(name) == "p3-table" || QByteArray(name) == "adobe";
            for (const int channels : isGrey ? std::array{1, 2} : std::array{3, 4}) {
                const QByteArray label = QByteArray(name) + " " + QByteArray::number(channels);
                QTest::newRow(label + " 8") << name << channels << 0 << 0.0;
                QTest::newRow(label + " 16") << name << channels << 1 << (isCoarse ? 6e-4 : 1.01 / 65535);
                QTest::newRow(label + " float") << name << channels << 2 << (isCoarse ? 6e-4 : 1e-5);
            }
        }
    }

    void theWayBackIsExact() {
        QFETCH(QString, profile);
        QFETCH(int, channels);
        QFETCH(int, depth);
        QFETCH(double, error);
        const Image image =
            profiled(scattered({64, 48}, channels, static_cast<PixelDepth>(depth)), profileNamed(profile));
        const Image working = toWorkingSpace(image);
        QVERIFY(working.depth() == PixelDepth::float32);
        QVERIFY(largestDifference(working, image) > 0.02);
        const Image back = fromWorkingSpace(working, image);
        QCOMPARE(back.depth(), image.depth());
        const double difference = largestDifference(back, image);
        qInfo("largest difference %.3g", difference);
        QVERIFY2(difference <= error, qPrintable(QString::number(difference)));
        QVERIFY(back.metadata() == image.metadata());
        for (int x = 0; image.hasAlpha() && x < image.width(); ++x) {
            QCOMPARE(working.valueAt(x, 5, channels - 1), image.valueAt(x, 5, channels - 1));
        }
    }

    /// Display P3 to sRGB by the matrices of the standards (SMPTE EG 432-1, IEC 61966-2-1), both with a D65 white.
    void coloursAreThoseOfTheStandards() {
        const Bytes p3 = profileNamed("p3");
        const Image red = toWorkingSpace(profiled(onePixel({1, 0, 0}), p3));
        const auto encoded = [](double linear) {
            const double size = std::abs(linear);
            const double value = size <= 0.0031308 ? size * 12.92 : 1.055 * std::pow(size, 1 / 2.4) - 0.055;
            return linear < 0 ? -value : value;
        };
        QVERIFY(std::abs(red.valueAt(0, 0, 0) - encoded(1.2249401)) < 2e-3);
        QVERIFY(red.valueAt(0, 0, 1) < -0.1 && red.valueAt(0, 0, 2) < -0.1);
        const Image orange = toWorkingSpace(profiled(onePixel({0.8f, 0.5f, 0.3f}), p3));
        const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
        const double r = linear(0.8), g = linear(0.5), b = linear(0.3);
        QVERIFY(std::abs(orange.valueAt(0, 0, 0) - encoded(1.2249401 * r - 0.2249404 * g)) < 1e-3);
        QVERIFY(std::abs(orange.valueAt(0, 0, 1) - encoded(-0.0420569 * r + 1.0420571 * g)) < 1e-3);
        QVERIFY(std::abs(orange.valueAt(0, 0, 2) - encoded(-0.0196376 * r - 0.0786361 * g + 1.0982735 * b)) < 1e-3);
        const Image grey = toWorkingSpace(profiled(imageOf<float>({1, 1}, 1, {0.2140411f}), profileNamed("grey")));
        QVERIFY(std::abs(grey.valueAt(0, 0, 0) - 0.5) < 1e-4);
    }

    void srgbIsLeftAsItIs() {
        const Image plain = patterned({20, 10}, 3, PixelDepth::uint8);
        QFile file(PALIMPSEST_SOURCE_DIR "/tests/golden/pictures/srgb.icc");
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray icc = file.readAll();
        const auto found = std::as_bytes(std::span(icc));
        for (const Image& image :
             {plain, profiled(plain, profileNamed("srgb")), profiled(plain, {found.begin(), found.end()})}) {
            QVERIFY(toWorkingSpace(image).pixels().data() == image.pixels().data());
            QVERIFY(toDisplay(image).pixels().data() == image.pixels().data());
            QVERIFY(fromWorkingSpace(image, image).pixels().data() == image.pixels().data());
            QVERIFY(profileNotice(image).isEmpty());
        }
    }

    void aBrokenProfileIsSaidAndCountsAsSrgb() {
        const Image plain = patterned({20, 10}, 3, PixelDepth::uint8);
        Bytes broken = profileNamed("p3");
        broken.resize(broken.size() / 2);
        std::fill(broken.begin() + 128, broken.end(), std::byte{0xee});
        for (const Image& image :
             {profiled(plain, broken), profiled(plain, Bytes(7)), profiled(plain, profileNamed("linear-grey"))}) {
            QVERIFY(profileNotice(image).text().find("sRGB") != std::string::npos);
            QVERIFY(toWorkingSpace(image) == plain);
            QVERIFY(fromWorkingSpace(plain, image) == plain);
            QVERIFY(toDisplay(image) == plain);
        }
    }

    void resultsBeyondTheProfileAreClipped() {
        const Image original = profiled(patterned({1, 1}, 3, PixelDepth::uint8), profileNamed("p3"));
        const Image back = fromWorkingSpace(onePixel({1.3f, 0.5f, -5}), original);
        QCOMPARE(back.valueAt(0, 0, 0), 1.0f);
        QCOMPARE(back.valueAt(0, 0, 2), 0.0f);
        QVERIFY(back.valueAt(0, 0, 1) > 0.5f);
    }

    void aColorizedGreyPictureLosesTheGreyProfile() {
        const Image original = profiled(patterned({8, 6}, 1, PixelDepth::uint16), profileNamed("linear-grey"));
        const Image result = fromWorkingSpace(scattered({8, 6}, 3, PixelDepth::float32), original);
        QCOMPARE(result.depth(), PixelDepth::uint16);
        QCOMPARE(result.channels(), 3);
        QVERIFY(result.metadata()->iccProfile.empty());
        QCOMPARE(result.metadata()->dotsPerInchX, 300.0);
    }

    void displayIsSrgbAtTheSameDepth() {
        const Image image = profiled(imageOf<std::uint8_t>({1, 1}, 3, {204, 128, 77}), profileNamed("p3"));
        const Image shown = toDisplay(image);
        QCOMPARE(shown.depth(), PixelDepth::uint8);
        QVERIFY(shown.metadata()->iccProfile.empty());
        QVERIFY(std::abs(shown.valueAt(0, 0, 0) - toWorkingSpace(image).valueAt(0, 0, 0)) < 0.51 / 255);
        QVERIFY(shown.valueAt(0, 0, 0) > image.valueAt(0, 0, 0));
    }

    void aCropConvertsAsTheWholeDoes() {
        const Image image = profiled(scattered({40, 30}, 3, PixelDepth::uint16), profileNamed("adobe"));
        const Rect area{5, 6, 20, 10};
        QVERIFY(toWorkingSpace(cropped(image, area)) == cropped(toWorkingSpace(image), area));
    }

    void filesKeepTheProfileToTheByte() {
        const Bytes profile = profileNamed("p3");
        for (const char* format : {"png", "jpeg", "tiff", "webp"}) {
            const Image image = profiled(patterned({20, 10}, 3, PixelDepth::uint8), profile);
            const Image read = decodeImage(encodeImage(image, {.format = format}), "memory");
            QVERIFY2(read.metadata()->iccProfile == profile, format);
        }
        const Bytes grey = profileNamed("linear-grey");
        for (const char* format : {"png", "jpeg", "tiff"}) {
            const Image image = profiled(patterned({20, 10}, 1, PixelDepth::uint8), grey);
            const Image read = decodeImage(encodeImage(image, {.format = format}), "memory");
            QVERIFY2(read.metadata()->iccProfile == grey, format);
        }
    }

    void filesWithoutProfilesHoldSrgb() {
        const Image image = profiled(scattered({20, 10}, 3, PixelDepth::float32), profileNamed("p3"));
        const Image read = decodeImage(encodeImage(image, {.format = "exr"}), "memory");
        QVERIFY(largestDifference(read, toWorkingSpace(image)) < 1e-6);
    }

    void conversionForDisplayIsQuick() {
        const Image image = profiled(patterned({2000, 1500}, 3, PixelDepth::uint8), profileNamed("adobe"));
        QElapsedTimer timer;
        timer.start();
        const Image shown = toDisplay(image);
        qInfo("3 megapixels for display: %lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 6000);
    }
};

QTEST_GUILESS_MAIN(ColourTransformTest)
#include "colour_transform_test.moc"
