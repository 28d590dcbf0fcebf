// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks that restore every pixel, with a tiny prior: what comes back must fit the measurement, have the right size
// and kind, and be the same every time.
#include "core/base/error.h"
#include "core/provenance/run_record.h"
#include "core/restoration/loaded_priors.h"
#include "core/restoration/method_choice.h"
#include "core/restoration/restoration_run.h"
#include "core/restoration/whole/group_solver.h"
#include "core/restoration/whole/whole_plan.h"
#include "core/tasks/behaviour/whole_task.h"
#include "core/tensor/compute_setup.h"
#include "tests/support/engine_run.h"
#include "tests/support/smooth_scene.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <cmath>

using namespace palimpsest;

namespace {

Image strokes(Size size) {
    std::vector<std::byte> pixels(static_cast<std::size_t>(size.area()) * 4, std::byte{0});
    for (int x = 4; x < 12; ++x) {
        const std::size_t at = (static_cast<std::size_t>(6) * size.width + x) * 4;
        pixels[at] = std::byte{220};
        pixels[at + 1] = std::byte{40};
        pixels[at + 2] = std::byte{60};
        pixels[at + 3] = std::byte{255};
    }
    return {size, 4, PixelDepth::uint8, std::move(pixels)};
}

double greyOf(const Image& image, int x, int y) {
    return 0.299 * image.valueAt(x, y, 0) + 0.587 * image.valueAt(x, y, 1) + 0.114 * image.valueAt(x, y, 2);
}

} // namespace

class WholeRestorationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMethodServesItsTasks_data();
    void everyMethodServesItsTasks();
    void sizesDepthsAndAlphaAreKept();
    void greyPicturesGetColoursAndKeepTheirGrey();
    void hintsAreKeptTo();
    void theSmallPictureOfTheResultIsTheGivenOne();
    void damageForStudyIsSeeded();
    void aPictureOfTheUsersStartsAColorization();
    void anyTileWillDo();
    void theRecordReplaysVariantsOfOtherTiles();
    void recomputingChangesNothing();
    void batchesAreLikeSingles();
    void samplesGiveSpread();
    void parametersAreThoseOfTheTask();
    void stopsAndKeeps();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();

private:
    static RestoreSpec quick(const std::string& task, const std::string& method) {
        RestoreSpec spec;
        spec.task = task;
        spec.method = method;
        spec.device = "cpu";
        spec.precision = "fp32";
        if (taskCatalogue().at(task).takesParameter("sigma")) {
            spec.taskParameters["sigma"] = 0.05;
        }
        if (taskCatalogue().at(task).takesParameter("quality")) {
            spec.taskParameters["quality"] = std::int64_t{30};
        }
        if (const MethodEntry* entry = methodCatalogue().find(method);
            entry && methodSettings(*entry, task, {.sample = 1}).usesPrior()) {
            spec.steps = 2;
        }
        return spec;
    }

    RestoreResult run(const RestoreSpec& spec, const RestoreInput& input, CountingSink& sink) {
        return runRestoration(spec, input, *tiny_.store, sink, sink.stop.get_token(), &sink.keep);
    }
    RestoreResult run(const RestoreSpec& spec, const RestoreInput& input) {
        CountingSink sink;
        return run(spec, input, sink);
    }

    TinyPriors tiny_;
};

void WholeRestorationTest::everyMethodServesItsTasks_data() {
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("method");
    for (const TaskDescription& task : taskCatalogue()) {
        for (const MethodEntry& method : methodCatalogue()) {
            if (task.coverage == Coverage::whole && method.serves(task) && method.kind != MethodKind::published) {
                QTest::addRow("%s %s", task.id.c_str(), method.id.c_str())
                    << QString::fromStdString(task.id) << QString::fromStdString(method.id);
            }
        }
    }
}

