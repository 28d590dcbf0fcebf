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
};

QTEST_GUILESS_MAIN(DeclipTest)
#include "declip_test.moc"
