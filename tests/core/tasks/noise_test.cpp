// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What noise a task takes its picture to have.
#include "core/tasks/behaviour/whole_task.h"
#include "tests/support/smooth_scene.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

namespace {

RestoreSpec specOf(const char* task, ParameterValues parameters = {}) {
    RestoreSpec spec;
    spec.task = task;
    spec.taskParameters = std::move(parameters);
    spec.taskParameters = completeTaskParameters(spec);
    return spec;
}

const WholeTask& taskOf(const RestoreSpec& spec) { return *taskBehaviour(spec.task).asWhole(); }

PictureTensors tensorsFor(const RestoreSpec& spec, const Image& picture) {
    return taskOf(spec).tensors(spec, {.acquisition = picture}, picture);
}

double noiseLevel(const RestoreSpec& spec, const PictureTensors& input, std::vector<Message>& notices) {
    return taskOf(spec).noiseLevel(spec, input, notices);
}

double noiseLevel(const RestoreSpec& spec, const PictureTensors& input) {
    std::vector<Message> notices;
    return noiseLevel(spec, input, notices);
}

ParameterValues blur(const ParameterValue& kernel, const ParameterValue& sigma) {
    return {{"kernel", kernel}, {"sigma", sigma}};
}

} // namespace

class NoiseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theNoiseIsEstimated() {
        const RestoreSpec damage = specOf("denoise", {{"sigma", 0.1}, {"degrade", true}});
        const PictureTensors noisy = taskOf(damage).degraded(damage, tensorsFor(damage, scene({96, 96}, 3)));
        const double seen = noiseLevel(specOf("denoise"), noisy);
        QVERIFY2(std::abs(seen - 0.1) < 0.02, qPrintable(QString::number(seen)));
        QCOMPARE(noiseLevel(specOf("denoise", {{"sigma", 0.3}}), noisy), 0.3); // what is given is not looked for
    }

    /// A clean picture that is degraded for study has no noise but that which is asked for.
    void aCleanPictureHasNone() {
        const RestoreSpec damage = specOf("denoise", {{"sigma", 0.1}});
        const PictureTensors noisy = taskOf(damage).degraded(damage, tensorsFor(damage, scene({96, 96}, 3)));
        QCOMPARE(noiseLevel(specOf("denoise", {{"degrade", true}}), noisy), 0.0);
        const PictureTensors small = middleOf(noisy, 24, 96);
        QCOMPARE(noiseLevel(specOf("denoise"), small), 0.0); // too small to show it
    }

    void theNoiseOfAGreyPictureIsOne() {
        const NoiseModel noise{.sigmaY = 0.1};
        const auto seen = [&](const char* task, int channels, ParameterValues parameters = {}) {
            const RestoreSpec spec = specOf(task, std::move(parameters));
            return taskOf(spec).noiseForPrior(spec, tensorsFor(spec, scene({24, 20}, channels)), noise).sigmaY;
        };
        QCOMPARE(seen("denoise", 3), 0.1);
        QCOMPARE(seen("denoise", 1), 0.1 * std::sqrt(3.0));
        QCOMPARE(seen("upscale", 1), 0.1 * std::sqrt(3.0));
        QCOMPARE(seen("colorize", 1), 0.1); // its measurement is grey
        QCOMPARE(seen("old-photo", 1), 0.1);
        QCOMPARE(seen("old-photo", 1, {{"keep-colours", true}}), 0.1 * std::sqrt(3.0));
    }

    /// What nobody gave is taken to be no less than 0.004; what was given is taken as it is, but for the picture's own
    /// rounding.
    void aGivenNoiseOfABlurIsRespected() {
        const std::string kernel = "gaussian:1";
        const RestoreSpec exact = specOf("deblur", blur(kernel, 0.0));
        const PictureTensors bytes = tensorsFor(exact, scene({36, 28}, 3));
        const PictureTensors words = tensorsFor(exact, scene({36, 28}, 3, PixelDepth::uint16));
        QVERIFY(std::abs(noiseLevel(exact, bytes) - 1 / 255.0 / std::sqrt(12.0)) < 1e-9);
        QCOMPARE(noiseLevel(exact, words), 0.0);
        QCOMPARE(noiseLevel(exact, taskOf(exact).degraded(exact, bytes)), 0.0); // computed in float
        QVERIFY(noiseLevel(specOf("deblur", blur(kernel, Automatic{})), bytes) >= 0.004);
        QVERIFY(noiseLevel(specOf("deblur", blur(Automatic{}, 0.0)), bytes) >= 0.004);
        QCOMPARE(noiseLevel(specOf("denoise", {{"sigma", 0.0}}), bytes), 0.0);
        QCOMPARE(noiseLevel(specOf("old-photo", {{"sigma", 0.0}}), bytes), 0.0); // has no blur unless it is told
        QVERIFY(noiseLevel(specOf("old-photo", blur(kernel, Automatic{})), bytes) >= 0.004);
    }

    /// Under a kernel that never blurred it, a picture's detail counts as noise; under its own, only its rounding does.
    void aSharpPictureIsNotDeconvolvedHard() {
        const RestoreSpec spec = specOf("deblur", blur(std::string("gaussian:1.6"), Automatic{}));
        const at::Tensor columns = (at::arange(96).remainder(17) < 5).to(at::kFloat).view({1, 1, 1, 96});
        const at::Tensor rows = (at::arange(96).remainder(13) < 6).to(at::kFloat).view({1, 1, 96, 1});
        PictureTensors sharp;
        sharp.picture = (columns * rows).expand({1, 3, 96, 96}).mul(1.2).sub(0.6).contiguous();
        sharp.kernel = tensorsFor(spec, scene({36, 28}, 3)).kernel;
        std::vector<Message> notices;
        QVERIFY(noiseLevel(spec, sharp, notices) > 0.02);
        QCOMPARE(notices.size(), std::size_t{1});
        QVERIFY(notices.front().text().find("sharper than this blur allows") != std::string::npos);
        PictureTensors blurred = taskOf(spec).degraded(specOf("deblur", blur(std::string("gaussian:1.6"), 0.0)), sharp);
        blurred.picture = blurred.picture.add(1).mul(127.5).round().div(127.5).sub(1);
        QVERIFY(noiseLevel(spec, blurred, notices) < 0.006);
        QCOMPARE(notices.size(), std::size_t{1}); // none more
    }
};

QTEST_GUILESS_MAIN(NoiseTest)
#include "noise_test.moc"