void WholeRestorationTest::everyMethodServesItsTasks() {
    QFETCH(QString, task);
    QFETCH(QString, method);
    const RestoreSpec spec = quick(task.toStdString(), method.toStdString());
    const Image picture = scene({36, 28}, 3);
    CountingSink sink;
    const RestoreResult result = run(spec, {.acquisition = picture}, sink);
    QCOMPARE(result.samples.size(), std::size_t{1});
    const int factor = task == "upscale" ? 4 : 1;
    QCOMPARE(result.samples[0].size(), (Size{36 * factor, 28 * factor}));
    QCOMPARE(sink.last.done, sink.last.total);
    QVERIFY(sink.sizesAgree);
    QVERIFY(!result.maps.invented.isNull());
    const RunRecord& record = result.record;
    QVERIFY(record.spec == spec);
    QCOMPARE(runRecordFromText(toText(record), "test"), record);
    QVERIFY(record.samples[0].residual && std::isfinite(*record.samples[0].residual) &&
            *record.samples[0].residual >= 0);
    QVERIFY(run(spec, {.acquisition = picture}).samples[0] == result.samples[0]);
}

void WholeRestorationTest::sizesDepthsAndAlphaAreKept() {
    for (const int channels : {1, 2, 3, 4}) {
        for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16}) {
            const Image picture = scene({33, 35}, channels, depth);
            const Image denoised = run(quick("denoise", "default"), {.acquisition = picture}).samples[0];
            QCOMPARE(denoised.size(), picture.size());
            QCOMPARE(denoised.channels(), channels);
            QCOMPARE(denoised.depth(), depth);
            for (int y = 0; picture.hasAlpha() && y < 35; ++y) {
                QCOMPARE(denoised.valueAt(5, y, channels - 1), picture.valueAt(5, y, channels - 1));
            }
            RestoreSpec spec = quick("upscale", "ddnm");
            spec.taskParameters["factor"] = std::int64_t{2};
            const Image larger = run(spec, {.acquisition = picture}).samples[0];
            QCOMPARE(larger.size(), (Size{66, 70}));
            QCOMPARE(larger.channels(), channels);
        }
    }
}

void WholeRestorationTest::greyPicturesGetColoursAndKeepTheirGrey() {
    RestoreSpec spec = quick("colorize", "ddnm");
    spec.taskParameters["sigma"] = 0.0;
    const Image grey = scene({40, 32}, 1);
    const Image colours = run(spec, {.acquisition = grey}).samples[0];
    QCOMPARE(colours.channels(), 3);
    int within = 0;
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 40; ++x) { // a colour outside of [0,1] is clipped, which moves its grey
            within += std::abs(greyOf(colours, x, y) - grey.valueAt(x, y, 0)) < 0.004;
        }
    }
    QVERIFY2(within > 40 * 32 * 9 / 10, qPrintable(QString::number(within)));
}

void WholeRestorationTest::hintsAreKeptTo() {
    RestoreSpec spec = quick("colorize", "ddnm");
    spec.taskParameters["sigma"] = 0.0;
    const Image grey = scene({40, 32}, 1);
    const Image colours = run(spec, {.acquisition = grey, .hints = strokes({40, 32})}).samples[0];
    for (int x = 4; x < 12; ++x) { // the chroma of the stroke, at the brightness of the picture
        QVERIFY(std::abs((colours.valueAt(x, 6, 0) - colours.valueAt(x, 6, 2)) - (220 - 60) / 255.0) < 0.03 ||
                colours.valueAt(x, 6, 0) > 0.99 || colours.valueAt(x, 6, 1) < 0.01);
        QVERIFY(colours.valueAt(x, 6, 0) > colours.valueAt(x, 6, 1) + 0.3);
    }
}

void WholeRestorationTest::theSmallPictureOfTheResultIsTheGivenOne() {
    RestoreSpec spec = quick("upscale", "ddnm");
    spec.taskParameters = {{"sigma", 0.0}, {"factor", std::int64_t{2}}};
    const Image small = scene({24, 20}, 3);
    const RestoreResult result = run(spec, {.acquisition = small});
    double worst = 0;
    for (int y = 2; y < 18; ++y) {
        for (int x = 2; x < 22; ++x) {
            double mean = 0;
            bool isClipped = false;
            for (const auto& [dx, dy] : {std::pair{0, 0}, {1, 0}, {0, 1}, {1, 1}}) {
                const double value = result.samples[0].valueAt(2 * x + dx, 2 * y + dy, 1);
                isClipped |= value <= 0 || value >= 1;
                mean += value / 4;
            }
            worst = isClipped ? worst : std::max(worst, std::abs(mean - small.valueAt(x, y, 1)));
        }
    }
    QVERIFY2(worst < 0.01, qPrintable(QString::number(worst)));
    QVERIFY(*result.record.samples[0].residual < 1e-5);
}

