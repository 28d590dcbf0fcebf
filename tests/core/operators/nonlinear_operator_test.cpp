// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/nonlinear_catalogue.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <string>

using namespace palimpsest;

namespace {

struct Variant {
    std::string name;
    std::string id;
    ParameterValues values;
    Shape domain;
    Shape mirrored = {};
};

const Variant kVariants[] = {
    {"clip", "clip", {}, {3, 5, 7}},
    {"clip from black", "clip", {{"gain", 3.5}, {"pivot", -1.0}}, {3, 5, 7}},
    {"jpeg", "jpeg", {}, {3, 32, 16}},
    {"jpeg, full chroma", "jpeg", {{"chroma", "4:4:4"}, {"quality", std::int64_t{90}}}, {3, 16, 24}},
    {"jpeg, grey", "jpeg", {{"quality", std::int64_t{10}}}, {1, 16, 24}},
    {"jpeg, odd size", "jpeg", {}, {3, 21, 11}},
    {"jpeg, colours halved across", "jpeg", {{"chroma", "4:2:2"}}, {3, 16, 32}},
    {"jpeg, colours halved down", "jpeg", {{"chroma", "4:4:0"}}, {3, 32, 24}},
    {"jpeg, colours of four columns", "jpeg", {{"chroma", "4:1:1"}}, {3, 16, 32}},
    {"jpeg, colours of four rows", "jpeg", {{"chroma", "4x2"}}, {3, 32, 16}},
    {"jpeg, RGB", "jpeg", {{"chroma", "RGB"}}, {3, 16, 24}},
    {"jpeg, turned", "jpeg", {}, {3, 21, 11}, {2, 3}},
};

/// Smooth pictures with some detail, in [-1,1].
at::Tensor pictures(std::int64_t samples, const Shape& domain, double phase) {
    const Shape shape = withBatch(samples, domain);
    const at::Tensor flat = at::arange(at::zeros(shape).numel(), at::kDouble);
    return ((flat * 0.11 + phase).sin() * 0.6 + (flat * (12.9898 + phase)).sin().mul(43.7).sin() * 0.3).view(shape);
}

} // namespace

/// What holds for every non-linear operator.
class NonlinearOperatorTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<MeasurementOperator> A_;
    at::Tensor x_;
    at::Tensor v_;
    std::string id_;

private Q_SLOTS:
    void initTestCase_data() {
        QTest::addColumn<int>("variant");
        for (int i = 0; i < static_cast<int>(std::size(kVariants)); ++i) {
            QTest::newRow(kVariants[i].name.c_str()) << i;
        }
    }

    void init() {
        QFETCH_GLOBAL(const int, variant);
        const Variant& chosen = kVariants[variant];
        id_ = chosen.id;
        A_ = makeNonlinearOperator(chosen.id, chosen.values,
                                   {.domain = chosen.domain, .options = at::kDouble, .mirrored = chosen.mirrored});
        x_ = pictures(3, chosen.domain, 0.3);
        v_ = pictures(3, chosen.domain, 0.8);
    }

    void measuresWithinTheRange() {
        const at::Tensor y = A_->forward(x_);
        QCOMPARE(y.sizes().vec(), withBatch(3, A_->range()));
        QVERIFY(y.abs().max().item<double>() <= 1);
        QVERIFY(relativeError(y, x_) > 1e-3);
    }

    void vectorJacobianIsAutograds() {
        at::Tensor x = x_.clone().requires_grad_(true);
        const at::Tensor y = A_->forward(x);
        const at::Tensor expected = torch::autograd::grad({y}, {x}, {v_})[0];
        QVERIFY(relativeError(A_->vectorJacobian(x_, v_), expected) < 1e-12);
    }

    void projectionMeetsTheMeasurement() {
        const at::Tensor y = A_->forward(x_);
        const at::Tensor start = pictures(3, A_->domain(), 1.1);
        const at::Tensor found = A_->projectOnMeasurement(start, y);
        if (A_->domain()[1] % 8 == 0 || id_ != "jpeg") {
            QVERIFY(relativeError(A_->forward(found), y) < 1e-6);
        } else {
            QVERIFY((A_->forward(found) - y).norm().item<double>() <
                    0.5 * (A_->forward(start) - y).norm().item<double>());
        }
        QVERIFY((found - x_).norm().item<double>() < (start - x_).norm().item<double>());
    }

    void projectionIsIdempotent() {
        const at::Tensor y = A_->forward(x_);
        const at::Tensor once = A_->projectOnMeasurement(pictures(3, A_->domain(), 1.1), y);
        const double tolerance = A_->domain()[1] % 8 == 0 || id_ != "jpeg" ? 1e-12 : 0.2;
        QVERIFY(relativeError(A_->projectOnMeasurement(once, y), once) < tolerance);
        const at::Tensor kept = id_ == "jpeg" ? A_->forward(x_) : x_;
        QVERIFY(relativeError(A_->projectOnMeasurement(kept, y), kept) < (tolerance < 0.1 ? 1e-12 : 0.2));
    }

    void thePlainPictureIsMeasuredAsItIs() {
        const at::Tensor y = A_->forward(x_);
        QVERIFY(relativeError(A_->forward(A_->directReconstruction(y)), y) <
                (A_->domain()[1] % 8 == 0 || id_ != "jpeg" ? 1e-6 : 0.2));
    }

    void samplesAreIndependent() {
        QVERIFY(relativeError(A_->forward(x_.narrow(0, 1, 1)), A_->forward(x_).narrow(0, 1, 1)) < 1e-12);
    }

    void shapesAreChecked() {
        Shape wrong = A_->domain();
        ++wrong.back();
        QVERIFY_EXCEPTION_THROWN(A_->forward(at::zeros(withBatch(1, wrong), at::kDouble)), Bug);
        QVERIFY_EXCEPTION_THROWN(A_->vectorJacobian(x_, at::zeros(withBatch(3, wrong), at::kDouble)), Bug);
        QVERIFY_EXCEPTION_THROWN(A_->projectOnMeasurement(x_, at::zeros(withBatch(3, wrong), at::kDouble)), Bug);
    }

    void tablesOfAFileAreTheirQualitys() {
        if (id_ != "jpeg") {
            return;
        }
        // The tables of quality 50 are those of the standard; here a picture of one frequency tells its step apart.
        at::Tensor tables = at::full({2, 8, 8}, 1.0, at::kDouble);
        tables[0][0][3] = 60; // third horizontal frequency
        const at::Tensor place = at::arange(16, at::kDouble);
        const at::Tensor across =
            ((place + 0.5) * (3 * M_PI / 8)).cos().mul(0.03).view({1, 1, 1, 16}).expand({1, 1, 16, 16});
        const auto made =
            makeNonlinearOperator("jpeg", {}, {.domain = {1, 16, 16}, .options = at::kDouble, .quantisation = tables});
        QVERIFY(made->forward(across).abs().max().item<double>() < 0.02);
        const at::Tensor down = across.transpose(2, 3).contiguous();
        QVERIFY(relativeError(made->forward(down), down) < 0.2);
    }

    void everyEntryIsHere() {
        for (const NonlinearEntry& entry : nonlinearCatalogue()) {
            QVERIFY(std::ranges::any_of(kVariants, [&](const Variant& variant) { return variant.id == entry.id; }));
            QVERIFY_EXCEPTION_THROWN(
                makeNonlinearOperator(entry.id, {{"no-such", 1.0}}, {A_->domain(), at::kDouble, {}, {}}), Error);
        }
    }
};

QTEST_GUILESS_MAIN(NonlinearOperatorTest)
#include "nonlinear_operator_test.moc"
