// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sampling/gaussian_oracle.h"

#include <QTest>

using namespace palimpsest;

namespace {

constexpr double kFirst = 0.02; // alphaBar at the start and at the end
constexpr double kLast = 0.98;

/// The probability flow of a Gaussian prior in closed form: every eigendirection of the covariance keeps its place in
/// units of the deviation of x_t.
at::Tensor exactFlow(const at::Tensor& x, const Moments& prior) {
    const auto [values, vectors] = at::linalg_eigh(prior.covariance);
    const auto deviation = [&](double alphaBar) { return (alphaBar * values + 1 - alphaBar).sqrt(); };
    const at::Tensor coordinates = (x.flatten(1) - std::sqrt(kFirst) * prior.mean).matmul(vectors);
    const at::Tensor moved = coordinates * deviation(kLast) / deviation(kFirst);
    return (std::sqrt(kLast) * prior.mean + moved.matmul(vectors.t())).view(x.sizes());
}

/// Evenly spaced in the logarithm of the ratio of signal to noise, and not to the end, where the ratio is infinite.
std::vector<Step> evenSteps(int count) {
    const auto logRatio = [](double alphaBar) { return std::log(alphaBar / (1 - alphaBar)); };
    const auto at = [&](int i) {
        return 1 / (1 + std::exp(-(logRatio(kFirst) + (logRatio(kLast) - logRatio(kFirst)) * i / count)));
    };
    std::vector<Step> steps;
    for (int i = 0; i < count; ++i) {
        steps.push_back({.index = i, .count = count, .alphaBar = at(i), .alphaBarNext = at(i + 1)});
    }
    return steps;
}

double errorOf(const std::string& ruleId, int count) {
    const GaussianOracle oracle;
    const GaussianDenoiser denoiser = oracle.denoiser();
    const auto rule = makeStepRule(ruleId);
    const auto start = makeStart("noise");
    const SamplingPlan plan{.steps = evenSteps(count),
                            .denoiser = denoiser,
                            .stepRule = *rule,
                            .start = *start,
                            .shape = oracle.shape(),
                            .clipX0 = false};
    NoiseSource noise(2, firstSamples(20), at::kDouble);
    NoiseSource twin(2, firstSamples(20), at::kDouble);
    const at::Tensor x = start->draw(plan.steps.front(), oracle.shape(), twin);
    return (sample(plan, noise) - exactFlow(x, oracle.prior)).norm().item<double>() / x.norm().item<double>();
}

} // namespace

/// How fast the deterministic rules approach the probability flow as the steps get shorter.
class SolverOrderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void errorFallsWithItsOrder_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<double>("order");
        QTest::newRow("ddim") << "ddim" << 1.0;
        QTest::newRow("dpmpp-2m") << "dpmpp-2m" << 2.0;
    }

    void errorFallsWithItsOrder() {
        QFETCH(const QString, rule);
        QFETCH(const double, order);
        const std::string id = rule.toStdString();
        for (const int count : {40, 80}) {
            const double coarse = errorOf(id, count);
            const double fine = errorOf(id, 2 * count);
            qInfo("%s: %d steps %.2e, %d steps %.2e", id.c_str(), count, coarse, 2 * count, fine);
            QVERIFY(std::abs(std::log2(coarse / fine) - order) < 0.15);
        }
    }

    void secondOrderNeedsFarFewerSteps() { QVERIFY(errorOf("dpmpp-2m", 20) < 0.5 * errorOf("ddim", 40)); }
};

QTEST_GUILESS_MAIN(SolverOrderTest)
#include "solver_order_test.moc"
