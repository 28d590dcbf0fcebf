// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/colour_transform.h"
#include "ui/session/document/blend.h"

#include <QColorSpace>
#include <QTest>

#include <cmath>
#include <cstring>

using namespace palimpsest;
using namespace palimpsest::ui;

namespace {

constexpr Size kSize{4, 3};

Image floats(int channels, const std::vector<float>& pixel) {
    std::vector<std::byte> bytes;
    for (std::int64_t i = 0; i < kSize.area(); ++i) {
        const auto* from = reinterpret_cast<const std::byte*>(pixel.data());
        bytes.insert(bytes.end(), from, from + pixel.size() * sizeof(float));
    }
    return {kSize, channels, PixelDepth::float32, std::move(bytes)};
}

Image integers(int channels, PixelDepth depth, const QColorSpace& space) {
    const auto count = static_cast<std::size_t>(kSize.area() * channels * byteSizeOf(depth));
    auto metadata = std::make_shared<ImageMetadata>();
    const QByteArray profile = space.isValid() ? space.iccProfile() : QByteArray();
    metadata->iccProfile.resize(static_cast<std::size_t>(profile.size()));
    std::memcpy(metadata->iccProfile.data(), profile.data(), metadata->iccProfile.size());
    return Image(kSize, channels, depth, std::vector<std::byte>(count, std::byte{51})).withMetadata(metadata);
}

} // namespace

class BlendTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aMeanHasTheProfileOfItsSamples();
    void aMeanKeepsAlpha();
    void aMeanOfGreyPicturesIsGrey();
};

void BlendTest::aMeanHasTheProfileOfItsSamples() {
    const Image sample = integers(3, PixelDepth::uint16, QColorSpace(QColorSpace::AdobeRgb));
    const Image mean = meanLike(sample, floats(3, {0.2F, 0.7F, 0.3F}));
    QCOMPARE(mean.depth(), PixelDepth::uint16);
    QCOMPARE(mean.metadata()->iccProfile, sample.metadata()->iccProfile);
    QVERIFY(std::abs(mean.valueAt(1, 1, 0) - 0.2F) > 0.05); // the numbers are others, the colour is the same
    const Image back = toWorkingSpace(mean);
    for (int c = 0; c < 3; ++c) {
        const float wanted[] = {0.2F, 0.7F, 0.3F};
        QVERIFY(std::abs(back.valueAt(1, 1, c) - wanted[c]) < 2e-4);
    }
}

void BlendTest::aMeanKeepsAlpha() {
    const Image sample = integers(4, PixelDepth::uint8, {});
    const Image mean = meanLike(sample, floats(3, {0.25F, 0.5F, 1}));
    QCOMPARE(mean.channels(), 4);
    QCOMPARE(mean.depth(), PixelDepth::uint8);
    QCOMPARE(mean.valueAt(2, 1, 3), sample.valueAt(2, 1, 3));
    QVERIFY(std::abs(mean.valueAt(2, 1, 0) - 0.25F) < 0.5F / 255 + 1e-6F);
    QCOMPARE(mean.valueAt(2, 1, 2), 1.0F);
}

void BlendTest::aMeanOfGreyPicturesIsGrey() {
    const Image mean = meanLike(integers(1, PixelDepth::uint8, {}), floats(3, {0.2F, 0.4F, 0.6F}));
    QCOMPARE(mean.channels(), 1);
    QVERIFY(std::abs(mean.valueAt(0, 0, 0) - 0.4F) < 0.5F / 255 + 1e-6F);
}

QTEST_GUILESS_MAIN(BlendTest)
#include "blend_test.moc"
