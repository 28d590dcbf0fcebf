// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/catalogue.h"
#include "core/operators/conjugate_gradient.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <QTest>

using namespace palimpsest;

namespace {

const Shape kDomain{3, 5, 7};

/// A matrix of rank 20 from 105 to 30 values, with nothing but the two required functions: shows the defaults.
class DenseOperator : public LinearOperator {
public:
    explicit DenseOperator(at::ScalarType dtype) : LinearOperator(kDomain, {30}) {
        const at::Tensor left = at::linspace(0, 40, 30 * 20, at::kDouble).sin().view({30, 20});
        const at::Tensor right = at::linspace(1, 300, 20 * 105, at::kDouble).cos().view({20, 105});
        const auto parts = std::make_tuple(std::get<0>(at::linalg_qr(left)), std::get<0>(at::linalg_qr(right.t())));
        const at::Tensor singular = at::linspace(0.5, 2.5, 20, at::kDouble);
        matrix_ = (std::get<0>(parts) * singular).matmul(std::get<1>(parts).t()).to(dtype);
    }

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return (matrix_ * x.flatten(1).unsqueeze(1)).sum(2); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override {
        return (matrix_ * y.unsqueeze(2)).sum(1).view(withBatch(y.size(0), kDomain));
    }
    at::TensorOptions options() const override { return matrix_.options(); }

    at::Tensor matrix_;
};

OperatorData dataFor(at::ScalarType dtype) {
    const at::Tensor mask = (at::arange(35) * 11).fmod(7).lt(4).view({5, 7});
    return {kDomain, at::TensorOptions(dtype), mask};
}

std::unique_ptr<LinearOperator> makeById(const std::string& id, at::ScalarType dtype) {
    return id == "defaults" ? std::make_unique<DenseOperator>(dtype) : makeOperator(id, {}, dataFor(dtype));
}

/// Deterministic values without pattern, [samples, shape...].
at::Tensor values(std::int64_t samples, const Shape& shape, at::ScalarType dtype, double phase) {
    const at::Tensor flat = at::arange(at::zeros(withBatch(samples, shape)).numel(), at::kDouble);
    return (flat * (12.9898 + phase)).sin().mul(43.7).sin().view(withBatch(samples, shape)).to(dtype);
}

/// A as a matrix, [range, domain]: its columns are the measurements of unit pictures.
at::Tensor matrixOf(const LinearOperator& A, at::ScalarType dtype) {
    const std::int64_t n = at::zeros(A.domain()).numel();
    return A.forward(at::eye(n, dtype).view(withBatch(n, A.domain()))).flatten(1).t();
}

} // namespace

/// What holds for every operator of the catalogue, in both precisions.
class OperatorPropertyTest : public QObject {
    Q_OBJECT

private:
    void addRows() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("isDouble");
        QStringList ids{"defaults"};
        for (const OperatorEntry& entry : operatorCatalogue()) {
            ids << QString::fromUtf8(entry.id.data(), static_cast<qsizetype>(entry.id.size()));
        }
        for (const QString& id : ids) {
            QTest::newRow(qPrintable(id + ", float32")) << id << false;
            QTest::newRow(qPrintable(id + ", float64")) << id << true;
        }
    }

    void load() {
        QFETCH_GLOBAL(const QString, id);
        QFETCH_GLOBAL(const bool, isDouble);
        dtype_ = isDouble ? at::kDouble : at::kFloat;
        A_ = makeById(id.toStdString(), dtype_);
        x_ = values(3, A_->domain(), dtype_, 0.1);
        y_ = values(3, A_->range(), dtype_, 0.7);
        exact_ = isDouble ? 1e-12 : 1e-5;
        solved_ = isDouble ? 1e-10 : 1e-4;
    }

    at::ScalarType dtype_ = at::kFloat;
    std::unique_ptr<LinearOperator> A_;
    at::Tensor x_;
    at::Tensor y_;
    double exact_ = 0;  ///< tolerance of closed forms
    double solved_ = 0; ///< tolerance of what conjugate gradients solve

