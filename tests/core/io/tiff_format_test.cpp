// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/image_file.h"
#include "tests/support/refusal.h"
#include "tests/support/test_images.h"

#include <QByteArray>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <map>
#include <string>

using namespace palimpsest;

namespace {

constexpr int kWidth = 6;
constexpr int kHeight = 4;

/// An uncompressed little-endian TIFF of one or several strips.
struct Tiff {
    int photometric = 2;
    int samples = 3;
    int bits = 8;
    int format = 1; ///< 1 whole numbers, 2 signed, 3 floats
    int extra = -1; ///< value of ExtraSamples, -1: no such tag
    bool isSeparate = false;
    std::vector<QByteArray> strips;

    static void append(QByteArray& bytes, std::uint32_t number, int count) {
        for (int i = 0; i < count; ++i) {
            bytes.append(static_cast<char>(number >> (8 * i)));
        }
    }

    std::vector<std::byte> bytes() const {
        QByteArray file("II*\0\0\0\0\0", 8);
        std::vector<std::uint32_t> offsets;
        std::vector<std::uint32_t> lengths;
        for (const QByteArray& strip : strips) {
            offsets.push_back(static_cast<std::uint32_t>(file.size()));
            lengths.push_back(static_cast<std::uint32_t>(strip.size()));
            file += strip;
        }
        std::map<int, std::vector<std::uint32_t>> tags{{256, {kWidth}},
                                                       {257, {kHeight}},
                                                       {258, std::vector<std::uint32_t>(samples, bits)},
                                                       {259, {1}},
                                                       {262, {static_cast<std::uint32_t>(photometric)}},
                                                       {273, offsets},
                                                       {277, {static_cast<std::uint32_t>(samples)}},
                                                       {278, {kHeight}},
                                                       {279, lengths},
                                                       {284, {isSeparate ? 2u : 1u}},
                                                       {339, std::vector<std::uint32_t>(samples, format)}};
        if (extra >= 0) {
            tags[338] = {static_cast<std::uint32_t>(extra)};
        }
        std::map<int, std::uint32_t> places;
        for (const auto& [tag, values] : tags) {
            places[tag] = static_cast<std::uint32_t>(file.size());
            for (const std::uint32_t value : values) {
                append(file, value, 4);
            }
        }
        QByteArray start;
        append(start, static_cast<std::uint32_t>(file.size()), 4);
        file.replace(4, 4, start);
        append(file, static_cast<std::uint32_t>(tags.size()), 2);
        for (const auto& [tag, values] : tags) {
            append(file, static_cast<std::uint32_t>(tag), 2);
            append(file, 4, 2); // LONG
            append(file, static_cast<std::uint32_t>(values.size()), 4);
            append(file, values.size() == 1 ? values.front() : places[tag], 4);
        }
        append(file, 0, 4);
        const auto view = std::as_bytes(std::span(file.constData(), static_cast<std::size_t>(file.size())));
        return {view.begin(), view.end()};
    }
};

QByteArray pixelsOf(const Image& image) {
    return {reinterpret_cast<const char*>(image.pixels().data()), static_cast<int>(image.byteSize())};
}

/// One strip per channel.
std::vector<QByteArray> planesOf(const Image& image) {
    const int size = byteSizeOf(image.depth());
    std::vector<QByteArray> planes(static_cast<std::size_t>(image.channels()));
    const QByteArray all = pixelsOf(image);
    for (int i = 0; i * size < all.size(); ++i) {
        planes[static_cast<std::size_t>(i % image.channels())] += all.mid(i * size, size);
    }
    return planes;
}

Tiff tiffOf(const Image& image) {
    return {.photometric = image.colourChannels() == 3 ? 2 : 1,
            .samples = image.channels(),
            .bits = byteSizeOf(image.depth()) * 8,
            .format = image.depth() == PixelDepth::float32 ? 3 : 1,
            .strips = {pixelsOf(image)}};
}

constexpr PixelDepth kDepths[] = {PixelDepth::uint8, PixelDepth::uint16, PixelDepth::float32};

/// ExtraSamples of a file: -1 if it has none. By hand, so that no library can make it up.
int extraSamplesOf(const std::vector<std::byte>& file) {
    const auto number = [&](std::size_t at, int count) {
        std::size_t value = 0;
        for (int i = count - 1; i >= 0; --i) {
            value = value << 8 | std::to_integer<std::size_t>(file[at + static_cast<std::size_t>(i)]);
        }
        return value;
    };
    const std::size_t start = number(4, 4);
    for (std::size_t i = 0; i < number(start, 2); ++i) {
        const std::size_t at = start + 2 + 12 * i;
        if (number(at, 2) == 338) {
            return static_cast<int>(number(at + 8, 2));
        }
    }
    return -1;
}

} // namespace

class TiffFormatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsReadAsItIsStored() {
        for (const PixelDepth depth : kDepths) {
            for (int channels = 1; channels <= 4; ++channels) {
                const Image image = patterned({kWidth, kHeight}, channels, depth);
                Tiff tiff = tiffOf(image);
                QVERIFY(decodeImage(tiff.bytes(), "test") == image);
                tiff.isSeparate = true;
                tiff.strips = planesOf(image);
                QVERIFY(decodeImage(tiff.bytes(), "test") == image);
            }
        }
    }

    /// What nothing is said of, what is "unspecified" and what is straight stay as they are; only what is said to be
    /// multiplied is divided.
    void alphaByWhatIsSaidOfIt() {
        for (const int channels : {2, 4}) {
            const Image image = patterned({kWidth, kHeight}, channels, PixelDepth::uint8);
            Tiff tiff = tiffOf(image);
            for (const int extra : {-1, 0, 2}) {
                tiff.extra = extra;
                QVERIFY(decodeImage(tiff.bytes(), "test") == image);
            }
            tiff.extra = 1;
            const Image divided = decodeImage(tiff.bytes(), "test");
            QCOMPARE(divided.valueAt(3, 2, channels - 1), image.valueAt(3, 2, channels - 1));
            const float expected = std::min(1.0f, image.valueAt(3, 2, 0) / image.valueAt(3, 2, channels - 1));
            QVERIFY(std::abs(divided.valueAt(3, 2, 0) - expected) < 0.003f);
        }
    }

    void ourOwnSaysThatAlphaIsStraight() {
        for (const PixelDepth depth : kDepths) {
            for (int channels = 1; channels <= 4; ++channels) {
                const Image image = patterned({kWidth, kHeight}, channels, depth);
                const auto file = encodeImage(image, {.format = "tiff"});
                QCOMPARE(extraSamplesOf(file), image.hasAlpha() ? 2 : -1);
            }
        }
    }

    void whiteMayBeZero() {
        for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16}) {
            const Image image = patterned({kWidth, kHeight}, 1, depth);
            Tiff tiff = tiffOf(image);
            tiff.photometric = 0;
            QCOMPARE(decodeImage(tiff.bytes(), "test").valueAt(3, 2, 0), 1 - image.valueAt(3, 2, 0));
        }
    }

    void floatsOfOtherLengths() {
        QByteArray doubles;
        QByteArray halves;
        for (int i = 0; i < kWidth * kHeight; ++i) {
            const double value = i / 32.0;
            doubles.append(reinterpret_cast<const char*>(&value), sizeof value);
            halves.append("\0\x38", 2); // 0.5
        }
        const Image exact = decodeImage(Tiff{1, 1, 64, 3, -1, false, {doubles}}.bytes(), "test");
        QCOMPARE(exact.valueAt(5, 3, 0), 23 / 32.0f);
        QCOMPARE(decodeImage(Tiff{1, 1, 16, 3, -1, false, {halves}}.bytes(), "test").valueAt(2, 2, 0), 0.5f);
    }

    /// A field of billions of values that take no room.
    void fieldsOfNoTypeArePassedOver() {
        std::vector<std::byte> file = tiffOf(patterned({kWidth, kHeight}, 3, PixelDepth::uint8)).bytes();
        const std::string bits("\x02\x01\x04\0\x03\0\0\0", 8); // BitsPerSample, 3 times LONG
        const auto* begin = reinterpret_cast<const std::byte*>(bits.data());
        const auto found = std::search(file.begin(), file.end(), begin, begin + bits.size());
        QVERIFY(found != file.end());
        std::fill(found + 2, found + 8, std::byte{0xff});
        QVERIFY(refusal(ErrorCode::badInput, [&] { decodeImage(file, "test"); }).contains("TIFF"));
    }

    void whatCannotBeReadIsSaid() {
        const QByteArray pixels(kWidth * kHeight * 8, '\0');
        for (const Tiff& tiff : {Tiff{2, 5, 8, 1, -1, false, {pixels}}, Tiff{1, 1, 16, 2, -1, false, {pixels}},
                                 Tiff{1, 1, 32, 1, -1, false, {pixels}}, Tiff{0, 1, 32, 3, -1, false, {pixels}}}) {
            QVERIFY(refusal(ErrorCode::badInput, [&] { decodeImage(tiff.bytes(), "test"); }).contains("TIFF with"));
        }
        const Tiff cut{2, 3, 8, 1, -1, false, {QByteArray(20, '\0')}};
        QVERIFY(refusal(ErrorCode::badInput, [&] { decodeImage(cut.bytes(), "test"); }).contains("damaged"));
    }
};

QTEST_GUILESS_MAIN(TiffFormatTest)
#include "tiff_format_test.moc"
