// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/conjugate_gradient.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

namespace {

at::Tensor symmetricMatrix() {
    const at::Tensor root = at::linspace(0, 9, 64, at::kDouble).sin().view({8, 8});
    return root.matmul(root.t()) + at::eye(8, at::kDouble);
}

} // namespace

class ConjugateGradientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void solvesEachSample() {
        const at::Tensor matrix = symmetricMatrix();
        const at::Tensor b = at::linspace(-3, 2, 16, at::kDouble).view({2, 8});
        const at::Tensor expected = at::linalg_solve(matrix, b.t()).t();
        const auto map = [&](const at::Tensor& x) { return x.matmul(matrix); };
        QVERIFY(relativeError(conjugateGradient(map, b, at::zeros_like(b)), expected) < 1e-10);
        QVERIFY(relativeError(conjugateGradient(map, b, at::ones_like(b)), expected) < 1e-10);
    }

    /// A sample that starts at its solution must stay there while its neighbour is being solved: no 0 / 0.
    void solvedSampleStays() {
        const at::Tensor diagonal = at::linspace(1, 4, 8, at::kDouble);
        const auto map = [&](const at::Tensor& x) { return diagonal * x; };
        const at::Tensor solution = at::linspace(-1, 1, 16, at::kDouble).view({2, 8});
        at::Tensor start = solution.clone();
        start[1].zero_();
        const at::Tensor found = conjugateGradient(map, map(solution), start);
        QVERIFY(found[0].equal(solution[0]));
        QVERIFY(relativeError(found, solution) < 1e-12);
    }

    void zeroRightSideGivesZero() {
        const at::Tensor b = at::zeros({2, 8}, at::kDouble);
        QVERIFY(conjugateGradient([](const at::Tensor& x) { return 2 * x; }, b, b).equal(b));
    }

    /// The exact inverse as preconditioner needs one step, and a rough one no more steps than none.
    void preconditionerSavesSteps() {
        const at::Tensor diagonal = at::linspace(1, 1000, 64, at::kDouble);
        const at::Tensor b = at::linspace(-3, 2, 128, at::kDouble).view({2, 64});
        int calls = 0;
        const auto map = [&](const at::Tensor& x) {
            ++calls;
            return diagonal * x;
        };
        const auto exact = [&](const at::Tensor& r) { return r / diagonal; };
        const auto rough = [&](const at::Tensor& r) { return r / (diagonal + 5); };
        QVERIFY(relativeError(conjugateGradient(map, b, at::zeros_like(b), {.preconditioner = exact}), b / diagonal) <
                1e-12);
        QVERIFY(calls <= 4);
        calls = 0;
        QVERIFY(relativeError(conjugateGradient(map, b, at::zeros_like(b), {.preconditioner = rough}), b / diagonal) <
                1e-11);
        QVERIFY(calls < 40);
    }

    void stopsAtItsLimit() {
        int calls = 0;
        const at::Tensor b = at::linspace(1, 2, 8, at::kDouble).view({1, 8});
        const at::Tensor matrix = symmetricMatrix();
        const auto map = [&](const at::Tensor& x) {
            ++calls;
            return x.matmul(matrix);
        };
        conjugateGradient(map, b, at::zeros_like(b), {.iterations = 3});
        QCOMPARE(calls, 4);
    }
};

QTEST_GUILESS_MAIN(ConjugateGradientTest)
#include "conjugate_gradient_test.moc"
