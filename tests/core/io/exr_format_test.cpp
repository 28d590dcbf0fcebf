// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/resample.h"
#include "core/io/image_file.h"
#include "core/io/reading_notices.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QByteArray>
#include <QTest>

#include <array>
#include <cstring>

using namespace palimpsest;

namespace {

using Window = std::array<std::int32_t, 4>; ///< x and y of the first and the last pixel

constexpr int kWidth = 9;
constexpr int kHeight = 5;

QByteArray number(std::int64_t value, int count = 4) {
    QByteArray bytes;
    for (int i = 0; i < count; ++i) {
        bytes.append(static_cast<char>(value >> (8 * i)));
    }
    return bytes;
}

QByteArray number(const Window& window) {
    return number(window[0]) + number(window[1]) + number(window[2]) + number(window[3]);
}

QByteArray attribute(const char* name, const char* type, const QByteArray& value) {
    return QByteArray(name) + '\0' + type + '\0' + number(value.size()) + value;
}

/// Uncompressed rows, put together by hand.
struct Exr {
    Window data{0, 0, kWidth - 1, kHeight - 1};
    Window display{0, 0, kWidth - 1, kHeight - 1};
    QByteArray names = "BGR";
    bool isHalf = false;
    QByteArray further; ///< attributes

    /// 0, 1/2, 1 .. of halves and floats alike.
    static double valueAt(int x, int y, char channel) { return (x * 3 + y * 5 + channel) % 9 / 2.0; }

    QByteArray row(int y) const {
        QByteArray bytes;
        for (const char name : names) {
            for (int x = 0; x < kWidth; ++x) {
                const double value = valueAt(x, y, name);
                const auto exact = static_cast<float>(value);
                std::uint32_t bits = 0;
                std::memcpy(&bits, &exact, sizeof bits);
                const std::uint32_t half = value == 0 ? 0 : ((bits >> 23) - 112) << 10 | (bits >> 13 & 0x3ff);
                bytes += isHalf ? number(half, 2) : number(bits);
            }
        }
        return bytes;
    }

    std::vector<std::byte> bytes() const {
        QByteArray channels;
        for (const char name : names) {
            channels += QByteArray(1, name) + '\0' + number(isHalf ? 1 : 2) + number(0) + number(1) + number(1);
        }
        QByteArray file =
            QByteArray("\x76\x2f\x31\x01\x02\0\0\0", 8) + attribute("channels", "chlist", channels + '\0') +
            attribute("compression", "compression", QByteArray(1, '\0')) +
            attribute("dataWindow", "box2i", number(data)) + attribute("displayWindow", "box2i", number(display)) +
            attribute("lineOrder", "lineOrder", QByteArray(1, '\0')) +
            attribute("pixelAspectRatio", "float", QByteArray("\0\0\x80\x3f", 4)) +
            attribute("screenWindowCenter", "v2f", QByteArray(8, '\0')) +
            attribute("screenWindowWidth", "float", QByteArray("\0\0\x80\x3f", 4)) + further + '\0';
        const int start = file.size() + 8 * kHeight;
        QByteArray rows;
        for (int y = 0; y < kHeight; ++y) {
            file += number(start + rows.size(), 8);
            rows += number(data[1] + y) + number(row(y).size()) + row(y);
        }
        file += rows;
        const auto view = std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size())));
        return {view.begin(), view.end()};
    }
};

QByteArray encoded(const Image& image) {
    const auto bytes = encodeImage(image, {.format = "exr"});
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<int>(bytes.size())};
}

} // namespace

class ExrFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void windowsPrecisionAndPixelsStay_data() {
        QTest::addColumn<bool>("isHalf");
        QTest::addColumn<int>("x");
        QTest::addColumn<int>("y");
        for (const bool isHalf : {false, true}) {
            QTest::addRow("inside %d", isHalf) << isHalf << 20 << 10;
            QTest::addRow("overscan %d", isHalf) << isHalf << -3 << -7;
            QTest::addRow("usual %d", isHalf) << isHalf << 0 << 0;
        }
    }

    void windowsPrecisionAndPixelsStay() {
        QFETCH(bool, isHalf);
        QFETCH(int, x);
        QFETCH(int, y);
        const Window data{x, y, x + kWidth - 1, y + kHeight - 1};
        const Exr exr{.data = data, .display = {0, 0, 49, 39}, .isHalf = isHalf};
        const Image image = decodeImage(exr.bytes(), "test");
        QCOMPARE(image.size(), (Size{kWidth, kHeight}));
        QCOMPARE(image.valueAt(4, 3, 0), static_cast<float>(Exr::valueAt(4, 3, 'R')));
        QCOMPARE(image.valueAt(4, 3, 2), static_cast<float>(Exr::valueAt(4, 3, 'B')));
        const QByteArray file = encoded(image);
        QVERIFY(file.contains(attribute("dataWindow", "box2i", number(data))));
        QVERIFY(file.contains(attribute("displayWindow", "box2i", number(Window{0, 0, 49, 39}))));
        QVERIFY(file.contains(QByteArray("R\0", 2) + number(isHalf ? 1 : 2)));
        QVERIFY(decodeImage(std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size()))),
                            "again") == image);
    }

    void windowsGrowWithThePicture() {
        const Exr exr{.data = {2, 1, kWidth + 1, kHeight}, .display = {0, 0, 19, 9}};
        const Image image = decodeImage(exr.bytes(), "test");
        const QByteArray larger = encoded(resampled(image, {4 * kWidth, 4 * kHeight}));
        QVERIFY(
            larger.contains(attribute("dataWindow", "box2i", number(Window{8, 4, 4 * kWidth + 7, 4 * kHeight + 3}))));
        QVERIFY(larger.contains(attribute("displayWindow", "box2i", number(Window{0, 0, 79, 39}))));
        const QByteArray other = encoded(resampled(image, {13, 7}));
        QVERIFY(other.contains(attribute("dataWindow", "box2i", number(Window{0, 0, 12, 6}))));
        QVERIFY(other.contains(attribute("displayWindow", "box2i", number(Window{0, 0, 12, 6}))));
    }

    void attributesStay() {
        const QByteArray primaries(32, '\x3e');
        const Exr exr{.further = attribute("owner", "string", "an attic") +
                                 attribute("chromaticities", "chromaticities", primaries) +
                                 attribute("expTime", "float", QByteArray("\0\0\0\x40", 4)) +
                                 attribute("ours", "some.type", "anything") +
                                 attribute("preview", "preview", number(1) + number(1) + QByteArray(4, '\x55'))};
        const Image image = decodeImage(exr.bytes(), "test");
        const QByteArray file = encoded(image);
        QVERIFY(file.contains(attribute("owner", "string", "an attic")));
        QVERIFY(file.contains(attribute("chromaticities", "chromaticities", primaries)));
        QVERIFY(file.contains(attribute("ours", "some.type", "anything")));
        QVERIFY(!file.contains("preview")); // shows the picture as it was
    }

    void damagedAttributesAreLeftOut() {
        auto metadata = std::make_shared<ImageMetadata>();
        const QByteArray broken =
            attribute("dataWindow", "box2i", number(1)) + attribute("owner", "string", "x") + "cut";
        const auto view = std::as_bytes(std::span(broken.constData(), static_cast<std::size_t>(broken.size())));
        metadata->exrAttributes.assign(view.begin(), view.end());
        const Image image = patterned({4, 3}, 3, PixelDepth::float32).withMetadata(metadata);
        QVERIFY(decodeImage(encodeImage(image, {.format = "exr"}), "again") == image);
    }

    void channelsOfOtherNames() {
        QCOMPARE(decodeImage(Exr{.names = "Y"}.bytes(), "test").channels(), 1);
        const Image withDepth = decodeImage(Exr{.names = "BGRZ"}.bytes(), "test");
        QCOMPARE(withDepth.valueAt(2, 2, 1), static_cast<float>(Exr::valueAt(2, 2, 'G')));
        QVERIFY(refusal(ErrorCode::badInput, [] {
                    decodeImage(Exr{.names = "Z"}.bytes(), "test");
                }).contains("without the channels"));
    }
};

QTEST_GUILESS_MAIN(ExrFormatTest)
#include "exr_format_test.moc"
