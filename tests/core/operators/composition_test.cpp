// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/operators/blur_kernel.h"
#include "core/operators/catalogue.h"
#include "core/operators/composition.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>

#include <string>
#include <utility>

using namespace palimpsest;

namespace {

std::unique_ptr<LinearOperator> link(const char* id, const Shape& domain, const ParameterValues& values = {}) {
    const at::Tensor mask = (at::arange(domain[1] * domain[2]) * 3).fmod(5).lt(4).view({domain[1], domain[2]});
    return makeOperator(id, values, {domain, at::kDouble, mask, kernelPixels(blurKernelFromText("gaussian:0.6"))});
}

template <typename... Links>
std::unique_ptr<LinearOperator> chain(Links... links) {
    std::vector<std::unique_ptr<LinearOperator>> operators;
    (operators.push_back(std::move(links)), ...);
    return composed(std::move(operators));
}

} // namespace

class CompositionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void actsInTheOrderOfTheList() {
        const Shape colour{3, 8, 8};
        const at::Tensor x = (at::arange(192, at::kDouble) * 3.7).sin().view({1, 3, 8, 8});
        const auto A =
            chain(link("grey", colour), link("downsample-area", {1, 8, 8}), link("inpainting-mask", {1, 2, 2}));
        const at::Tensor small = at::avg_pool2d(x.mean(1, true), 4);
        QVERIFY(relativeError(A->forward(x), link("inpainting-mask", {1, 2, 2})->forward(small)) < 1e-12);
        QCOMPARE(A->domain(), colour);
        QCOMPARE(A->range(), (Shape{1, 2, 2}));
    }

    void longSolutionsStopWhenAsked() {
        std::stop_source source;
        const auto made = [&](const char* id, const Shape& domain) {
            const at::Tensor mask = at::arange(domain[1] * domain[2]).fmod(3).gt(0).view({domain[1], domain[2]});
            const OperatorData data{.domain = domain,
                                    .options = at::kDouble,
                                    .mask = mask,
                                    .kernel = kernelPixels(blurKernelFromText("gaussian:0.6")),
                                    .stop = source.get_token()};
            return makeOperator(id, {}, data);
        };
        const auto blur = made("blur", {1, 16, 16});
        const auto chained = chain(made("blur", {1, 16, 16}), made("inpainting-mask", blur->range()));
        const at::Tensor y = at::ones({1, 1, blur->range()[1], blur->range()[2]}, at::kDouble);
        const at::Tensor z = at::zeros({1, 1, 16, 16}, at::kDouble);
        blur->proxL2(z, y, 0.1);
        chained->pseudoInverse(y);
        source.request_stop();
        QVERIFY_EXCEPTION_THROWN(blur->proxL2(z, y, 0.1), Cancelled);
        QVERIFY_EXCEPTION_THROWN(blur->pseudoInverse(y), Cancelled);
        QVERIFY_EXCEPTION_THROWN(chained->pseudoInverse(y), Cancelled);
        QVERIFY_EXCEPTION_THROWN(chained->proxL2(z, y, 0.1), Cancelled);
    }

    /// Which chains have closed forms, and which need to be solved.
    void keepsClosedForms() {
        const Shape colour{3, 8, 8};
        const Shape grey{1, 8, 8};
        const ParameterValues circular{{"boundary", "circular"}};
        QVERIFY(chain(link("grey", colour), link("inpainting-mask", grey))->gramDiagonal({}).defined());
        QVERIFY(chain(link("inpainting-mask", colour), link("grey", colour))->gramDiagonal({}).defined());
        QVERIFY(chain(link("grey", colour), link("downsample-bicubic", grey))->isSpectral());
        QVERIFY(chain(link("grey", colour), link("blur", grey, circular))->isSpectral());
        QVERIFY(!chain(link("inpainting-mask", colour), link("blur", colour, circular))->isSpectral());
        QVERIFY(!chain(link("blur", colour, circular), link("inpainting-mask", colour))->isSpectral());
    }

    void oneOperatorIsItself() {
        auto grey = link("grey", {3, 4, 4});
        const LinearOperator* const address = grey.get();
        QCOMPARE(static_cast<const void*>(chain(std::move(grey)).get()), static_cast<const void*>(address));
    }

    void refusesWhatDoesNotFit() {
        QVERIFY_EXCEPTION_THROWN(composed({}), Bug);
        QVERIFY_EXCEPTION_THROWN(chain(link("grey", {3, 4, 4}), link("grey", {3, 4, 4})), Bug);
    }
};

QTEST_GUILESS_MAIN(CompositionTest)
#include "composition_test.moc"
