// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/catalogue.h"
#include "core/operators/composition.h"
#include "core/operators/conjugate_gradient.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

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

/// One operator of the catalogue with the values and the picture size it is tried with.
struct Variant {
    std::string name;
    std::string id;
    ParameterValues values;
    Shape domain = kDomain;
};

/// The least damping there is, below the tolerances of these tests.
const ParameterValues kUndampedBlur{{"threshold", 1e-6}};

const Variant kVariants[] = {
    {"inpainting-mask", "inpainting-mask", {}},
    {"identity", "identity", {}},
    {"grey, mean", "grey", {}},
    {"grey, luma", "grey", {{"weights", "luma"}}},
    {"grey-with-hints, mean", "grey-with-hints", {}},
    {"grey-with-hints, luma", "grey-with-hints", {{"weights", "luma"}}},
    {"downsample-area, 2", "downsample-area", {{"factor", "2"}}, {3, 4, 6}},
    {"downsample-area, 4", "downsample-area", {}, {2, 8, 4}},
    {"downsample-bicubic, 2", "downsample-bicubic", {{"factor", "2"}}, {2, 4, 10}},
    {"downsample-bicubic, 4", "downsample-bicubic", {}, {1, 8, 12}},
    {"downsample-bicubic, 8", "downsample-bicubic", {{"factor", "8"}}, {1, 16, 24}},
    {"blur, circular", "blur", {{"boundary", "circular"}}},
    {"blur, real", "blur", kUndampedBlur},
};

OperatorData dataFor(at::ScalarType dtype, const Shape& domain) {
    const at::Tensor mask = (at::arange(domain[1] * domain[2]) * 11).fmod(7).lt(4).view({domain[1], domain[2]});
    const at::Tensor kernel = at::tensor({0.02, 0.05, 0.0, 0.1, 0.6, 0.08, 0.03, 0.12, 0.0}, at::kDouble).view({3, 3});
    return {domain, at::TensorOptions(dtype), mask, kernel};
}

std::unique_ptr<LinearOperator> madeFrom(const Variant& variant, at::ScalarType dtype) {
    return makeOperator(variant.id, variant.values, dataFor(dtype, variant.domain));
}

/// Operators one after the other: with a diagonal A A^*, with a closed form of the rest, and with neither.
std::vector<std::pair<std::string, std::vector<Variant>>> chains() {
    const Shape grey{1, 8, 8};
    return {
        {"mask after grey", {{"", "grey", {{"weights", "luma"}}}, {"", "inpainting-mask", {}, {1, 5, 7}}}},
        {"grey after mask", {{"", "inpainting-mask", {}}, {"", "grey", {{"weights", "luma"}}}}},
        {"hints after mask", {{"", "inpainting-mask", {}}, {"", "grey-with-hints", {}}}},
        {"mask after area after mask after grey",
         {{"", "grey", {}, {3, 8, 8}},
          {"", "inpainting-mask", {}, grey},
          {"", "downsample-area", {{"factor", "2"}}, grey},
          {"", "inpainting-mask", {}, {1, 4, 4}}}},
        {"bicubic after grey", {{"", "grey", {}, {3, 8, 8}}, {"", "downsample-bicubic", {}, grey}}},
        {"circular blur after area",
         {{"", "downsample-area", {}, {1, 32, 24}}, {"", "blur", {{"boundary", "circular"}}, {1, 8, 6}}}},
        {"mask after blur after grey",
         {{"", "grey", {}}, {"", "blur", kUndampedBlur, {1, 5, 7}}, {"", "inpainting-mask", {}, {1, 3, 5}}}},
        {"area after blur",
         {{"", "blur", {{"boundary", "circular"}}, {1, 6, 8}}, {"", "downsample-area", {{"factor", "2"}}, {1, 6, 8}}}},
    };
}

