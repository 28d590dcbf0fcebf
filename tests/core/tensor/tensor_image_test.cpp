// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <cstring>

using namespace palimpsest;

namespace {

Image randomImage(Size size, int channels, PixelDepth depth) {
    at::manual_seed(size.width * 31 + size.height * 7 + channels);
    std::vector<std::byte> pixels(static_cast<std::size_t>(size.area()) * channels * byteSizeOf(depth));
    if (depth == PixelDepth::float32) {
        const at::Tensor values = at::rand({size.area() * channels}).mul(1.4).sub(0.2); // beyond [0,1] on purpose
        std::memcpy(pixels.data(), values.data_ptr<float>(), pixels.size());
    } else {
        const at::Tensor values = at::randint(0, 256, {static_cast<std::int64_t>(pixels.size())}, at::kByte);
        std::memcpy(pixels.data(), values.data_ptr<std::uint8_t>(), pixels.size());
    }
    return {size, channels, depth, std::move(pixels)};
}

} // namespace

class TensorImageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void everyKind_data() {
        QTest::addColumn<int>("channels");
        QTest::addColumn<PixelDepth>("depth");
        for (const int channels : {1, 2, 3, 4}) {
            QTest::addRow("8 bit, %d channels", channels) << channels << PixelDepth::uint8;
            QTest::addRow("16 bit, %d channels", channels) << channels << PixelDepth::uint16;
            QTest::addRow("float, %d channels", channels) << channels << PixelDepth::float32;
        }
    }

    /// Where the weight is 0 no byte changes; where it is 255 and x is the picture's own tensor, integers come back
    /// exactly.
    void everyKind() {
        QFETCH(int, channels);
        QFETCH(PixelDepth, depth);
        const Image image = randomImage({19, 13}, channels, depth);
        const Rect area{3, 2, 12, 9};
        Mask weights(image.size());
        for (int y = 4; y < 9; ++y) {
            std::fill_n(weights.row(y) + 5, 8, std::uint8_t{255});
        }
        Compositor same(image);
        same.blend(toTensor(image, area), weights, area);
        if (depth != PixelDepth::float32) {
            QVERIFY(same.image() == image);
        }
        Compositor white(image);
        white.blend(at::ones({1, 3, area.height, area.width}), weights, area);
        const Image result = white.image();
        const std::size_t pixelBytes = static_cast<std::size_t>(channels) * byteSizeOf(depth);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (weights.at(x, y) == 0) {
                    QVERIFY(std::memcmp(image.row(y).data() + x * pixelBytes, result.row(y).data() + x * pixelBytes,
                                        pixelBytes) == 0);
                    continue;
                }
                for (int c = 0; c < channels; ++c) {
                    QCOMPARE(result.valueAt(x, y, c), c < image.colourChannels() ? 1.0f : image.valueAt(x, y, c));
                }
            }
        }
    }

    void valuesAreInTheModelsRange() {
        const Image image = randomImage({8, 8}, 3, PixelDepth::float32);
        const at::Tensor x = toTensor(image, {0, 0, 8, 8});
        QVERIFY(x.min().item<float>() >= -1 && x.max().item<float>() <= 1);
        QCOMPARE(x[0][1][3][5].item<float>(), 2 * std::clamp(image.valueAt(5, 3, 1), 0.0f, 1.0f) - 1);
    }

    void halfWeightIsHalfWay() {
        const Image image({1, 1}, 1, PixelDepth::uint16, std::vector<std::byte>(2));
        Compositor compositor(image);
        compositor.blend(at::ones({1, 3, 1, 1}), Mask({1, 1}, 51), {0, 0, 1, 1});
        QCOMPARE(compositor.image().valueAt(0, 0, 0), 0.2f);
    }
};

QTEST_GUILESS_MAIN(TensorImageTest)
#include "tensor_image_test.moc"
