// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/display_mapping.h"
#include "tests/support/test_pictures.h"
#include "ui/session/document/qimage_view.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace palimpsest;
using namespace palimpsest::ui;

class QImageViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void framesAreNotCopied();
    void framesLiveAsLongAsTheirImage();
    void shortFramesAreRefused();
    void everyDepthAndChannelCount();
    void floatsAreClipped();
    void alphaIsPremultiplied();
    void opaquePicturesLookAsTheCoreMapsThem();
};

void QImageViewTest::framesAreNotCopied() {
    const auto pixels = std::make_shared<const std::vector<std::uint32_t>>(12, 0xff123456u);
    const QImage image = qimageView({{0, 0, 4, 3}, {4, 3}, pixels});
    QCOMPARE(image.size(), QSize(4, 3));
    QCOMPARE(static_cast<const void*>(image.constBits()), static_cast<const void*>(pixels->data()));
    QCOMPARE(image.pixel(3, 2), 0xff123456u);
    QVERIFY(qimageView({}).isNull());
}

void QImageViewTest::framesLiveAsLongAsTheirImage() {
    auto pixels = std::make_shared<const std::vector<std::uint32_t>>(12, 0xff123456u);
    const std::weak_ptr<const std::vector<std::uint32_t>> watch = pixels;
    {
        const QImage image = qimageView({{0, 0, 4, 3}, {4, 3}, std::move(pixels)});
        QVERIFY(!watch.expired());
    }
    QVERIFY(watch.expired());
}

void QImageViewTest::shortFramesAreRefused() {
    const auto pixels = std::make_shared<const std::vector<std::uint32_t>>(11, 0u);
    QVERIFY_EXCEPTION_THROWN(qimageView({{0, 0, 4, 3}, {4, 3}, pixels}), Bug);
}

void QImageViewTest::everyDepthAndChannelCount() {
    constexpr Size kSize{3, 2};
    for (int channels = 1; channels <= 4; ++channels) {
        const auto level = [channels](int channel) {
            return channels % 2 == 0 && channel == channels - 1 ? 255 : 40 * (channel + 1);
        };
        const QRgb expected = channels < 3 ? qRgb(40, 40, 40) : qRgb(40, 80, 120);
        const QImage eight = toQImage(pictureOf<std::uint8_t>(
            kSize, channels, [&](int, int, int c) { return static_cast<std::uint8_t>(level(c)); }));
        const QImage sixteen = toQImage(pictureOf<std::uint16_t>(kSize, channels, [&](int, int, int c) {
            return static_cast<std::uint16_t>(std::min(65535, level(c) * 257 + 100));
        }));
        const QImage real = toQImage(
            pictureOf<float>(kSize, channels, [&](int, int, int c) { return static_cast<float>(level(c)) / 255.0f; }));
        for (const QImage& image : {eight, sixteen, real}) {
            QCOMPARE(image.size(), QSize(3, 2));
            QCOMPARE(image.hasAlphaChannel(), channels % 2 == 0);
            QCOMPARE(image.pixel(2, 1), expected);
        }
    }
}

void QImageViewTest::floatsAreClipped() {
    const float values[]{-1,
                         0,
                         0.5f,
                         1,
                         7,
                         std::numeric_limits<float>::quiet_NaN(),
                         std::numeric_limits<float>::infinity(),
                         -std::numeric_limits<float>::infinity()};
    const int expected[]{0, 0, 128, 255, 255, 0, 255, 0};
    const QImage image = toQImage(pictureOf<float>({8, 1}, 1, [&](int x, int, int) { return values[x]; }));
    for (int x = 0; x < 8; ++x) {
        QCOMPARE(qRed(image.pixel(x, 0)), expected[x]);
    }
}

void QImageViewTest::alphaIsPremultiplied() {
    const QImage image =
        toQImage(pictureOf<std::uint8_t>({1, 1}, 4, [](int, int, int c) { return c == 3 ? 128 : 200; }));
    QCOMPARE(image.format(), QImage::Format_ARGB32_Premultiplied);
    const auto stored = *reinterpret_cast<const QRgb*>(image.constBits());
    QCOMPARE(qAlpha(stored), 128);
    QCOMPARE(qRed(stored), 100);
}

void QImageViewTest::opaquePicturesLookAsTheCoreMapsThem() {
    const Image picture = pictureOf<float>(
        {64, 5}, 3, [](int x, int y, int c) { return std::sin(static_cast<float>(x * 3 + y * 7 + c)) * 0.7f + 0.5f; });
    QVERIFY(toQImage(picture) == qimageView(displayFrame(picture)));
}

QTEST_GUILESS_MAIN(QImageViewTest)
#include "qimage_view_test.moc"
