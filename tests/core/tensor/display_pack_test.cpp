// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/tensor/display_pack.h"

#include <ATen/ATen.h>
#include <QTest>

#include <cmath>
#include <limits>

using namespace palimpsest;

namespace {

/// Values that matter (ends, halves, beyond, no numbers) followed by a sweep.
at::Tensor trickyPlanes(std::int64_t channels) {
    const float inf = std::numeric_limits<float>::infinity();
    const at::Tensor special =
        at::tensor({-1.f, 1.f, 0.f, -0.f, 1.01f, -1.01f, 40.f, -40.f, inf, -inf, std::nanf(""), 1e-8f});
    const at::Tensor all = at::cat({special, at::linspace(-1.2, 1.2, 288)});
    return at::stack({all, all.flip(0), all.roll(7)}).narrow(0, 0, channels).reshape({channels, 15, 20}).contiguous();
}

/// The same by the definition, in double.
std::uint32_t expectedLevel(double value) {
    if (std::isnan(value)) {
        return 0;
    }
    return static_cast<std::uint32_t>(std::clamp(std::floor(value * 127.5 + 128.0), 0.0, 255.0));
}

} // namespace

class DisplayPackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void colourOrderIsBgra();
    void greyFillsAllColours();
    void everyValueMatchesTheDefinition();
    void operationsEqualTheLoop_data();
    void operationsEqualTheLoop();
    void stridesAndTypesDoNotMatter();
    void emptyPictureIsEmpty();
    void otherShapesAreRefused();
};

void DisplayPackTest::colourOrderIsBgra() {
    const at::Tensor pixel = at::tensor({1.f, -1.f, 0.f}).reshape({3, 1, 1});
    QCOMPARE(packForDisplay(pixel)->at(0), 0xFFFF0080u);
}

void DisplayPackTest::greyFillsAllColours() { QCOMPARE(packForDisplay(at::full({1, 1, 1}, -0.5))->at(0), 0xFF404040u); }

void DisplayPackTest::everyValueMatchesTheDefinition() {
    const at::Tensor planes = trickyPlanes(3);
    const auto pixels = packForDisplay(planes);
    const float* values = planes.data_ptr<float>();
    for (std::size_t i = 0; i < pixels->size(); ++i) {
        const std::uint32_t expected = 0xFF000000u | expectedLevel(values[i]) << 16 |
                                       expectedLevel(values[i + pixels->size()]) << 8 |
                                       expectedLevel(values[i + 2 * pixels->size()]);
        QCOMPARE(pixels->at(i), expected);
    }
}

void DisplayPackTest::operationsEqualTheLoop_data() {
    QTest::addColumn<int>("channels");
    QTest::newRow("grey") << 1;
    QTest::newRow("colour") << 3;
}

void DisplayPackTest::operationsEqualTheLoop() {
    QFETCH(const int, channels);
    const at::Tensor planes = trickyPlanes(channels);
    const auto pixels = packForDisplay(planes);
    const at::Tensor packed = packByOperations(planes);
    QCOMPARE(packed.numel(), static_cast<std::int64_t>(pixels->size()));
    for (std::size_t i = 0; i < pixels->size(); ++i) {
        QCOMPARE(static_cast<std::uint32_t>(packed.data_ptr<std::int32_t>()[i]), pixels->at(i));
    }
}

void DisplayPackTest::stridesAndTypesDoNotMatter() {
    const at::Tensor planes = trickyPlanes(3).to(at::kBFloat16).to(at::kFloat);
    const auto pixels = packForDisplay(planes);
    const at::Tensor channelsLast = planes.permute({1, 2, 0}).contiguous().permute({2, 0, 1});
    QVERIFY(!channelsLast.is_contiguous());
    QCOMPARE(*packForDisplay(channelsLast), *pixels);
    QCOMPARE(*packForDisplay(planes.to(at::kBFloat16)), *pixels);
    QCOMPARE(*packForDisplay(planes.to(at::kDouble)), *pixels);
}

void DisplayPackTest::emptyPictureIsEmpty() { QVERIFY(packForDisplay(at::zeros({3, 0, 4}))->empty()); }

void DisplayPackTest::otherShapesAreRefused() {
    QVERIFY_THROWS_EXCEPTION(Bug, packForDisplay(at::zeros({2, 4, 4})));
    QVERIFY_THROWS_EXCEPTION(Bug, packForDisplay(at::zeros({1, 3, 4, 4})));
}

QTEST_GUILESS_MAIN(DisplayPackTest)
#include "display_pack_test.moc"
