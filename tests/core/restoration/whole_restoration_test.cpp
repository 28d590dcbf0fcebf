// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The tasks in which all of the picture is looked for, with a tiny prior: what comes back must fit the measurement, have the
// right size and kind, and be the same every time.
#include "core/base/error.h"
#include "core/tensor/compute_setup.h"
#include "core/restoration/loaded_priors.h"
#include "core/tasks/task_measurement.h"
#include "core/methods/method_catalogue.h"
#include "core/restoration/picture_job.h"
#include "core/restoration/whole/whole_plan.h"
#include "core/restoration/whole/whole_solver.h"
#include "core/io/image_file.h"
#include "core/provenance/run_record.h"
#include "core/tasks/task_catalogue.h"
#include "tests/support/engine_run.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace palimpsest;

namespace {

/// Smooth, so that blurs and enlargements have something to find.
Image scene(Size size, int channels, PixelDepth depth = PixelDepth::uint8) {
    std::vector<std::byte> pixels;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int c = 0; c < channels; ++c) {
                const double wave = 0.5 + 0.3 * std::sin(0.31 * x + c) * std::cos(0.23 * y - 0.5 * c);
                const auto value = static_cast<std::uint16_t>(wave * (depth == PixelDepth::uint8 ? 255 : 65535));
                pixels.push_back(static_cast<std::byte>(value & 255));
                if (depth == PixelDepth::uint16) {
                    pixels.push_back(static_cast<std::byte>(value >> 8));
                }
            }
        }
    }
    return {size, channels, depth, std::move(pixels)};
}

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

class PictureRestorationTest : public QObject {
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
    void batchesDoNotGrowWithTheMemory();
    void manyResultsNeedMemory();
    void whatDoesNotFitIsRecomputedThenCut();
    void recomputingChangesNothing();
    void batchesAreLikeSingles();
    void samplesGiveSpread();
    void theNoiseIsEstimated();
    void theNoiseOfAGreyPictureIsOne();
    void aGivenNoiseOfABlurIsRespected();
    void aSharpPictureIsNotDeconvolvedHard();
    void theColourPyramidIsTheUsers();
    void parametersAreThoseOfTheTask();
    void stopsAndKeeps();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();

private:
    RestoreSpec quick(const std::string& task, const std::string& method) {
        RestoreSpec spec;
        spec.task = task;
        spec.method = method;
        spec.device = "cpu";
        spec.precision = "fp32";
        spec.sigma = 0.05;
        spec.quality = 30;
        if (methodCatalogue().at(method).settings({.task = task, .sample = 1}).usesPrior()) {
            spec.steps = 2;
        }
        return spec;
    }

    RestoreResult run(const RestoreSpec& spec, const RestoreInput& input, CountingSink& sink) {
        return runPictureRestoration(spec, input, *tiny_.store, sink, sink.stop.get_token(), &sink.keep);
    }
    RestoreResult run(const RestoreSpec& spec, const RestoreInput& input) {
        CountingSink sink;
        return run(spec, input, sink);
    }

    TinyShelf tiny_;
};

void PictureRestorationTest::everyMethodServesItsTasks_data() {
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("method");
    for (const TaskEntry& task : taskCatalogue()) {
        for (const MethodEntry& method : methodCatalogue()) {
            if (!task.needsMask && method.serves(task.id) && !method.isPublished()) {
                const std::string title = std::string(task.id) + " " + std::string(method.id);
                QTest::newRow(title.c_str()) << QString::fromStdString(std::string(task.id))
                                             << QString::fromStdString(std::string(method.id));
            }
        }
    }
}

void PictureRestorationTest::everyMethodServesItsTasks() {
    QFETCH(QString, task);
    QFETCH(QString, method);
    const RestoreSpec spec = quick(task.toStdString(), method.toStdString());
    const Image picture = scene({36, 28}, 3);
    CountingSink sink;
    const RestoreResult result = run(spec, {picture, {}, {}}, sink);
    QCOMPARE(result.samples.size(), std::size_t{1});
    const int factor = task == "upscale" ? 4 : 1;
    QCOMPARE(result.samples[0].size(), (Size{36 * factor, 28 * factor}));
    QCOMPARE(sink.last.done, sink.last.total);
    QVERIFY(sink.sizesAgree);
    QVERIFY(!result.maps.invented.isNull());
    const RunRecord record = runRecordFromText(result.record, "test");
    QVERIFY(record.spec == spec);
    QVERIFY(std::isfinite(record.samples[0].residual) && record.samples[0].residual >= 0);
    QVERIFY(run(spec, {picture, {}, {}}).samples[0] == result.samples[0]);
}

