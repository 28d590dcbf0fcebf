// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/checked_shape.h"
#include "core/containers/strided_reading.h"
#include "tests/support/memory_source.h"

#include <QTest>

#include <cstring>
#include <limits>
#include <random>

using namespace palimpsest;
using namespace palimpsest::testing;

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// A sliced, permuted and perhaps repeated view, as Python makes them.
StridedView randomView(std::mt19937_64& random, std::int64_t largestSide) {
    const auto below = [&](std::int64_t limit) {
        return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit));
    };
    StridedView view;
    view.elementBytes = std::size_t{1} << below(4);
    view.offset = static_cast<std::uint64_t>(below(5));
    std::int64_t stride = 1;
    for (std::int64_t sides = below(5); sides > 0; --sides) {
        const std::int64_t count = 1 + below(largestSide);
        const std::int64_t step = 1 + below(2);
        const bool repeated = below(6) == 0;
        const auto place = static_cast<std::ptrdiff_t>(below(static_cast<std::int64_t>(view.shape.size()) + 1));
        view.shape.insert(view.shape.begin() + place, count);
        view.strides.insert(view.strides.begin() + place, repeated ? 0 : stride * step);
        stride *= repeated ? 1 : count * step;
    }
    return view;
}

/// Element by element, from the definition.
std::vector<std::byte> gathered(const std::vector<std::byte>& storage, const StridedView& view, std::size_t count) {
    std::vector<std::byte> result(count * view.elementBytes);
    for (std::size_t i = 0; i < count; ++i) {
        auto remaining = static_cast<std::int64_t>(i);
        auto source = static_cast<std::int64_t>(view.offset);
        for (std::size_t side = view.shape.size(); side-- > 0;) {
            source += remaining % view.shape[side] * view.strides[side];
            remaining /= view.shape[side];
        }
        std::memcpy(result.data() + i * view.elementBytes,
                    storage.data() + static_cast<std::size_t>(source) * view.elementBytes, view.elementBytes);
    }
    return result;
}

} // namespace

class StridedReadingTest : public QObject {
    Q_OBJECT

private:
    static void compare(const StridedView& view, std::mt19937_64& random) {
        const std::uint64_t reach =
            checkedReach(static_cast<std::int64_t>(view.offset), view.shape, view.strides).value();
        const std::uint64_t bytes = checkedByteCount(view.shape, view.elementBytes).value();
        QVERIFY(!elementsOverlap(view.shape, view.strides));
        std::vector<std::byte> file(3 + reach * view.elementBytes);
        for (std::byte& one : file) {
            one = static_cast<std::byte>(random());
        }
        const std::vector<std::byte> storage(file.begin() + 3, file.end());
        std::vector<std::byte> read(bytes);
        readStrided(MemorySource(file), {3, storage.size()}, view, read);
        QVERIFY(read == gathered(storage, view, bytes / view.elementBytes));
    }

private Q_SLOTS:
    void viewsAreGatheredAsDefined() {
        std::mt19937_64 random(1);
        for (int i = 0; i < 400; ++i) {
            compare(randomView(random, 6), random);
        }
    }

    void storagesLargerThanTheWindowToo() {
        std::mt19937_64 random(2);
        compare({4, 7, {900, 700}, {1, 900}}, random);
        compare({8, 0, {3, 200, 2, 400}, {400, 2400, 480000, 1}}, random);
        compare({2, 1, {1200, 3, 500}, {1, 0, 2400}}, random);
    }

    void overlapIsToldFromRepetition() {
        QVERIFY(elementsOverlap({2, 2}, {1, 1}));
        QVERIFY(elementsOverlap({3, 4}, {3, 1}));
        QVERIFY(!elementsOverlap({3, 4}, {4, 1}));
        QVERIFY(!elementsOverlap({4, 3}, {1, 4}));
        QVERIFY(!elementsOverlap({5, 2}, {0, 1}));
        QVERIFY(!elementsOverlap({1, 4}, {1, 1}));
        QVERIFY(!elementsOverlap({}, {}));
    }

    void sizesThatDoNotFitAreNone() {
        QCOMPARE(checkedByteCount(std::vector<std::int64_t>{}, 4), std::optional<std::uint64_t>(4));
        QCOMPARE(checkedByteCount(std::vector<std::int64_t>{3, 0}, 4), std::optional<std::uint64_t>(0));
        QCOMPARE(checkedByteCount(std::vector<std::int64_t>{kMost}, 1), std::optional<std::uint64_t>(kMost));
        QVERIFY(!checkedByteCount(std::vector<std::int64_t>{kMost}, 2));
        QVERIFY(!checkedByteCount(std::vector<std::int64_t>{0, kMost, kMost}, 1));
        QVERIFY(!checkedByteCount(std::vector<std::int64_t>{-1}, 1));
        const std::vector<std::int64_t> two{2};
        QCOMPARE(checkedReach(3, two, std::vector<std::int64_t>{5}), std::optional<std::uint64_t>(9));
        QVERIFY(!checkedReach(kMost, two, std::vector<std::int64_t>{1}));
        QVERIFY(!checkedReach(0, two, std::vector<std::int64_t>{-1}));
        QVERIFY(!checkedReach(-1, two, std::vector<std::int64_t>{1}));
        QVERIFY(!checkedReach(0, two, std::vector<std::int64_t>{kMost}));
    }
};

QTEST_GUILESS_MAIN(StridedReadingTest)
#include "strided_reading_test.moc"
