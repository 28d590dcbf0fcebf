// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/catalogue.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

#include <string>

using namespace palimpsest;

namespace {

std::unique_ptr<LinearOperator> make(const std::string& id, const std::string& factor, const Shape& domain) {
    return makeOperator(id, {{"factor", factor}}, {domain, at::kDouble, {}, {}});
}

std::string refusal(const std::string& id, const std::string& factor, const Shape& domain) {
    try {
        make(id, factor, domain);
    } catch (const Error& error) {
        return error.message().text();
    }
    return "";
}

} // namespace

class DownsampleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areaIsTheMeanOfSquares() {
        const at::Tensor x = at::arange(64, at::kDouble).view({1, 1, 8, 8});
        const at::Tensor y = make("downsample-area", "4", {1, 8, 8})->forward(x);
        QVERIFY(relativeError(y, at::tensor({13.5, 17.5, 45.5, 49.5}, at::kDouble).view({1, 1, 2, 2})) < 1e-12);
    }

    /// Away from the borders "imresize" agrees with LibTorch's antialiased bicubic filter, which also has a = -1/2.
    void bicubicIsTheAntialiasedFilter() {
        for (const auto& [factor, size] : {std::pair{2, 32}, std::pair{4, 64}, std::pair{8, 128}}) {
            const at::Tensor x = (at::arange(size * size, at::kDouble) * 0.37).sin().view({1, 1, size, size});
            const at::Tensor y = make("downsample-bicubic", std::to_string(factor), {1, size, size})->forward(x);
            const at::Tensor other = at::_upsample_bicubic2d_aa(x, at::IntArrayRef({16, 16}), false);
            const auto inner = [](const at::Tensor& t) { return t.narrow(2, 2, 12).narrow(3, 2, 12); };
            QVERIFY(relativeError(inner(y), inner(other)) < 1e-6);
        }
    }

    /// A picture continued by its mirror image gives the same as the border rule.
    void bicubicMirrorsAtTheBorders() {
        const at::Tensor x = (at::arange(16 * 16, at::kDouble) * 0.71).sin().view({1, 1, 16, 16});
        const at::Tensor tall = at::cat({x.flip(2), x, x.flip(2)}, 2);
        const at::Tensor mirrored = at::cat({tall.flip(3), tall, tall.flip(3)}, 3);
        const at::Tensor expected = make("downsample-bicubic", "4", {1, 48, 48})->forward(mirrored);
        const at::Tensor found = make("downsample-bicubic", "4", {1, 16, 16})->forward(x);
        QVERIFY(relativeError(found, expected.narrow(2, 4, 4).narrow(3, 4, 4)) < 1e-12);
    }

    void keepsFlatPictures() {
        for (const char* id : {"downsample-area", "downsample-bicubic"}) {
            for (const char* factor : {"2", "4", "8"}) {
                const at::Tensor y =
                    make(id, factor, {3, 16, 24})->forward(at::full({1, 3, 16, 24}, -0.4, at::kDouble));
                QVERIFY((y + 0.4).abs().max().item<double>() < 1e-12);
            }
        }
    }

    void refusesSizesThatDoNotFit() {
        QVERIFY(refusal("downsample-area", "4", {3, 8, 10}).find("does not divide") != std::string::npos);
        QVERIFY(refusal("downsample-bicubic", "8", {3, 12, 16}).find("does not divide") != std::string::npos);
        QVERIFY(refusal("downsample-bicubic", "8", {3, 8, 16}).find("too small") != std::string::npos);
        QVERIFY(!refusal("downsample-area", "3", {3, 9, 9}).empty());
        QVERIFY(refusal("downsample-area", "8", {3, 8, 8}).empty());
    }
};

QTEST_GUILESS_MAIN(DownsampleTest)
#include "downsample_test.moc"
