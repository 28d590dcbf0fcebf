// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/blur_kernel.h"
#include "core/operators/catalogue.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

#include <cmath>
#include <limits>
#include <string>

using namespace palimpsest;

namespace {

const Shape kDomain{2, 13, 17};

at::Tensor oddKernel() { return at::arange(1, 16, at::kDouble).view({3, 5}); }

std::unique_ptr<LinearOperator> blur(const std::string& boundary, const at::Tensor& kernel,
                                     const Shape& domain = kDomain) {
    return makeOperator("blur", {{"boundary", boundary}}, {domain, at::kDouble, {}, kernel});
}

at::Tensor pictures() { return (at::arange(2 * 2 * 13 * 17, at::kDouble) * 7.3).sin().view({2, 2, 13, 17}); }

std::string refusal(const at::Tensor& kernel, const Shape& domain = kDomain) {
    try {
        blur("real", kernel, domain);
    } catch (const Error& error) {
        return error.message().text();
    }
    return "";
}

} // namespace

class BlurTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A convolution, kernel turned round, without any padding: against the direct sum.
    void realBlurIsTheDirectSum() {
        const at::Tensor x = pictures();
        const at::Tensor weights = (oddKernel() / oddKernel().sum()).flip({0, 1}).view({1, 1, 3, 5});
        const at::Tensor expected = at::conv2d(x.reshape({4, 1, 13, 17}), weights).view({2, 2, 11, 13});
        QVERIFY(relativeError(blur("real", oddKernel())->forward(x), expected) < 1e-12);
    }

    void circularBlurContinuesAtTheOppositeBorder() {
        at::Tensor x = at::zeros({1, 1, 6, 7}, at::kDouble);
        x[0][0][0][0] = 1;
        const at::Tensor y = blur("circular", oddKernel(), {1, 6, 7})->forward(x)[0][0] * 120;
        QVERIFY(std::abs(y[0][0].item<double>() - 8) < 1e-10);
        QVERIFY(std::abs(y[5][5].item<double>() - 1) < 1e-10);
        QVERIFY(std::abs(y[1][2].item<double>() - 15) < 1e-10);
    }

    void keepsFlatPictures() {
        for (const char* text : {"gaussian:0.7", "motion:5,20", "disk:1.5"}) {
            const auto A = blur("real", kernelPixels(blurKernelFromText(text)), {1, 30, 30});
            const at::Tensor y = A->forward(at::full({1, 1, 30, 30}, 0.7, at::kDouble));
            QVERIFY((y - 0.7).abs().max().item<double>() < 1e-12);
        }
    }

    /// What the blur has removed is not brought back, and noise stays finite.
    void pseudoInverseIsStableForStrongBlurs() {
        const at::Tensor kernel = kernelPixels(blurKernelFromText("gaussian:2"));
        for (const char* boundary : {"circular", "real"}) {
            const auto A = blur(boundary, kernel, {1, 40, 40});
            const at::Tensor line = at::arange(40, at::kDouble);
            const at::Tensor x = ((0.15 * line).sin().unsqueeze(1) + (0.2 * line).cos()).view({1, 1, 40, 40});
            const at::Tensor y = A->forward(x);
            const at::Tensor noisy =
                y + 1e-3 * (at::arange(y.numel(), at::kDouble) * 12.9898).sin().mul(43.7).sin().view(y.sizes());
            QVERIFY(relativeError(A->forward(A->pseudoInverse(y)), y) < 0.02);
            QVERIFY(A->pseudoInverse(noisy).norm().item<double>() < 3 * x.norm().item<double>());
        }
    }

    void kernelsAreWhatTheySay() {
        const at::Tensor gaussian = kernelPixels(blurKernelFromText("gaussian:2"));
        const at::Tensor place = at::arange(-8, 9, at::kDouble);
        QCOMPARE(gaussian.size(0), std::int64_t{17});
        QVERIFY(std::abs((gaussian.sum(0) * place.square()).sum().item<double>() - 4) < 0.01);
        const at::Tensor across = kernelPixels(blurKernelFromText("motion:9,0"));
        QVERIFY(std::abs(across[across.size(0) / 2].sum().item<double>() - 1) < 1e-12);
        QVERIFY(relativeError(across[across.size(0) / 2].slice(0, 1, 10), at::full({9}, 1.0 / 9, at::kDouble)) < 1e-9);
        QCOMPARE(across.size(0), std::int64_t{11}); // and nothing at the ends
        const at::Tensor half = kernelPixels(blurKernelFromText("motion:4,0"));
        QVERIFY(relativeError(half[2], at::tensor({0.125, 0.25, 0.25, 0.25, 0.125}, at::kDouble)) < 1e-9);
        const at::Tensor upright = kernelPixels(blurKernelFromText("motion:9,90"));
        QVERIFY(relativeError(upright, across.t()) < 1e-9);
        const at::Tensor rising = kernelPixels(blurKernelFromText("motion:9,45"));
        QVERIFY(rising[3][7].item<double>() > 10 * rising[3][3].item<double>());
        const at::Tensor disk = kernelPixels(blurKernelFromText("disk:5"));
        QVERIFY(std::abs(1 / disk.max().item<double>() - M_PI * 25) < 0.5);
        for (const at::Tensor& kernel : {gaussian, across, rising, disk}) {
            QVERIFY(kernel.size(0) % 2 == 1 && kernel.size(0) == kernel.size(1));
            QVERIFY(std::abs(kernel.sum().item<double>() - 1) < 1e-12 && kernel.min().item<double>() >= 0);
            QVERIFY(relativeError(kernel.flip({0, 1}), kernel) < 1e-9);
        }
        const at::Tensor none = kernelPixels(blurKernelFromText("motion:1,30"));
        QVERIFY(std::abs(none.max().item<double>() - 1) < 1e-12);
    }

    void textRoundTrips() {
        for (const char* text : {"gaussian:2.5", "motion:15,-30", "disk:0.75"}) {
            QCOMPARE(toText(blurKernelFromText(text)), std::string(text));
        }
        for (const char* text : {"", "gaussian", "gaussian:", "gaussian:x", "gaussian:2,3", "motion:5", "motion:5,1,2",
                                 "disk:-1", "gaussian:0", "gaussian:nan", "gaussian:1e9", "box:3", "gaussian:2 "}) {
            QVERIFY_EXCEPTION_THROWN(blurKernelFromText(text), Error);
        }
    }

    void kernelsFromElsewhereAreMadeFit() {
        const PreparedKernel good = preparedKernel(kernelPixels(blurKernelFromText("disk:2")).to(at::kFloat));
        QVERIFY(!good.wasNormalised);
        const PreparedKernel even = preparedKernel(at::full({2, 4}, 3.0f));
        QVERIFY(even.wasNormalised);
        QCOMPARE(even.pixels.sizes().vec(), (Shape{3, 5}));
        QVERIFY(std::abs(even.pixels.sum().item<double>() - 1) < 1e-12);
        QVERIFY(even.pixels[2].abs().sum().item<double>() == 0 &&
                even.pixels.select(1, 4).abs().sum().item<double>() == 0);
    }

    void refusesKernelsThatCannotBe() {
        at::Tensor notANumber = at::ones({3, 3});
        notANumber[1][1] = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(refusal({}).find("empty") != std::string::npos);
        QVERIFY(refusal(at::ones({3})).find("empty") != std::string::npos);
        QVERIFY(refusal(at::zeros({3, 3})).find("sums to zero") != std::string::npos);
        QVERIFY(refusal(at::eye(3) - 0.2).find("negative") != std::string::npos);
        QVERIFY(refusal(notANumber).find("NaN or infinite") != std::string::npos);
        QVERIFY(refusal(at::ones({15, 3})).find("larger than the picture") != std::string::npos);
        QVERIFY(refusal(at::ones({3, 19})).find("larger than the picture: 19 x 3 against 17 x 13 pixels") !=
                std::string::npos);
        QVERIFY(refusal(at::ones({13, 17})).empty());
    }
};

QTEST_GUILESS_MAIN(BlurTest)
#include "blur_test.moc"
