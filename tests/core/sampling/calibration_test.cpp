// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/sampling/calibration.h"
#include "tests/core/sampling/linear_oracle.h"

#include <ATen/Parallel.h>
#include <QTest>

#include <algorithm>
#include <array>

using namespace palimpsest;

namespace {

constexpr std::int64_t kTruths = 24;
constexpr std::int64_t kPerTruth = 24;

/// Exact draws of a Gaussian: [count, 48].
at::Tensor drawFrom(const Moments& moments, std::uint64_t seed, std::size_t count) {
    const auto [values, vectors] = at::linalg_eigh(moments.covariance);
    const at::Tensor z = NoiseSource(seed, firstSamples(count), at::kDouble).draw("truth", {LinearOracle::kValues});
    return moments.mean + (z * values.clamp_min(0).sqrt()).matmul(vectors.t());
}

struct Case {
    const char* guidance;
    ParameterValues values;
    const char* rule;
    ParameterValues ruleValues;
    int steps;
    const char* operatorId;
    std::array<double, 3> found; ///< measured once
};

constexpr std::array<double, 3> kNominal{0.5, 0.8, 0.95};

/// Calibrated to within 0.06: daps, with any operator, and pigdm and dps with enough steps. The others are too sure of
/// themselves. Few ancestral steps make all deviations too small (ddnm: less so with 200), a prior taken for white
/// makes what is not measured too sure (mcg), and ddrm takes the noise of a measurement through a blur for picture.
const std::vector<Case> kCases{
    {"daps", {}, "renoise", {{"share", 1.0}}, 60, "inpainting-mask", {0.44, 0.74, 0.92}},
    {"daps", {}, "renoise", {{"share", 1.0}}, 60, "downsample-area", {0.50, 0.78, 0.94}},
    {"daps", {}, "renoise", {{"share", 1.0}}, 60, "blur", {0.49, 0.78, 0.94}},
    {"dps", {{"scale", 0.2}}, "ddpm", {}, 60, "inpainting-mask", {0.48, 0.80, 0.93}},
    {"pigdm", {}, "ddpm", {}, 150, "downsample-area", {0.47, 0.76, 0.91}},
    {"pigdm", {}, "ddpm", {}, 150, "blur", {0.45, 0.75, 0.92}},
    {"ddnm", {}, "ddpm", {}, 60, "inpainting-mask", {0.38, 0.68, 0.86}},
    {"ddnm", {}, "ddpm", {}, 150, "inpainting-mask", {0.45, 0.76, 0.93}},
    {"mcg", {{"scale", 0.1}}, "ddpm", {}, 60, "inpainting-mask", {0.38, 0.65, 0.84}},
    {"mcg", {{"scale", 0.1}}, "ddpm", {}, 60, "blur", {0.41, 0.68, 0.88}},
    {"ddrm", {}, "renoise", {{"share", 0.85 * 0.85}}, 60, "blur", {0.28, 0.48, 0.67}},
};

/// Where the truths are the prior's and each was measured with noise of its own.
std::array<double, 3> coverages(const Case& c) {
    const LinearOracle oracle(c.operatorId, 0.1);
    const at::Tensor truths = drawFrom(oracle.prior, 5, kTruths);
    NoiseSource ofMeasurement(6, firstSamples(kTruths), at::kDouble);
    const at::Tensor y = oracle.noiseModel.applyTo(oracle.A->forward(truths.view({kTruths, 3, 4, 4})), ofMeasurement);
    const auto rule = makeStepRule(c.rule, c.ruleValues);
    const auto guidance = makeGuidance(
        c.guidance, c.values, {.A = oracle.A, .y = y.repeat_interleave(kPerTruth, 0), .noise = oracle.noiseModel});
    const auto start = makeStart("noise");
    const GaussianDenoiser denoiser = oracle.denoiser();
    const SamplingPlan plan{
        .steps = plannedSteps(makeSchedule("linear"), TimestepSpacing::trailing, c.steps, *start, guidance->plan()),
        .denoiser = denoiser,
        .stepRule = *rule,
        .guidance = guidance.get(),
        .start = *start,
        .shape = oracle.A->domain(),
        .clipX0 = false};
    NoiseSource noise(7, firstSamples(kTruths * kPerTruth), at::kDouble);
    const at::Tensor samples = sample(plan, noise).view({kTruths, kPerTruth, LinearOracle::kValues});
    std::array<double, 3> covered{};
    std::transform(kNominal.begin(), kNominal.end(), covered.begin(),
                   [&](double nominal) { return coverage(samples, truths, nominal); });
    return covered;
}

} // namespace

/// Whether the deviation of the samples is an honest statement of what is not known.
class CalibrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); } // the matrices are too small to be shared out

    void exactDrawsAreCalibrated() {
        const LinearOracle oracle("grey", 0.1);
        const at::Tensor all = drawFrom(oracle.prior, 3, 200 * 31).view({200, 31, -1});
        for (const double nominal : {0.5, 0.8, 0.95}) {
            QVERIFY(std::abs(coverage(all.narrow(1, 0, 30), all.select(1, 30), nominal) - nominal) < 0.02);
            QVERIFY(coverage(0.7 * all.narrow(1, 0, 30), 0.7 * all.select(1, 30) + 0.5, nominal) < nominal - 0.05);
        }
        QVERIFY_EXCEPTION_THROWN(coverage(all, all, 0.5), Bug);
    }

    void whatIsKnownDoesNotCount() {
        at::Tensor samples = drawFrom(LinearOracle("grey", 0).prior, 3, 400).view({20, 20, -1}).clone();
        samples.narrow(2, 0, 24).fill_(0.3);
        QVERIFY(coverage(samples, at::full({20, 48}, 0.3, at::kDouble), 1 - 1e-12) > 0.99);
    }

    void intervalsHoldWhatTheyDid_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < kCases.size(); ++i) {
            QTest::addRow("%s, %d steps, %s", kCases[i].guidance, kCases[i].steps, kCases[i].operatorId)
                << static_cast<int>(i);
        }
    }

    /// Within 0.03 of what was measured; where daps makes the claim, that is the nominal share itself.
    void intervalsHoldWhatTheyDid() {
        QFETCH(const int, index);
        const Case& c = kCases[static_cast<std::size_t>(index)];
        const std::array<double, 3> covered = coverages(c);
        qInfo("{%.2f, %.2f, %.2f}", covered[0], covered[1], covered[2]);
        for (std::size_t i = 0; i < covered.size(); ++i) {
            QVERIFY(std::abs(covered[i] - c.found[i]) < 0.03);
            QVERIFY(std::string(c.guidance) != "daps" || std::abs(covered[i] - kNominal[i]) < 0.065);
        }
    }
};

QTEST_GUILESS_MAIN(CalibrationTest)
#include "calibration_test.moc"
