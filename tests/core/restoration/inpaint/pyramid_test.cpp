// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/inpaint/pyramid.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

class PyramidTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    /// A constant picture stays constant on every level, whatever the hole and the parity of the size.
    void damageNeverLeaksIntoCoarserLevels() {
        at::manual_seed(1);
        for (const auto& [height, width] : {std::pair{64, 64}, std::pair{33, 47}, std::pair{17, 90}}) {
            const at::Tensor hole = (at::rand({1, 1, height, width}) < 0.4).to(at::kFloat);
            const at::Tensor damaged = at::full({1, 3, height, width}, 0.25f) * (1 - hole) + 0.9 * hole;
            for (const PyramidLevel& level : buildPyramid(damaged, hole, 20, 4)) {
                const at::Tensor known = 1 - level.hole;
                QVERIFY(((level.known - 0.25 * known) * known).abs().max().item<float>() < 1e-6f);
                QCOMPARE((level.known * level.hole).abs().max().item<float>(), 0.0f);
            }
        }
    }

    void levelsFollowTheRadius() {
        QCOMPARE(pyramidLevelCount(256, 256, 4, 12), 1);
        QCOMPARE(pyramidLevelCount(256, 256, 12, 12), 1);
        QCOMPARE(pyramidLevelCount(256, 256, 12.1, 12), 2);
        QCOMPARE(pyramidLevelCount(256, 256, 48, 12), 3);
        QCOMPARE(pyramidLevelCount(1, 1, 0.5, 12), 1);
        QCOMPARE(pyramidLevelCount(20, 4000, 1000, 1), 2); // the short side stays at 8 or more
        const at::Tensor hole = at::zeros({1, 1, 101, 67});
        const auto levels = buildPyramid(at::zeros({1, 3, 101, 67}), hole, 40, 12);
        QCOMPARE(levels.size(), std::size_t{3});
        QCOMPARE(levels[2].known.size(2), 26);
        QCOMPARE(levels[2].known.size(3), 17);
    }

    /// A line one pixel wide vanishes on the next level, a wide patch stays.
    void thinScratchesVanish() {
        at::Tensor hole = at::zeros({1, 1, 64, 64});
        hole.select(3, 20).fill_(1);
        hole.slice(2, 40, 56).slice(3, 40, 56).fill_(1);
        const auto levels = buildPyramid(at::zeros({1, 3, 64, 64}), hole, 8, 4);
        QCOMPARE(levels[1].hole.select(3, 10).sum().item<float>(), 0.0f);
        QCOMPARE(levels[1].hole.sum().item<float>(), 64.0f);
    }

    void upsamplingKeepsRamps() {
        const at::Tensor fine = at::linspace(-1, 1, 40).reshape({1, 1, 1, 40}).expand({1, 3, 40, 40});
        const at::Tensor coarse = at::avg_pool2d(fine, {2, 2});
        const at::Tensor back = upsampled(coarse, at::zeros({1, 1, 39, 39}));
        QCOMPARE(back.size(3), 39);
        const at::Tensor inner = (back - fine.slice(2, 0, 39).slice(3, 0, 39)).slice(3, 2, 36);
        QVERIFY(inner.abs().max().item<float>() < 1e-5f);
    }
};

QTEST_GUILESS_MAIN(PyramidTest)
#include "pyramid_test.moc"