std::unique_ptr<LinearOperator> makeByName(const std::string& name, at::ScalarType dtype) {
    for (const Variant& variant : kVariants) {
        if (variant.name == name) {
            return madeFrom(variant, dtype);
        }
    }
    for (const auto& [chainName, links] : chains()) {
        if (chainName == name) {
            std::vector<std::unique_ptr<LinearOperator>> operators;
            for (const Variant& link : links) {
                operators.push_back(madeFrom(link, dtype));
            }
            return composed(std::move(operators));
        }
    }
    return std::make_unique<DenseOperator>(dtype);
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
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isDouble");
        std::vector<std::string> names{"defaults"};
        for (const Variant& variant : kVariants) {
            names.push_back(variant.name);
        }
        for (const auto& [name, links] : chains()) {
            names.push_back(name);
        }
        for (const std::string& name : names) {
            QTest::newRow((name + ", float32").c_str()) << QString::fromStdString(name) << false;
            QTest::newRow((name + ", float64").c_str()) << QString::fromStdString(name) << true;
        }
    }

    void load() {
        QFETCH_GLOBAL(const QString, name);
        QFETCH_GLOBAL(const bool, isDouble);
        dtype_ = isDouble ? at::kDouble : at::kFloat;
        A_ = makeByName(name.toStdString(), dtype_);
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
        const at::Tensor expected =
            at::linalg_pinv(matrixOf(*A_, at::kDouble == dtype_ ? at::kDouble : at::kFloat).to(at::kDouble), 1e-6);
        const at::Tensor found = A_->pseudoInverse(y_).flatten(1);
        QVERIFY(relativeError(found, y_.to(at::kDouble).flatten(1).matmul(expected.t())) < solved_);
    }

    void pseudoInverseUndoesWhatWasMeasured() {
        const at::Tensor measured = A_->forward(x_);
        QVERIFY(relativeError(A_->forward(A_->pseudoInverse(measured)), measured) < solved_);
        QVERIFY(relativeError(A_->forward(A_->projectOnMeasured(x_)), measured) < solved_);
        QVERIFY(A_->forward(A_->nullSpaceComponent(x_)).abs().max().item<double>() < solved_);
        QVERIFY(relativeError(A_->nullSpaceComponent(x_) + A_->projectOnMeasured(x_), x_) < exact_);
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

    void spectrumIsThatOfTheGramMatrix() {
        const at::Tensor gram = matrixOf(*A_, dtype_).to(at::kDouble).matmul(matrixOf(*A_, dtype_).to(at::kDouble).t());
        if (const at::Tensor diagonal = A_->gramDiagonal({}); diagonal.defined()) {
            QVERIFY(A_->isSpectral());
            QVERIFY(relativeError(diagonal.expand(A_->range()).flatten().diag(), gram) < exact_);
        }
        if (!A_->isSpectral()) {
            QVERIFY_EXCEPTION_THROWN(A_->filterMeasurement(y_, [](const at::Tensor& squares) { return squares; }), Bug);
            return;
        }
        const auto [squares, vectors] = at::linalg_eigh(gram);
        const auto f = [](const at::Tensor& values) { return (3 * values).sin() + 2; };
        const at::Tensor expected = y_.to(at::kDouble).flatten(1).matmul(vectors).mul(f(squares)).matmul(vectors.t());
        QVERIFY(relativeError(A_->filterMeasurement(y_, f).flatten(1), expected) < solved_);
    }

    void weightedGramIsExactWhereItIsDiagonal() {
        const at::Tensor perPixel =
            values(1, {1, A_->domain()[1], A_->domain()[2]}, at::kDouble, 0.2)[0].abs().to(dtype_);
        const at::Tensor perValue = values(1, A_->domain(), at::kDouble, 0.3)[0].abs().to(dtype_);
        for (const at::Tensor& weights : {perPixel, perValue}) {
            const at::Tensor diagonal = A_->gramDiagonal(weights);
            if (diagonal.defined()) {
                const at::Tensor matrix = matrixOf(*A_, dtype_).to(at::kDouble);
                const at::Tensor whole = weights.expand(A_->domain()).flatten().to(at::kDouble);
                QVERIFY(relativeError(diagonal.expand(A_->range()).flatten().diag(),
                                      (matrix * whole).matmul(matrix.t())) < exact_);
            }
        }
    }

    void isAMeasurementOperator() {
        const MeasurementOperator& general = *A_;
        QVERIFY(general.vectorJacobian(x_, y_).equal(A_->adjoint(y_)));
        const at::Tensor reachable = A_->forward(x_.flip(0));
        QVERIFY(relativeError(A_->forward(general.projectOnMeasurement(x_, reachable)), reachable) < solved_);
    }

    void specRoundTripsThroughJson() {
        QFETCH_GLOBAL(const QString, name);
        for (const Variant& variant : kVariants) {
            if (variant.name != name.toStdString()) {
                continue; // only operators of the catalogue have a spec
            }
            const OperatorEntry& entry = operatorCatalogue().at(variant.id);
            const ParameterValues complete = validated(entry.schemas(), variant.values, Message("%1", variant.id));
            const ParameterValues read =
                parametersFromJson(entry.schemas(), toJson(complete), Message("%1", variant.id));
            QCOMPARE(read, complete);
            const OperatorData data = dataFor(dtype_, variant.domain);
            QVERIFY(makeOperator(entry.id, read, data)->forward(x_).equal(A_->forward(x_)));
            QVERIFY_EXCEPTION_THROWN(makeOperator(entry.id, {{"no-such", 1.0}}, data), Error);
        }
    }

    void everyOperatorOfTheCatalogueIsHere() {
        for (const OperatorEntry& entry : operatorCatalogue()) {
            const auto isIt = [&](const Variant& variant) { return variant.id == entry.id; };
            QVERIFY2(std::ranges::any_of(kVariants, isIt), std::string(entry.id).c_str());
        }
    }
};

QTEST_GUILESS_MAIN(OperatorPropertyTest)
#include "operator_property_test.moc"