void PictureRestorationTest::sizesDepthsAndAlphaAreKept() {
    for (const int channels : {1, 2, 3, 4}) {
        for (const PixelDepth depth : {PixelDepth::uint8, PixelDepth::uint16}) {
            const Image picture = scene({33, 35}, channels, depth);
            const Image denoised = run(quick("denoise", "default"), {picture, {}, {}}).samples[0];
            QCOMPARE(denoised.size(), picture.size());
            QCOMPARE(denoised.channels(), channels);
            QCOMPARE(denoised.depth(), depth);
            for (int y = 0; picture.hasAlpha() && y < 35; ++y) {
                QCOMPARE(denoised.valueAt(5, y, channels - 1), picture.valueAt(5, y, channels - 1));
            }
            RestoreSpec spec = quick("upscale", "ddnm");
            spec.factor = 2;
            const Image larger = run(spec, {picture, {}, {}}).samples[0];
            QCOMPARE(larger.size(), (Size{66, 70}));
            QCOMPARE(larger.channels(), channels);
        }
    }
}

void PictureRestorationTest::greyPicturesGetColoursAndKeepTheirGrey() {
    RestoreSpec spec = quick("colorize", "ddnm");
    spec.sigma = 0;
    const Image grey = scene({40, 32}, 1);
    const Image colours = run(spec, {grey, {}, {}}).samples[0];
    QCOMPARE(colours.channels(), 3);
    int within = 0;
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 40; ++x) { // a colour outside of [0,1] is clipped, which moves its grey
            within += std::abs(greyOf(colours, x, y) - grey.valueAt(x, y, 0)) < 0.004;
        }
    }
    QVERIFY2(within > 40 * 32 * 9 / 10, qPrintable(QString::number(within)));
}

void PictureRestorationTest::hintsAreKeptTo() {
    RestoreSpec spec = quick("colorize", "ddnm");
    spec.sigma = 0;
    const Image grey = scene({40, 32}, 1);
    const Image colours = run(spec, {grey, {}, strokes({40, 32})}).samples[0];
    for (int x = 4; x < 12; ++x) { // the chroma of the stroke, at the brightness of the picture
        QVERIFY(std::abs((colours.valueAt(x, 6, 0) - colours.valueAt(x, 6, 2)) - (220 - 60) / 255.0) < 0.03 ||
                colours.valueAt(x, 6, 0) > 0.99 || colours.valueAt(x, 6, 1) < 0.01);
        QVERIFY(colours.valueAt(x, 6, 0) > colours.valueAt(x, 6, 1) + 0.3);
    }
}

void PictureRestorationTest::theSmallPictureOfTheResultIsTheGivenOne() {
    RestoreSpec spec = quick("upscale", "ddnm");
    spec.sigma = 0;
    spec.factor = 2;
    const Image small = scene({24, 20}, 3);
    const RestoreResult result = run(spec, {small, {}, {}});
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
    QVERIFY(runRecordFromText(result.record, "test").samples[0].residual < 1e-5);
}

void PictureRestorationTest::damageForStudyIsSeeded() {
    RestoreSpec spec = quick("deblur", "wiener");
    spec.degrade = true;
    const RestoreInput input{scene({48, 40}, 3), {}, {}};
    const Image once = run(spec, input).samples[0];
    QVERIFY(once.width() < 48 && once.height() < 40); // a real blur needs what lies beyond the rim
    QVERIFY(run(spec, input).samples[0] == once);
    spec.seed = 1;
    QVERIFY(run(spec, input).samples[0] != once);
    RestoreSpec sampled = quick("deblur", "ddnm");
    sampled.degrade = true;
    CountingSink sink;
    run(sampled, input, sink);
    QVERIFY(sink.previews > 0);
    QCOMPARE(sink.leastScale, 1); // though the result is smaller than the picture
}

