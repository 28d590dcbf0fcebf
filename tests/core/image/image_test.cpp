// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/cv_view.h"
#include "core/image/image.h"
#include "tests/support/test_images.h"

#include <QTest>

using namespace palimpsest;

class ImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isNullByDefault() {
        const Image image;
        QVERIFY(image.isNull());
        QCOMPARE(image.byteSize(), 0u);
        QVERIFY(image.pixels().empty());
        QVERIFY(cvView(image).empty());
        QVERIFY(image == Image());
    }

    void refusesAWrongNumberOfBytes() {
        QVERIFY_THROWS_EXCEPTION(Bug, Image({2, 2}, 3, PixelDepth::uint8, std::vector<std::byte>(11)));
        QVERIFY_THROWS_EXCEPTION(Bug, Image({2, 2}, 3, PixelDepth::uint16, std::vector<std::byte>(12)));
        QVERIFY_THROWS_EXCEPTION(Bug, Image({2, 2}, 5, PixelDepth::uint8, std::vector<std::byte>(20)));
        QVERIFY_THROWS_EXCEPTION(Bug, Image({2, 2}, 0, PixelDepth::uint8, {}));
    }

    void knowsItsChannels() {
        const int colours[] = {1, 1, 3, 3};
        for (int channels = 1; channels <= 4; ++channels) {
            const Image image = patterned({3, 2}, channels, PixelDepth::uint16);
            QCOMPARE(image.hasAlpha(), channels % 2 == 0);
            QCOMPARE(image.colourChannels(), colours[channels - 1]);
            QCOMPARE(image.rowByteSize(), static_cast<std::size_t>(3 * channels * 2));
            QCOMPARE(image.byteSize(), static_cast<std::size_t>(3 * 2 * channels * 2));
        }
    }

    void valuesAreOnZeroToOne() {
        const Image bytes = imageOf<std::uint8_t>({2, 1}, 1, {0, 255});
        const Image words = imageOf<std::uint16_t>({2, 1}, 1, {0, 65535});
        const Image floats = imageOf<float>({2, 1}, 1, {0.25f, -1.5f});
        QCOMPARE(bytes.valueAt(1, 0, 0), 1.0f);
        QCOMPARE(words.valueAt(1, 0, 0), 1.0f);
        QCOMPARE(bytes.valueAt(0, 0, 0), 0.0f);
        QCOMPARE(floats.valueAt(0, 0, 0), 0.25f);
        QCOMPARE(floats.valueAt(1, 0, 0), -1.5f);
    }

    void cropsAnyRectangleWithin() {
        for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16, PixelDepth::float32}) {
            const Image image = patterned({7, 5}, 3, depth);
            const Image part = cropped(image, {2, 1, 4, 3});
            QCOMPARE(part.size(), (Size{4, 3}));
            for (int y = 0; y < 3; ++y) {
                for (int x = 0; x < 4; ++x) {
                    QCOMPARE(part.valueAt(x, y, 2), image.valueAt(x + 2, y + 1, 2));
                }
            }
        }
        const Image image = patterned({7, 5}, 3, PixelDepth::uint8);
        QVERIFY(cropped(image, {0, 0, 7, 5}) == image);
        QVERIFY_THROWS_EXCEPTION(Bug, cropped(image, {4, 0, 4, 1}));
        QVERIFY_THROWS_EXCEPTION(Bug, cropped(image, {-1, 0, 2, 1}));
        QVERIFY_THROWS_EXCEPTION(Bug, cropped(image, {0, 0, 0, 1}));
    }

    void metadataTravelsButIsNotCompared() {
        auto metadata = std::make_shared<ImageMetadata>();
        metadata->dotsPerInchX = 300;
        const Image plain = patterned({3, 3}, 1, PixelDepth::uint8);
        const Image labelled = plain.withMetadata(metadata);
        QVERIFY(plain == labelled);
        QCOMPARE(cropped(labelled, {0, 0, 1, 1}).metadata()->dotsPerInchX, 300.0);
        QVERIFY(!plain.metadata());
    }

    void hashTellsPicturesApart() {
        const Image image = patterned({6, 4}, 3, PixelDepth::uint8);
        QCOMPARE(contentHash(image), contentHash(patterned({6, 4}, 3, PixelDepth::uint8)));
        QCOMPARE(contentHash(image).size(), 64u);
        // The same bytes in another shape are another picture.
        const std::vector<std::byte> bytes(image.pixels().begin(), image.pixels().end());
        QVERIFY(contentHash(Image({4, 6}, 3, PixelDepth::uint8, bytes)) != contentHash(image));
        QVERIFY(contentHash(Image({12, 6}, 1, PixelDepth::uint8, bytes)) != contentHash(image));
        QVERIFY(contentHash(Image({3, 4}, 3, PixelDepth::uint16, bytes)) != contentHash(image));
    }

    void viewsAreBorrowed() {
        const Image image = patterned({5, 4}, 4, PixelDepth::uint16);
        const cv::Mat view = cvView(image);
        QCOMPARE(view.type(), CV_16UC4);
        QVERIFY(static_cast<const void*>(view.data) == image.pixels().data());
        QVERIFY(imageFromCv(view) == image);
        QVERIFY(imageFromCv(view(cv::Rect(1, 1, 3, 2))) == cropped(image, {1, 1, 3, 2}));
        QVERIFY_THROWS_EXCEPTION(Bug, imageFromCv(cv::Mat(2, 2, CV_64FC1)));
        QVERIFY_THROWS_EXCEPTION(Bug, imageFromCv(cv::Mat()));
    }
};

QTEST_GUILESS_MAIN(ImageTest)
#include "image_test.moc"
