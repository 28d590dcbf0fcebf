// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/catalogue.h"
#include "core/operators/grey_weights.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

using namespace palimpsest;

namespace {

const Shape kDomain{3, 4, 5};

at::Tensor hints() { return (at::arange(20) * 3).fmod(5).lt(2).view({4, 5}); }

at::Tensor pictures(double phase) { return (at::arange(60, at::kDouble) * 5.1 + phase).sin().view({1, 3, 4, 5}); }

std::unique_ptr<LinearOperator> make(const char* id, const std::string& weights, const at::Tensor& mask) {
    return makeOperator(id, {{"weights", weights}}, {kDomain, at::kDouble, mask, {}});
}

} // namespace

class GreyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void greyOfGreyIsItself() {
        const at::Tensor grey = pictures(0).narrow(1, 0, 1);
        for (const char* weights : {"mean", "luma"}) {
            QVERIFY(relativeError(make("grey", weights, {})->forward(grey.expand({1, 3, 4, 5})), grey) < 1e-12);
        }
    }

    void lumaIsThatOfTelevision() {
        const at::Tensor x = pictures(0);
        const at::Tensor expected = 0.299 * x.narrow(1, 0, 1) + 0.587 * x.narrow(1, 1, 1) + 0.114 * x.narrow(1, 2, 1);
        QVERIFY(relativeError(make("grey", "luma", {})->forward(x), expected) < 1e-12);
    }

    /// At a hint all three channels come back, elsewhere the grey value alone.
    void hintsMeasureColour() {
        const at::Tensor x = pictures(1);
        for (const char* weights : {"mean", "luma"}) {
            const auto A = make("grey-with-hints", weights, hints());
            const auto plain = make("grey", weights, {});
            QVERIFY(relativeError(A->forward(x).narrow(1, 0, 1), plain->forward(x)) < 1e-12);
            const at::Tensor back = A->pseudoInverse(A->forward(x));
            QVERIFY(relativeError(back, at::where(hints(), x, plain->pseudoInverse(plain->forward(x)))) < 1e-12);
        }
    }

    /// Painted colours take the brightness of the picture under them.
    void paintedColoursFollowTheGreyPicture() {
        const at::Tensor grey = pictures(2).narrow(1, 0, 1);
        for (const char* weights : {"mean", "luma"}) {
            const at::Tensor joined = withGrey(pictures(3), grey, greyWeights(weights));
            QVERIFY(relativeError(make("grey", weights, {})->forward(joined), grey) < 1e-12);
            const at::Tensor shift = joined - pictures(3);
            QVERIFY((shift - shift.narrow(1, 0, 1)).abs().max().item<double>() < 1e-12);
        }
    }

    void refusesDataThatDoNotFit() {
        QVERIFY_EXCEPTION_THROWN(make("grey-with-hints", "mean", {}), Error);
        QVERIFY_EXCEPTION_THROWN(make("grey-with-hints", "mean", at::ones({5, 4}, at::kBool)), Error);
        QVERIFY_EXCEPTION_THROWN(make("grey", "red", {}), Error);
        QVERIFY_EXCEPTION_THROWN(makeOperator("grey", {}, {Shape{1, 4, 5}, at::kDouble, {}, {}}), Error);
        QVERIFY_EXCEPTION_THROWN(greyWeights("red"), Error);
    }
};

QTEST_GUILESS_MAIN(GreyTest)
#include "grey_test.moc"