void PictureRestorationTest::aPictureOfTheUsersStartsAColorization() {
    QTemporaryDir folder;
    const Image coloured = scene({130, 110}, 3); // larger than the coarsest level
    RestoreSpec spec = quick("colorize", "ddnm");
    spec.estimate = folder.filePath("estimate.png").toStdString();
    writeImage(spec.estimate, coloured);
    spec.t0 = 0.01;
    const Image result = run(spec, {coloured, {}, {}}).samples[0];
    QCOMPARE(result.size(), coloured.size());
    QVERIFY(std::abs(result.valueAt(60, 50, 0) - coloured.valueAt(60, 50, 0)) < 0.1);
}

void PictureRestorationTest::anyTileWillDo() {
    RestoreSpec spec = quick("denoise", "ddnm");
    const RestoreInput input{scene({140, 70}, 3), {}, {}};
    spec.tile = 64;
    const Image least = run(spec, input).samples[0];
    spec.tile = 1;
    QVERIFY(run(spec, input).samples[0] == least);
    spec.tile = 101;
    QCOMPARE(runRecordFromText(run(spec, input).record, "test").resolved.tile, 104);
}

/// The first variant of an upscaled picture takes small tiles, the others large ones.
void PictureRestorationTest::theRecordReplaysVariantsOfOtherTiles() {
    RestoreSpec spec = quick("upscale", "default");
    spec.sigma = 0;
    spec.steps = 1;
    spec.factor = 8;
    spec.samples = 2;
    const RestoreInput input{scene({36, 3}, 3), {}, {}};
    const RestoreResult first = run(spec, input);
    spec.tile = runRecordFromText(first.record, "test").resolved.tile;
    QVERIFY(run(spec, input).samples == first.samples);
}

/// Batches round differently, and a record is to replay when more or less memory is free.
void PictureRestorationTest::batchesDoNotGrowWithTheMemory() {
    for (const char* method : {"ddnm", "dps"}) {
        RestoreSpec spec = quick("denoise", method);
        spec.samples = 64;
        const PicturePlan little = planPicture(spec, {128, 128}, 0.05, {.free = 2LL << 30});
        const PicturePlan much = planPicture(spec, {128, 128}, 0.05, {.free = 64LL << 30});
        QCOMPARE(little.groups.size(), much.groups.size());
        QCOMPARE(little.evaluations(), much.evaluations());
    }
}

void PictureRestorationTest::manyResultsNeedMemory() {
    RestoreSpec spec = quick("denoise", "ddnm");
    const Size result{4000, 3000};
    const Machine machine{.free = 8LL << 30};
    const std::int64_t one = planPicture(spec, result, 0.05, machine).memoryBytes();
    spec.samples = 4;
    QVERIFY(planPicture(spec, result, 0.05, machine).memoryBytes() >= one + 3 * 24 * result.area());
    spec.samples = 64;
    QVERIFY_EXCEPTION_THROWN(planPicture(spec, result, 0.05, machine), Error);
}

/// A gradient of a prior as large as the published ones: the plan goes from what is quickest to what is smallest, and then says no.
void PictureRestorationTest::whatDoesNotFitIsRecomputedThenCut() {
    RestoreSpec spec = quick("denoise", "dps");
    const Size result{512, 512};
    const PriorTraits prior{.nativeSize = 256, .cost = {.multiplyAdds = 1e7, .activations = 2e4}};
    const auto planWith = [&](std::int64_t free) { return planPicture(spec, result, 0.05, {.free = free}, prior); };
    const std::int64_t full = planWith(-1).memoryBytes();
    QVERIFY(!planWith(full).groups.front().recomputes);
    const PicturePlan little = planWith(full - 1);
    QVERIFY(little.groups.front().recomputes);
    QCOMPARE(little.tile(), planWith(full).tile());
    QVERIFY(little.memoryBytes() < full);
    const PicturePlan less = planWith(little.memoryBytes() - 1);
    QVERIFY(less.groups.front().recomputes);
    QVERIFY(less.tile() < little.tile() && less.tile() >= 128);
    QVERIFY(less.memoryBytes() < little.memoryBytes());
    spec.tile = little.tile(); // what the user names stays
    QVERIFY_EXCEPTION_THROWN(planWith(little.memoryBytes() - 1), Error);
    spec.tile = 0;
    QVERIFY_EXCEPTION_THROWN(planWith(1LL << 30), Error);
    spec.method = "ddnm"; // keeps nothing that it could compute again
    QVERIFY(!planWith(planWith(-1).memoryBytes() - 1).groups.front().recomputes);
}

