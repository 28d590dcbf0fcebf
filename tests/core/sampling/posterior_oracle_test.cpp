// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sampling/gaussian_oracle.h"

#include <ATen/Parallel.h>
#include <QTest>

using namespace palimpsest;

namespace {

constexpr std::size_t kSamples = 2000;

struct Case {
    const char* rule;
    double eta; ///< of ddim
    const char* guidance;
    double scale; ///< of dps and mcg
    const char* start;
    double sigmaY;
    Discrepancy bias; ///< measured once with 20 000 samples
};

/// Exact draws, [kSamples, 1, 4, 4].
at::Tensor drawFrom(const Moments& moments, const Shape& shape) {
    const auto [values, vectors] = at::linalg_eigh(moments.covariance);
    NoiseSource noise(77, firstSamples(kSamples), at::kDouble);
    const at::Tensor z = noise.draw("truth", {GaussianOracle::kPixels});
    return (moments.mean + (z * values.clamp_min(0).sqrt()).matmul(vectors.t())).view(withBatch(kSamples, shape));
}

Discrepancy measured(const Case& c, int steps) {
    const GaussianOracle oracle(c.sigmaY);
    const bool unguided = std::string(c.guidance) == "none";
    const Moments truth = unguided ? oracle.prior : oracle.posterior();
    const auto rule =
        makeStepRule(c.rule, std::string(c.rule) == "ddim" ? ParameterValues{{"eta", c.eta}} : ParameterValues{});
    const auto guidance =
        makeGuidance(c.guidance, c.scale > 0 ? ParameterValues{{"scale", c.scale}} : ParameterValues{},
                     unguided ? Measurement{} : oracle.measured());
    const auto start = std::string(c.start) == "noise"
                           ? makeStart("noise")
                           : makeStart("estimate", {{"t0", 0.4}}, drawFrom(truth, oracle.shape()));
    const GaussianDenoiser denoiser = oracle.denoiser();
    const SamplingPlan plan{.steps = spacedSteps(makeSchedule("linear"), TimestepSpacing::trailing, steps, start->t0()),
                            .denoiser = denoiser,
                            .stepRule = *rule,
                            .guidance = guidance.get(),
                            .start = *start,
                            .shape = oracle.shape(),
                            .clipX0 = false};
    NoiseSource noise(33, firstSamples(kSamples), oracle.options());
    return discrepancy(momentsOf(sample(plan, noise)), truth);
}

/// The largest discrepancy that kSamples samples may show: the bias, the part that chance adds to it (0.022 of the mean
/// and 0.055 of the covariance), and a margin.
Discrepancy bound(const Discrepancy& bias) {
    return {std::hypot(bias.mean, 0.022) + 0.012, std::hypot(bias.covariance, 0.055) + 0.06};
}

/// The guided methods are approximations, each with a bias of its own; what is a method's bias and what is a mistake in
/// the program is for guidance_test to tell, formula by formula. Scales fit a picture of sixteen pixels.
const std::vector<Case> kCases{
    {"ddpm", 0, "none", 0, "noise", 0, {0.006, 0.083}},
    {"ddpm", 0, "none", 0, "estimate", 0, {0.006, 0.042}},
    {"ddpm", 0, "projection", 0, "noise", 0, {0.186, 0.240}},
    {"ddpm", 0, "projection", 0, "estimate", 0, {0.161, 0.256}},
    {"ddpm", 0, "ddnm", 0, "noise", 0, {0.022, 0.125}},
    {"ddpm", 0, "ddnm", 0, "estimate", 0, {0.009, 0.061}},
    {"ddpm", 0, "mcg", 0.1, "noise", 0, {0.100, 0.101}},
    {"ddpm", 0, "mcg", 0.1, "estimate", 0, {0.037, 0.117}},
    {"ddpm", 0, "dps", 0.3, "noise", 0, {0.043, 0.208}},
    {"ddpm", 0, "dps", 0.3, "estimate", 0, {0.121, 0.164}},
    {"ddim", 0, "none", 0, "noise", 0, {0.004, 0.038}},
    {"ddim", 0, "none", 0, "estimate", 0, {0.004, 0.021}},
    {"ddim", 0, "projection", 0, "noise", 0, {0.260, 0.554}},
    {"ddim", 0, "projection", 0, "estimate", 0, {0.174, 0.473}},
    {"ddim", 0, "ddnm", 0, "noise", 0, {0.022, 0.056}},
    {"ddim", 0, "ddnm", 0, "estimate", 0, {0.005, 0.027}},
    {"ddim", 0, "mcg", 0.1, "noise", 0, {0.082, 0.124}},
    {"ddim", 0, "mcg", 0.1, "estimate", 0, {0.147, 0.387}},
    {"ddim", 0, "dps", 0.3, "noise", 0, {0.127, 0.210}},
    {"ddim", 0, "dps", 0.3, "estimate", 0, {0.179, 0.190}},
    {"ddim", 0.5, "ddnm", 0, "noise", 0, {0.019, 0.071}},
    {"ddpm", 0, "projection", 0, "noise", 0.3, {0.105, 0.153}},
    {"ddpm", 0, "projection", 0, "estimate", 0.3, {0.091, 0.126}},
    {"ddpm", 0, "ddnm", 0, "noise", 0.3, {0.051, 0.190}},
    {"ddpm", 0, "ddnm", 0, "estimate", 0.3, {0.071, 0.114}},
    {"ddpm", 0, "mcg", 0.1, "noise", 0.3, {0.121, 0.187}},
    {"ddpm", 0, "mcg", 0.1, "estimate", 0.3, {0.159, 0.234}},
    {"ddpm", 0, "dps", 0.1, "noise", 0.3, {0.158, 0.289}},
    {"ddpm", 0, "dps", 0.1, "estimate", 0.3, {0.418, 0.542}},
};

} // namespace

class PosteriorOracleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); } // the matrices are too small to be shared out

    void holdsItsBound_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kCases.size(); ++i) {
            const Case& c = kCases[i];
            QTest::addRow("%s %.1f, %s %.1f, %s, %.1f", c.rule, c.eta, c.guidance, c.scale, c.start, c.sigmaY)
                << static_cast<int>(i);
        }
    }

    void holdsItsBound() {
        QFETCH(const int, index);
        const Case& c = kCases[static_cast<std::size_t>(index)];
        const Discrepancy found = measured(c, 100);
        const Discrepancy most = bound(c.bias);
        qInfo("mean %.3f of %.3f, covariance %.3f of %.3f", found.mean, most.mean, found.covariance, most.covariance);
        QVERIFY(found.mean < most.mean);
        QVERIFY(found.covariance < most.covariance);
    }
};

QTEST_GUILESS_MAIN(PosteriorOracleTest)
#include "posterior_oracle_test.moc"