private Q_SLOTS:
    void initTestCase_data() { addRows(); }
    void init() { load(); }

    void isLinear() {
        const at::Tensor z = values(3, A_->domain(), dtype_, 0.4);
        QVERIFY(relativeError(A_->forward(2 * x_ - 0.3 * z), 2 * A_->forward(x_) - 0.3 * A_->forward(z)) < exact_);
    }

    void adjointMatchesForward() {
        const at::Tensor left = dotPerSample(A_->forward(x_).flatten(1), y_.flatten(1));
        const at::Tensor right = dotPerSample(x_.flatten(1), A_->adjoint(y_).flatten(1));
        const at::Tensor scale = normPerSample(A_->forward(x_).flatten(1)) * normPerSample(y_.flatten(1));
        QVERIFY(((left - right).abs() <= exact_ * scale).all().item<bool>());
    }

    void pseudoInverseIsMoorePenrose() {
        const at::Tensor expected = at::linalg_pinv(matrixOf(*A_, at::kDouble == dtype_ ? at::kDouble : at::kFloat).to(at::kDouble), 1e-6);
        const at::Tensor found = A_->pseudoInverse(y_).flatten(1);
        QVERIFY(relativeError(found, y_.to(at::kDouble).flatten(1).matmul(expected.t())) < solved_);
    }

    void pseudoInverseUndoesWhatWasMeasured() {
        const at::Tensor measured = A_->forward(x_);
        QVERIFY(relativeError(A_->forward(A_->pseudoInverse(measured)), measured) < solved_);
        QVERIFY(relativeError(A_->forward(A_->projectOnMeasured(x_)), measured) < solved_);
        QVERIFY(A_->forward(A_->projectOnComplement(x_)).abs().max().item<double>() < solved_);
        QVERIFY(relativeError(A_->projectOnComplement(x_) + A_->projectOnMeasured(x_), x_) < exact_);
    }

    void proxSolvesTheNormalEquations() {
        for (const double rho : {0.05, 1.0, 20.0}) {
            const at::Tensor found = A_->proxL2(x_, y_, rho);
            const auto normal = [&](const at::Tensor& z) { return A_->adjoint(A_->forward(z)) + rho * z; };
            const at::Tensor right = A_->adjoint(y_) + rho * x_;
            QVERIFY(relativeError(normal(found), right) < solved_);
            QVERIFY(relativeError(found, conjugateGradient(normal, right, at::zeros_like(right))) < solved_);
        }
        QVERIFY_EXCEPTION_THROWN(A_->proxL2(x_, y_, 0), Bug);
    }

    void batchOfManyEqualsManyOfOne() {
        const auto alone = [](const at::Tensor& batch) { return batch.narrow(0, 1, 1); };
        QVERIFY(A_->forward(alone(x_)).equal(alone(A_->forward(x_))));
        QVERIFY(A_->adjoint(alone(y_)).equal(alone(A_->adjoint(y_))));
        QVERIFY(A_->pseudoInverse(alone(y_)).equal(alone(A_->pseudoInverse(y_))));
        QVERIFY(A_->projectOnMeasured(alone(x_)).equal(alone(A_->projectOnMeasured(x_))));
        QVERIFY(A_->proxL2(alone(x_), alone(y_), 0.3).equal(alone(A_->proxL2(x_, y_, 0.3))));
    }

    void normIsTheLargestSingularValue() {
        const double largest = at::linalg_svdvals(matrixOf(*A_, dtype_).to(at::kDouble))[0].item<double>();
        QVERIFY(std::abs(A_->norm() - largest) < 1e-3 * largest);
    }

    void shapesAreChecked() {
        Shape wrong = A_->domain();
        ++wrong.back();
        QVERIFY_EXCEPTION_THROWN(A_->forward(at::zeros(withBatch(1, wrong), dtype_)), Bug);
        QVERIFY_EXCEPTION_THROWN(A_->forward(at::zeros(A_->domain(), dtype_)), Bug);
        wrong = A_->range();
        ++wrong.back();
        QVERIFY_EXCEPTION_THROWN(A_->adjoint(at::zeros(withBatch(1, wrong), dtype_)), Bug);
        QVERIFY_EXCEPTION_THROWN(A_->pseudoInverse(at::zeros(withBatch(1, wrong), dtype_)), Bug);
        QVERIFY_EXCEPTION_THROWN(A_->proxL2(x_, at::zeros(withBatch(3, wrong), dtype_), 1), Bug);
    }

    void specRoundTripsThroughJson() {
        QFETCH_GLOBAL(const QString, id);
        const OperatorEntry* entry = operatorCatalogue().find(id.toStdString());
        if (!entry) {
            return; // the defaults have no spec
        }
        const ParameterValues complete = validated(entry->schemas(), {}, id.toStdString());
        const ParameterValues read = parametersFromJson(entry->schemas(), toJson(complete), id.toStdString());
        QCOMPARE(read, complete);
        QVERIFY(makeOperator(entry->id, read, dataFor(dtype_))->forward(x_).equal(A_->forward(x_)));
        QVERIFY_EXCEPTION_THROWN(makeOperator(entry->id, {{"no-such", 1.0}}, dataFor(dtype_)), Error);
    }
};

QTEST_GUILESS_MAIN(OperatorPropertyTest)
#include "operator_property_test.moc"
