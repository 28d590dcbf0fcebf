// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Cut off pictures.
#include "core/io/image_file.h"
#include "core/tasks/behaviour/whole_task.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

namespace {

/// Model units: what counts as cut off.
constexpr double kLimit = 1 - 2 * 3.5 / 255;

Image photo() { return readImage(PALIMPSEST_SOURCE_DIR "/tests/benchmarks/pictures/kingfisher.png"); }

const WholeTask& declip() { return *taskBehaviour("declip").asWhole(); }

RestoreSpec specOf(double headroom, const char* clipped = "highlights") {
    RestoreSpec spec;
    spec.task = "declip";
    spec.taskParameters = {{"headroom", headroom}, {"clipped", std::string(clipped)}};
    spec.taskParameters = completeTaskParameters(spec);
    return spec;
}

PictureTensors tensorsFor(const RestoreSpec& spec) { return declip().tensors(spec, {.acquisition = photo()}, photo()); }

} // namespace

class DeclipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNearTheLimitIsCutOff() {
        const RestoreSpec spec = specOf(2);
        const PictureTensors input = tensorsFor(spec);
        const Measurement known = declip().measure(spec, input, 0, {}).known;
        const at::Tensor plain = known.A->directReconstruction(known.y);
        QVERIFY(plain.max().item<double>() <= 1e-6); // half as bright
        const at::Tensor brighter = known.A->projectOnMeasurement(at::ones_like(plain), known.y);
        const at::Tensor isCut = input.picture > kLimit;
        QVERIFY(isCut.any().item<bool>() && !isCut.all().item<bool>());
        QVERIFY(at::equal(brighter > 0.5, isCut));
        QVERIFY(relativeError(known.A->forward(brighter), known.y) < 1e-5);
    }

    void shadowsAreCutAtTheOtherEnd() {
        const RestoreSpec spec = specOf(2, "shadows");
        const PictureTensors input = tensorsFor(spec);
        const Measurement known = declip().measure(spec, input, 0, {}).known;
        const at::Tensor plain = known.A->directReconstruction(known.y);
        QVERIFY(plain.min().item<double>() >= -1e-6); // makes room below
        const at::Tensor darker = known.A->projectOnMeasurement(-at::ones_like(plain), known.y);
        QVERIFY(at::equal(darker < -0.5, input.picture < -kLimit));
    }

    /// For study: what is brighter than the range is lost, the rest is only brighter.
    void damageCutsOff() {
        const RestoreSpec spec = specOf(2);
        const PictureTensors clean = tensorsFor(spec);
        const at::Tensor damaged = declip().degraded(spec, clean).picture;
        QVERIFY(relativeError(damaged, (2 * (clean.picture + 1) - 1).clamp(-1, 1)) < 1e-5);
    }

    /// Shown as bright as the file; only the upper fifth makes room for what was recovered.
    void tonesStayWhereTheyAre() {
        const RestoreSpec spec = specOf(1.5);
        const at::Tensor y = at::linspace(-1, 1, 201).view({1, 1, 1, 201}).expand({1, 3, 1, 201});
        const auto restored = [](const at::Tensor& v) { return (v + 1) / 1.5 - 1; }; // v on [-1,2]
        const at::Tensor same = declip().shown(spec, restored(y));
        const at::Tensor isLow = y <= 0.6;
        QVERIFY((same - y).masked_select(isLow).abs().max().item<double>() < 1e-6);
        const double white = declip().shown(spec, restored(at::ones({1, 3, 1, 1}))).max().item<double>();
        QVERIFY2(white > 0.8 && white < 0.9, qPrintable(QString::number(white)));
        const at::Tensor all = declip().shown(spec, at::linspace(-1, 1, 301).view({1, 1, 1, 301}));
        QVERIFY((all.diff() > 0).all().item<bool>());
        QVERIFY(std::abs(all.max().item<double>() - 1) < 1e-6);
    }

    void bothEndsRollOff() {
        const RestoreSpec spec = specOf(2, "both");
        const at::Tensor x = at::linspace(-1, 1, 301).view({1, 1, 1, 301});
        const at::Tensor shown = declip().shown(spec, x);
        QVERIFY(at::allclose(shown, -shown.flip(3), 1e-5, 1e-6));
        QVERIFY(std::abs(shown.max().item<double>() - 1) < 1e-6);
        QVERIFY(std::abs(shown[0][0][0][180].item<double>() - 0.4) < 1e-6); // 0.2 from the middle, twice as far
    }

    void whoWantsItDarkerGetsIt() {
        RestoreSpec spec = specOf(2);
        const at::Tensor x = at::rand({1, 3, 4, 4});
        spec.taskParameters["tones"] = std::string("darken");
        QVERIFY(declip().shown(spec, x).equal(x));
        spec.taskParameters["tones"] = std::string("keep");
        spec.taskParameters["degrade"] = true;
        QVERIFY(declip().shown(spec, x).equal(x));
    }
};

QTEST_GUILESS_MAIN(DeclipTest)
#include "declip_test.moc"