void PictureRestorationTest::recomputingChangesNothing() {
    const RestoreSpec spec = quick("denoise", "dps");
    const PictureTensors input = pictureTensors(spec, {scene({48, 40}, 3), {}, {}});
    PicturePlan plan = planPicture(spec, {48, 40}, 0.05, {});
    const ComputeSetup setup = setUpCompute("cpu", "fp32", 1);
    const LoadedPriors priors = loadPriors(spec, true, false, setup, *tiny_.store);
    CountingSink sink;
    std::vector<at::Tensor> solved;
    for (const bool recomputes : {false, true}) {
        plan.groups.front().recomputes = recomputes;
        ProgressMeter meter(sink, plan.evaluations(), plan.pixels());
        const SolverResources resources{.denoiser = &*priors.denoiser, .schedule = &*priors.schedule, .meter = meter};
        PictureSolver solver(resources, spec, plan.groups.front(), 0.05);
        solved.push_back(solver.solve(input, measure(spec, input, 0.05), {}, 0, [](const PictureStep&) {}));
    }
    QVERIFY(at::equal(solved[0], solved[1]));
}

void PictureRestorationTest::batchesAreLikeSingles() {
    RestoreSpec spec = quick("denoise", "ddnm");
    spec.samples = 3;
    const RestoreInput input{scene({40, 32}, 3), {}, {}};
    const RestoreResult three = run(spec, input);
    spec.samples = 1;
    QVERIFY(run(spec, input).samples[0] == three.samples[0]);
    QVERIFY(three.samples[1] != three.samples[0]);
}