void WholeRestorationTest::damageForStudyIsSeeded() {
    RestoreSpec spec = quick("deblur", "wiener");
    spec.taskParameters["degrade"] = true;
    const RestoreInput input{.acquisition = scene({48, 40}, 3)};
    const Image once = run(spec, input).samples[0];
    QVERIFY(once.width() < 48 && once.height() < 40); // a real blur needs what lies beyond the rim
    QVERIFY(run(spec, input).samples[0] == once);
    spec.seed = 1;
    QVERIFY(run(spec, input).samples[0] != once);
    RestoreSpec sampled = quick("deblur", "ddnm");
    sampled.taskParameters["degrade"] = true;
    CountingSink sink;
    run(sampled, input, sink);
    QVERIFY(sink.previews > 0);
    QCOMPARE(sink.leastScale, 1); // though the result is smaller than the picture
}

void WholeRestorationTest::aPictureOfTheUsersStartsAColorization() {
    const Image coloured = scene({130, 110}, 3); // larger than the coarsest level
    RestoreSpec spec = quick("colorize", "ddnm");
    spec.estimate = "estimate.png"; // which whoever opens files has read
    spec.t0 = 0.01;
    const RestoreResult restored = run(spec, {.acquisition = coloured, .estimate = coloured});
    QCOMPARE(restored.record.estimate.sha256, contentHash(coloured));
    QCOMPARE(restored.record.regions[0].levels.size(), std::size_t{1});
    const Image& result = restored.samples[0];
    QCOMPARE(result.size(), coloured.size());
    QVERIFY(std::abs(result.valueAt(60, 50, 0) - coloured.valueAt(60, 50, 0)) < 0.1);
}

void WholeRestorationTest::anyTileWillDo() {
    RestoreSpec spec = quick("denoise", "ddnm");
    const RestoreInput input{.acquisition = scene({140, 70}, 3)};
    spec.tile = 64;
    const Image least = run(spec, input).samples[0];
    spec.tile = 1;
    QVERIFY(run(spec, input).samples[0] == least);
    spec.tile = 101;
    QCOMPARE(run(spec, input).record.resolved.tile, std::optional(104));
}

/// The first variant of an upscaled picture takes small tiles, the others large ones.
void WholeRestorationTest::theRecordReplaysVariantsOfOtherTiles() {
    RestoreSpec spec = quick("upscale", "default");
    spec.taskParameters = {{"sigma", 0.0}, {"factor", std::int64_t{8}}};
    spec.steps = 1;
    spec.samples = 2;
    const RestoreInput input{.acquisition = scene({36, 3}, 3)};
    const RestoreResult first = run(spec, input);
    spec.tile = runRecordFromText(toText(first.record), "test").resolved.tile;
    QVERIFY(run(spec, input).samples == first.samples);
}

void WholeRestorationTest::recomputingChangesNothing() {
    RestoreSpec spec = quick("denoise", "dps");
    spec.taskParameters = completeTaskParameters(spec);
    const WholeTask& task = *taskBehaviour("denoise").asWhole();
    const Image picture = scene({48, 40}, 3);
    const PictureTensors input = task.tensors(spec, {.acquisition = picture}, picture);
    WholePlan plan = planWhole(spec, {48, 40}, 0.05, {});
    const ComputeSetup setup = setUpCompute("cpu", "fp32", 1);
    const LoadedPriors priors = loadPriors({.needsPrior = true}, setup, *tiny_.store);
    CountingSink sink;
    std::vector<at::Tensor> solved;
    for (const bool recomputes : {false, true}) {
        plan.groups.front().recomputes = recomputes;
        ProgressMeter meter(sink, plan.evaluations(), plan.pixels());
        const SolverResources resources{
            .denoiser = priors.denoiser.get(), .schedule = &*priors.schedule, .meter = meter, .sink = sink};
        GroupSolver solver(resources, task, spec, plan.groups.front(), 0.05);
        solved.push_back(solver.solve(input, task.measure(spec, input, 0.05, {}), {}, 0, [](const GroupStep&) {}));
    }
    QVERIFY(at::equal(solved[0], solved[1]));
}

