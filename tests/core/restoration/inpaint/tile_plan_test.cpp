// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/tile_plan.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

class TilePlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    /// Every size from one to three tiles and a bit: cores own every hole pixel once, tiles stay within side and level,
    /// and have their context.
    void coresPartitionTheHole_data() {
        QTest::addColumn<int>("side");
        QTest::addColumn<int>("overlap");
        QTest::newRow("192") << 192 << 24;
        QTest::newRow("128") << 128 << 32;
    }

    void coresPartitionTheHole() {
        QFETCH(int, side);
        QFETCH(int, overlap);
        at::manual_seed(3);
        for (int length = 1; length < 3 * side + 9; length += 17) {
            const int height = 1 + (length * 7) % (2 * side);
            const at::Tensor hole = (at::rand({1, 1, height, length}) < 0.02).to(at::kFloat);
            at::Tensor owners = at::zeros({height, length});
            for (const Tile& tile : planTiles(hole, side, overlap)) {
                QVERIFY(tile.area.width <= side && tile.area.height <= side);
                QCOMPARE(tile.area.intersected({0, 0, length, height}), tile.area);
                QCOMPARE(tile.core.grown(overlap).intersected({0, 0, length, height}), tile.area);
                owners.slice(0, tile.core.y, tile.core.bottom()).slice(1, tile.core.x, tile.core.right()).add_(1);
            }
            QVERIFY(owners.max().item<float>() <= 1);
            QVERIFY((owners * hole[0][0] - hole[0][0]).abs().max().item<float>() == 0);
        }
    }

    void thinScratchesTakeSmallTiles() {
        at::Tensor hole = at::zeros({1, 1, 1024, 1024});
        for (int i = 0; i < 1024; ++i) {
            hole[0][0][i][i] = 1;
        }
        const auto tiles = planTiles(hole, 512, 32);
        std::int64_t pixels = 0;
        for (const Tile& tile : tiles) {
            pixels += tile.area.size().area();
        }
        QVERIFY(pixels < 1024 * 1024 / 2);
    }

    void nothingToDoHasNoTiles() { QVERIFY(planTiles(at::zeros({1, 1, 100, 100}), 64, 8).empty()); }
};

QTEST_GUILESS_MAIN(TilePlanTest)
#include "tile_plan_test.moc"