void PictureRestorationTest::samplesGiveSpread() {
    RestoreSpec spec = quick("upscale", "ddnm");
    spec.samples = 4;
    const RestoreResult result = run(spec, {scene({16, 12}, 3), {}, {}});
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

void PictureRestorationTest::theNoiseIsEstimated() {
    RestoreSpec spec = quick("denoise", "default");
    spec.degrade = true;
    spec.sigma = 0.1;
    const PictureTensors noisy = degraded(spec, pictureTensors(spec, {scene({96, 96}, 3), {}, {}}));
    spec.degrade = false;
    spec.sigma = -1;
    QVERIFY(std::abs(noiseLevelOf(spec, noisy) - 0.1) < 0.02);
}

/// What nobody gave is taken to be no less than 0.004; what was given is taken as it is, but for the picture's own rounding.
void PictureRestorationTest::theNoiseOfAGreyPictureIsOne() {
    const NoiseModel noise{.sigmaY = 0.1};
    const auto seen = [&](const char* task, const Image& picture, bool keepsColours = false) {
        RestoreSpec spec = quick(task, "default");
        spec.keepColours = keepsColours;
        return noiseForPrior(spec, pictureTensors(spec, {picture, {}, {}}), noise).sigmaY;
    };
    QCOMPARE(seen("denoise", scene({24, 20}, 3)), 0.1);
    QCOMPARE(seen("denoise", scene({24, 20}, 1)), 0.1 * std::sqrt(3.0));
    QCOMPARE(seen("upscale", scene({24, 20}, 1)), 0.1 * std::sqrt(3.0));
    QCOMPARE(seen("colorize", scene({24, 20}, 1)), 0.1); // its measurement is grey
    QCOMPARE(seen("old-photo", scene({24, 20}, 1)), 0.1);
    QCOMPARE(seen("old-photo", scene({24, 20}, 1), true), 0.1 * std::sqrt(3.0));
}

void PictureRestorationTest::aGivenNoiseOfABlurIsRespected() {
    RestoreSpec spec = quick("deblur", "default");
    spec.kernel = "gaussian:1";
    const PictureTensors bytes = pictureTensors(spec, {scene({36, 28}, 3), {}, {}});
    const PictureTensors words = pictureTensors(spec, {scene({36, 28}, 3, PixelDepth::uint16), {}, {}});
    spec.sigma = 0;
    QVERIFY(std::abs(noiseLevelOf(spec, bytes) - 1 / 255.0 / std::sqrt(12.0)) < 1e-9);
    QCOMPARE(noiseLevelOf(spec, words), 0.0);
    QCOMPARE(noiseLevelOf(spec, degraded(spec, bytes)), 0.0); // computed in float
    spec.sigma = -1;
    QVERIFY(noiseLevelOf(spec, bytes) >= 0.004);
    spec.sigma = 0;
    spec.kernel = "auto";
    QVERIFY(noiseLevelOf(spec, bytes) >= 0.004);
    spec.task = "denoise";
    QCOMPARE(noiseLevelOf(spec, bytes), 0.0);
}

/// Under a kernel that never blurred it, a picture's detail counts as noise; under its own, only its rounding does.
void PictureRestorationTest::aSharpPictureIsNotDeconvolvedHard() {
    RestoreSpec spec = quick("deblur", "default");
    spec.kernel = "gaussian:1.6";
    spec.sigma = -1;
    const at::Tensor columns = (at::arange(96).remainder(17) < 5).to(at::kFloat).view({1, 1, 1, 96});
    const at::Tensor rows = (at::arange(96).remainder(13) < 6).to(at::kFloat).view({1, 1, 96, 1});
    PictureTensors sharp;
    sharp.picture = (columns * rows).expand({1, 3, 96, 96}).mul(1.2).sub(0.6).contiguous();
    sharp.kernel = pictureTensors(spec, {scene({36, 28}, 3), {}, {}}).kernel;
    std::vector<std::string> notices;
    QVERIFY(noiseLevelOf(spec, sharp, &notices) > 0.02);
    QCOMPARE(notices.size(), std::size_t{1});
    RestoreSpec damage = spec;
    damage.sigma = 0;
    PictureTensors blurred = degraded(damage, sharp);
    blurred.picture = blurred.picture.add(1).mul(127.5).round().div(127.5).sub(1);
    QVERIFY(noiseLevelOf(spec, blurred, &notices) < 0.006);
    QCOMPARE(notices.size(), std::size_t{1}); // none more
}

void PictureRestorationTest::theColourPyramidIsTheUsers() {
    RestoreSpec spec = quick("colorize", "ddnm");
    const Size size{130, 110};
    spec.parameters = {{"pyramid.side", std::int64_t{30}}, {"pyramid.mean", std::int64_t{3}}, {"pyramid.steps", std::int64_t{1}}};
    const PicturePlan plan = planPicture(spec, size, 0, {});
    QCOMPARE(plan.groups.front().levels.size(), std::size_t{3});
    QCOMPARE(plan.evaluations(), std::int64_t{2 * 3 + 1 + 1});
    spec.parameters["pyramid.side"] = std::int64_t{0};
    QCOMPARE(planPicture(spec, size, 0, {}).evaluations(), std::int64_t{2 * 3});
    spec.task = "denoise"; // has no pyramid
    QVERIFY_EXCEPTION_THROWN(planPicture(spec, size, 0, {}), Error);
}

void PictureRestorationTest::parametersAreThoseOfTheTask() {
    RestoreSpec spec = quick("deblur", "default");
    const RestoreInput input{scene({36, 28}, 3), {}, {}};
    const Image plain = run(spec, input).samples[0];
    spec.parameters = {{"guidance.lambda", 20.0}};
    QVERIFY(run(spec, input).samples[0] != plain);
    spec.parameters = {{"fill.views", std::int64_t{2}}}; // of the default for holes
    QVERIFY_EXCEPTION_THROWN(run(spec, input), Error);
}

void PictureRestorationTest::stopsAndKeeps() {
    RestoreSpec spec = quick("upscale", "dps");
    spec.steps = 20;
    const RestoreInput input{scene({16, 12}, 3), {}, {}};
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

void PictureRestorationTest::refusesWhatDoesNotFit_data() {
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("kernel");
    QTest::newRow("a method of another task") << "deblur" << "telea" << "auto";
    QTest::newRow("an unknown method") << "deblur" << "magic" << "auto";
    QTest::newRow("a kernel larger than the picture") << "deblur" << "ddnm" << "gaussian:40";
    QTest::newRow("no kernel") << "deblur" << "ddnm" << "gaussian:much";
    QTest::newRow("a file that is not there") << "deblur" << "ddnm" << "/no/such/kernel.png";
}

void PictureRestorationTest::refusesWhatDoesNotFit() {
    QFETCH(QString, task);
    QFETCH(QString, method);
    QFETCH(QString, kernel);
    RestoreSpec spec;
    spec.task = task.toStdString();
    spec.method = method.toStdString();
    spec.kernel = kernel.toStdString();
    QVERIFY_EXCEPTION_THROWN(run(spec, {scene({36, 28}, 3), {}, {}}), Error);
}

QTEST_GUILESS_MAIN(PictureRestorationTest)
#include "whole_restoration_test.moc"