void WholeRestorationTest::batchesAreLikeSingles() {
    RestoreSpec spec = quick("denoise", "ddnm");
    spec.samples = 3;
    const RestoreInput input{.acquisition = scene({40, 32}, 3)};
    const RestoreResult three = run(spec, input);
    spec.samples = 1;
    QVERIFY(run(spec, input).samples[0] == three.samples[0]);
    QVERIFY(three.samples[1] != three.samples[0]);
}

void WholeRestorationTest::samplesGiveSpread() {
    RestoreSpec spec = quick("upscale", "ddnm");
    spec.samples = 4;
    const RestoreResult result = run(spec, {.acquisition = scene({16, 12}, 3)});
    const auto& maps = result.maps;
    QCOMPARE(maps.mean.size(), (Size{64, 48}));
    QCOMPARE(maps.deviation.size(), (Size{64, 48}));
    double mean = 0;
    double squares = 0;
    for (int c = 0; c < 3; ++c) {
        double sum = 0;
        double sumOfSquares = 0;
        for (const Image& sample : result.samples) {
            sum += sample.valueAt(20, 30, c);
            sumOfSquares += std::pow(sample.valueAt(20, 30, c), 2);
        }
        mean += std::abs(maps.mean.valueAt(20, 30, c) - sum / 4) / 3;
        squares += (sumOfSquares - sum * sum / 4) / 3 / 3;
    }
    QVERIFY(mean < 0.01);
    QVERIFY(std::abs(maps.deviation.valueAt(20, 30, 0) - std::sqrt(squares)) < 0.02);
    QCOMPARE(maps.residual.size(), (Size{16, 12}));
    QVERIFY(!maps.residualCurve.empty());
}

void WholeRestorationTest::parametersAreThoseOfTheTask() {
    RestoreSpec spec = quick("deblur", "default");
    const RestoreInput input{.acquisition = scene({36, 28}, 3)};
    const Image plain = run(spec, input).samples[0];
    spec.parameters = {{"guidance.lambda", 20.0}};
    QVERIFY(run(spec, input).samples[0] != plain);
    spec.parameters = {{"fill.views", std::int64_t{2}}}; // of the default for holes
    QVERIFY_EXCEPTION_THROWN(run(spec, input), Error);
}

void WholeRestorationTest::stopsAndKeeps() {
    RestoreSpec spec = quick("upscale", "dps");
    spec.steps = 20;
    const RestoreInput input{.acquisition = scene({16, 12}, 3)};
    CountingSink stopping;
    stopping.stopAfter = 3;
    QVERIFY_EXCEPTION_THROWN(run(spec, input, stopping), Cancelled);
    QVERIFY(stopping.last.done <= 4);
    CountingSink keeping;
    keeping.keepAfter = 3;
    const RestoreResult kept = run(spec, input, keeping);
    QVERIFY(kept.stoppedEarly);
    QCOMPARE(kept.samples.size(), std::size_t{1});
}

void WholeRestorationTest::refusesWhatDoesNotFit_data() {
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("kernel");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("a method of another task")
        << "deblur" << "telea" << "auto" << "telea does not serve the task deblur";
    QTest::newRow("a linear method") << "declip" << "ddrm" << "" << "ddrm does not serve the task declip";
    QTest::newRow("an unknown method") << "deblur" << "magic" << "auto" << "there is no method \"magic\"";
    QTest::newRow("a kernel larger than the picture") << "deblur" << "ddnm" << "gaussian:40" << "kernel";
    QTest::newRow("no kernel") << "deblur" << "ddnm" << "gaussian:much" << "much";
    QTest::newRow("a file that was not opened") << "deblur" << "ddnm" << "/no/such/kernel.png" << "/no/such/kernel.png";
}

void WholeRestorationTest::refusesWhatDoesNotFit() {
    QFETCH(QString, task);
    QFETCH(QString, method);
    QFETCH(QString, kernel);
    QFETCH(QString, sentence);
    RestoreSpec spec;
    spec.task = task.toStdString();
    spec.method = method.toStdString();
    if (!kernel.isEmpty()) {
        setField(spec, "kernel", kernel.toStdString());
    }
    try {
        run(spec, {.acquisition = scene({36, 28}, 3)});
        QFAIL("it was done");
    } catch (const Error& error) {
        QVERIFY2(QString(error.what()).contains(sentence), error.what());
        QVERIFY(!error.hint().isEmpty());
    }
}

QTEST_GUILESS_MAIN(WholeRestorationTest)
#include "whole_restoration_test.moc"
