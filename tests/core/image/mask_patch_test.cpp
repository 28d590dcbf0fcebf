// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/image/mask_patch.h"
#include "tests/support/test_images.h"

#include <QTest>

#include <random>

using namespace palimpsest;

namespace {

Mask noise(Size size, unsigned seed) {
    std::mt19937 random(seed);
    Mask mask(size);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            mask.set(x, y, static_cast<std::uint8_t>(random()));
        }
    }
    return mask;
}

void verifyBothWays(const Mask& before, const Mask& after) {
    const MaskPatch patch(before, after);
    Mask mask = before;
    patch.apply(mask);
    QVERIFY(mask == after);
    patch.revert(mask);
    QVERIFY(mask == before);
}

} // namespace

class MaskPatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsForwardsAndBack() {
        for (int width = 1; width <= 40; width += 3) {
            const Size size{width, 41 - width};
            const auto seed = static_cast<unsigned>(width);
            verifyBothWays(noise(size, seed), noise(size, seed + 100));
            verifyBothWays(Mask(size), discMask(size, width / 2, 5, 6));
            verifyBothWays(Mask(size, 255), noise(size, seed));
            verifyBothWays(Mask(size), Mask(size, 255));
        }
        // Runs of every length around the limits of the code.
        for (int length = 0; length < 300; ++length) {
            Mask after({600, 1});
            std::fill(after.row(0) + 1, after.row(0) + 1 + length, std::uint8_t{9});
            after.set(400, 0, 3);
            verifyBothWays(Mask({600, 1}), after);
        }
    }

    void equalMasksGiveAnEmptyPatch() {
        const MaskPatch patch(noise({9, 9}, 1), noise({9, 9}, 1));
        QVERIFY(patch.isEmpty());
        QVERIFY(MaskPatch().isEmpty());
        QVERIFY(patch.byteSize() < 200);
    }

    void coversJustTheDifference() {
        const Mask before = noise({50, 40}, 2);
        Mask after = before;
        after.set(7, 9, static_cast<std::uint8_t>(before.at(7, 9) ^ 1));
        after.set(30, 20, static_cast<std::uint8_t>(before.at(30, 20) ^ 128));
        QCOMPARE(MaskPatch(before, after).area(), (Rect{7, 9, 24, 12}));
        QCOMPARE(MaskPatch(before, after, {0, 0, 10, 10}).area(), (Rect{7, 9, 1, 1}));
        QCOMPARE(MaskPatch(before, after, {-5, -5, 500, 500}).area(), (Rect{7, 9, 24, 12}));
    }

    void aStrokeIsSmall() {
        const Size size{4000, 3000};
        const MaskPatch patch(Mask(size), discMask(size, 1500, 1500, 300));
        qInfo("a disc of 300 px takes %zu bytes", patch.byteSize());
        QVERIFY(patch.byteSize() < 10000); // the rectangle has 360000
    }

    void refusesOtherSizes() {
        QVERIFY_THROWS_EXCEPTION(Bug, MaskPatch(Mask({2, 2}), Mask({2, 3})));
        const MaskPatch patch(Mask({2, 2}), Mask({2, 2}, 9));
        Mask other({3, 3});
        QVERIFY_THROWS_EXCEPTION(Bug, patch.apply(other));
    }
};

QTEST_GUILESS_MAIN(MaskPatchTest)
#include "mask_patch_test.moc"
