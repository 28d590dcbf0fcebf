// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/sampling/gaussian_oracle.h"
#include "tests/support/gpu_test.h"
#include "tests/support/tensor_error.h"

#include <QTest>

using namespace palimpsest;

/// Needs a GPU; skips with the reason where there is none.
class SampleCudaTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { requireGpu(device_); }

    void noiseOfManyEqualsNoiseOfOne() {
        const at::TensorOptions options = at::TensorOptions(at::kFloat).device(device_);
        const at::Tensor batch = NoiseSource(5, {0, 1, 2}, options).draw("steps", {3, 40, 50});
        const at::Tensor alone = NoiseSource(5, {1}, options).draw("steps", {3, 40, 50});
        QVERIFY(batch.is_cuda() && alone[0].equal(batch[1]));
        QVERIFY(std::abs(batch.std().item<double>() - 1) < 0.03);
    }

    void operatorsEqualThoseOnTheCpu() {
        const Shape shape{3, 16, 24};
        const at::Tensor mask = (at::arange(384) * 7).fmod(11).lt(6).view({16, 24});
        const at::Tensor kernel = at::tensor({0.0, 0.1, 0.0, 0.2, 0.5, 0.1, 0.0, 0.1, 0.0}).view({3, 3});
        const at::Tensor x = (at::arange(2304) * 12.9898).sin().view({2, 3, 16, 24});
        for (const OperatorEntry& entry : operatorCatalogue()) {
            const auto cpu = makeOperator(entry.id, {}, {shape, at::kFloat, mask, kernel});
            const auto cuda =
                makeOperator(entry.id, {}, {shape, at::TensorOptions(at::kFloat).device(device_), mask, kernel});
            const at::Tensor y = cpu->forward(x);
            QVERIFY(relativeError(cuda->forward(onDevice(x)).cpu(), y) < 1e-5);
            QVERIFY(relativeError(cuda->adjoint(onDevice(y)).cpu(), cpu->adjoint(y)) < 1e-5);
            QVERIFY(relativeError(cuda->pseudoInverse(onDevice(y)).cpu(), cpu->pseudoInverse(y)) < 1e-4);
            QVERIFY(relativeError(cuda->proxL2(onDevice(x), onDevice(y), 0.3).cpu(), cpu->proxL2(x, y, 0.3)) < 1e-4);
        }
    }

    void guidanceEqualsThatOnTheCpu_data() {
        QTest::addColumn<QString>("guidance");
        for (const GuidanceEntry& entry : guidanceCatalogue()) {
            QTest::newRow(std::string(entry.id).c_str()) << QString::fromStdString(std::string(entry.id));
        }
    }

    /// From one start and without fresh noise in the hole, GPU and CPU walk the same path.
    void guidanceEqualsThatOnTheCpu() {
        QFETCH(const QString, guidance);
        if (guidance == "projection" || guidance == "mcg" || guidance == "repaint" || guidance == "ddrm" ||
            guidance == "daps") {
            QSKIP("draws fresh noise, which differs between GPU and CPU");
        }
        const at::Tensor cpu = run(guidance.toStdString(), at::kCPU);
        const at::Tensor cuda = run(guidance.toStdString(), device_);
        QVERIFY(cuda.is_cuda());
        QVERIFY(relativeError(cuda.cpu(), cpu) < 1e-8);
    }

private:
    /// A start that draws nothing.
    class FixedStart : public Start {
    public:
        at::Tensor draw(const Step&, const Shape& shape, NoiseSource& noise) const override {
            const at::Tensor values =
                (at::arange(noise.sampleCount() * GaussianOracle::kPixels, at::kDouble) * 12.9898).sin();
            return (1.4 * values).to(noise.options()).view(withBatch(noise.sampleCount(), shape));
        }
    };

    at::Tensor onDevice(const at::Tensor& tensor) const { return tensor.to(device_); }

    static at::Tensor run(const std::string& guidanceId, at::Device device) {
        const GaussianOracle oracle;
        const at::TensorOptions options = oracle.options().device(device);
        auto A = makeOperator("inpainting-mask", {}, {oracle.shape(), options, oracle.known.view({4, 4})});
        const auto rule = makeStepRule("ddim");
        const auto guidance = makeGuidance(guidanceId, {}, {.A = std::move(A), .y = oracle.y()});
        const FixedStart start;
        const GaussianDenoiser denoiser(oracle.prior.mean.view(oracle.shape()).to(device),
                                        oracle.prior.covariance.to(device));
        const SamplingPlan plan{.steps = spacedSteps(makeSchedule("linear"), TimestepSpacing::trailing, 10),
                                .denoiser = denoiser,
                                .stepRule = *rule,
                                .guidance = guidance.get(),
                                .start = start,
                                .shape = oracle.shape(),
                                .clipX0 = false};
        NoiseSource noise(3, firstSamples(4), options);
        return sample(plan, noise);
    }

    at::Device device_ = at::kCPU;
};

QTEST_GUILESS_MAIN(SampleCudaTest)
#include "sample_cuda_test.moc"
