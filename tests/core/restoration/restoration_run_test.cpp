// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The shell around every restoration, whatever its solver.
#include "core/base/error.h"
#include "core/restoration/inpaint/inpaint_plan.h"
#include "core/restoration/inpaint/inpaint_solver.h"
#include "core/restoration/restoration_run.h"
#include "core/restoration/whole/whole_solver.h"
#include "tests/support/engine_run.h"
#include "tests/support/refusal.h"
#include "tests/support/smooth_scene.h"
#include "tests/support/test_images.h"

#include <QtTest>

#include <functional>
#include <new>

using namespace palimpsest;

namespace {

constexpr Size kSize{200, 150};
constexpr int kSmallTile = 128;

Mask rectangle(Size size, const std::vector<Rect>& areas) {
    Mask mask(size);
    for (const Rect& area : areas) {
        for (int y = area.y; y < area.bottom(); ++y) {
            std::fill_n(mask.row(y) + area.x, area.width, std::uint8_t{255});
        }
    }
    return mask;
}

/// On the CPU, with a noise and a quality that nobody has to look for.
RestoreSpec quick(const std::string& task) {
    RestoreSpec spec;
    spec.task = task;
    spec.device = "cpu";
    spec.precision = "fp32";
    if (taskCatalogue().at(task).takesParameter("sigma")) {
        spec.taskParameters["sigma"] = 0.05;
    }
    if (taskCatalogue().at(task).takesParameter("quality")) {
        spec.taskParameters["quality"] = std::int64_t{30};
    }
    return spec;
}

RestoreInput inputFor(const std::string& task, Size size) {
    RestoreInput input{.acquisition = scene(size, 3)};
    if (taskCatalogue().at(task).takes(InputKind::mask)) {
        input.mask = rectangle(size, {{size.width / 4, size.height / 4, size.width / 3, size.height / 3}});
    }
    return input;
}

/// Fails once, where the network is at work or a result is kept.
class FailingSink : public CountingSink {
public:
    explicit FailingSink(std::function<void()> fail, bool atResult) : fail_(std::move(fail)), atResult_(atResult) {}

    void progressed(const Progress& progress) override {
        CountingSink::progressed(progress);
        failOnce(!atResult_ && progress.done >= 1);
    }
    void finished(const Image& image, int index) override {
        CountingSink::finished(image, index);
        failOnce(atResult_);
    }

    int failures = 0;
    int most = 1;

private:
    void failOnce(bool isNow) {
        if (isNow && failures < most) {
            ++failures;
            fail_();
        }
    }

    std::function<void()> fail_;
    bool atResult_;
};

void runOut() { throw Error(ErrorCode::outOfMemory, "the memory ran out", "close other programs"); }
void runOutInAllocator() { throw std::bad_alloc(); }
void fail() { throw Error(ErrorCode::failed, "something else broke", "report it"); }

void everyTask() {
    QTest::addColumn<QString>("task");
    for (const TaskDescription& task : taskCatalogue()) {
        QTest::newRow(task.id.c_str()) << QString::fromStdString(task.id);
    }
}

int count(const std::vector<std::string>& notices, const char* part) {
    return static_cast<int>(std::count_if(notices.begin(), notices.end(),
                                          [&](const std::string& n) { return n.find(part) != std::string::npos; }));
}

} // namespace

class RestorationRunTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void estimatesAgreeWithWhatIsDone_data() { everyTask(); }
    void estimatesAgreeWithWhatIsDone();
    void recordsTellTheDefault_data() { everyTask(); }
    void recordsTellTheDefault();
    void solversCanTakeSmallPieces_data() { everyTask(); }
    void solversCanTakeSmallPieces();
    void noMemoryMeansSmallerPieces_data();
    void noMemoryMeansSmallerPieces();
    void otherFailuresAreNotTriedAgain();
    void noMemoryTwiceIsAnError();
    void everyRegionHasItsOwnPlan();
    void estimatesOfAnotherSizeAreRefused_data() { everyTask(); }
    void estimatesOfAnotherSizeAreRefused();
    void estimatesOfTheUsersAreStartedFrom();
    void variantsAreNumbered();
    void nothingIsDoneForAnUnknownTask();
    void aSinogramIsNoPicture();
    void hashesOfAllThatWentIn();

private:
    RestoreResult run(const RestoreSpec& spec, const RestoreInput& input, CountingSink& sink) {
        return runRestoration(spec, input, *tiny_.store, sink, sink.stop.get_token(), &sink.keep);
    }
    RestoreResult run(const RestoreSpec& spec, const RestoreInput& input) {
        CountingSink sink;
        return run(spec, input, sink);
    }
    RunEstimate estimated(const RestoreSpec& spec, const RestoreInput& input) {
        return estimateRestoration(spec, input, tiny_.store->catalogue);
    }

    TinyPriors tiny_;
};

void RestorationRunTest::estimatesAgreeWithWhatIsDone() {
    QFETCH(QString, task);
    for (const int samples : {1, 3}) {
        RestoreSpec spec = quick(task.toStdString());
        spec.samples = samples;
        const RestoreInput input = inputFor(spec.task, {72, 56});
        const RunEstimate estimate = estimated(spec, input);
        CountingSink sink;
        const RestoreResult result = run(spec, input, sink);
        QVERIFY(estimate.evaluations > 0);
        QCOMPARE(sink.last.total, estimate.evaluations);
        QCOMPARE(sink.last.done, estimate.evaluations);
        QVERIFY(estimate.macs > 0 && estimate.memoryBytes > 0 && !estimate.seconds);
        QVERIFY(result.macsPerSecond && *result.macsPerSecond > 0);
        QCOMPARE(static_cast<int>(result.samples.size()), samples);
        QCOMPARE(sink.finishedSamples, samples);
    }
    RestoreSpec degraded = quick(task.toStdString());
    if (taskCatalogue().at(degraded.task).takesParameter("degrade")) {
        degraded.taskParameters["degrade"] = true;
        const RestoreInput input = inputFor(degraded.task, {72, 56});
        CountingSink sink;
        run(degraded, input, sink);
        QCOMPARE(sink.last.done, estimated(degraded, input).evaluations);
    }
}

void RestorationRunTest::recordsTellTheDefault() {
    QFETCH(QString, task);
    const RestoreSpec spec = quick(task.toStdString());
    const RestoreInput input = inputFor(spec.task, {72, 56});
    CountingSink sink;
    const RestoreResult result = run(spec, input, sink);
    const RunRecord& record = result.record;
    QCOMPARE(record.spec, spec);
    QCOMPARE(runRecordFromText(toText(record), "test"), record);
    const RestoreSpec& resolved = record.resolved;
    validate(resolved);
    QVERIFY(resolved.method && resolved.prior && resolved.start && resolved.stepRule && resolved.tile &&
            resolved.device && resolved.precision && resolved.threads);
    QCOMPARE(resolved.method, std::optional<std::string>("default"));
    std::int64_t evaluations = 0;
    for (const RegionRecord& region : record.regions) {
        for (const LevelRecord& level : region.levels) {
            evaluations += std::int64_t{level.tiles} * level.evaluations;
        }
        QCOMPARE(region.tile, *resolved.tile);
    }
    QCOMPARE(evaluations, sink.last.done);
    QCOMPARE(record.samples[0].pixelsSha256, contentHash(result.samples[0]));
    QVERIFY(record.timings.contains("total") && record.timings.contains("loading") &&
            record.timings.contains("network"));
    // What was resolved is another way to ask for the same bytes.
    RestoreSpec again = spec;
    again.tile = resolved.tile;
    again.threads = resolved.threads;
    again.method = resolved.method;
    QVERIFY(run(again, input).samples == result.samples);
}

void RestorationRunTest::solversCanTakeSmallPieces() {
    QFETCH(QString, task);
    RestoreSpec spec = quick(task.toStdString());
    spec.samples = 2;
    spec.taskParameters = completeTaskParameters(spec);
    const RestoreInput input = inputFor(spec.task, {400, 300});
    const TaskBehaviour& behaviour = taskBehaviour(spec.task);
    const Problem problem{spec, input, behaviour, {}};
    const auto solver =
        behaviour.asWhole() ? makeWholeSolver(problem, *behaviour.asWhole(), c10::kCPU) : makeInpaintSolver(problem);
    const Size size = solver->resultSize();
    const PlannedWork before = solver->work();
    QVERIFY(solver->settings().tileSide > kSmallTile);
    solver->usePiecesAsSmallAsPossible();
    QCOMPARE(solver->settings().tileSide, kSmallTile);
    QCOMPARE(solver->resultSize(), size);
    QVERIFY(solver->work().memoryBytes <= before.memoryBytes);
    QCOMPARE(solver->work().usesPrior, before.usesPrior);
    for (const RegionRecord& region : solver->regions()) {
        QCOMPARE(region.tile, kSmallTile);
    }
    RestoreSpec resolved = spec;
    resolved.tile = solver->settings().tileSide;
    solver->resolve(resolved);
    QCOMPARE(resolved.tile, std::optional(kSmallTile)); // of all variants
}

void RestorationRunTest::noMemoryMeansSmallerPieces_data() {
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("atResult");
    QTest::addColumn<bool>("inAllocator");
    QTest::newRow("holes, in the network") << "inpaint" << "ddnm" << false << false;
    QTest::newRow("holes, with the first result") << "inpaint" << "default" << true << false;
    QTest::newRow("holes, the feed-forward network alone") << "inpaint" << "fill" << false << true;
    QTest::newRow("whole, in the network") << "denoise" << "ddnm" << false << true;
    QTest::newRow("whole, with the first result") << "deblur" << "dps" << true << false;
}

/// One that does not give up at once begins again: nothing of the first try is left in the result.
void RestorationRunTest::noMemoryMeansSmallerPieces() {
    QFETCH(QString, task);
    QFETCH(QString, method);
    QFETCH(bool, atResult);
    QFETCH(bool, inAllocator);
    RestoreSpec spec = quick(task.toStdString());
    spec.method = method.toStdString();
    spec.samples = 2;
    if (method != "fill") {
        spec.steps = 2;
    }
    const RestoreInput input = inputFor(spec.task, kSize);
    FailingSink sink(inAllocator ? runOutInAllocator : runOut, atResult);
    const RestoreResult result = run(spec, input, sink);
    QCOMPARE(sink.failures, 1);
    QCOMPARE(count(sink.notices, "the memory ran out"), 1);
    QCOMPARE(result.samples.size(), std::size_t{2});
    QCOMPARE(result.record.samples.size(), std::size_t{2});
    QCOMPARE(result.record.samples[1].index, 1);
    for (std::size_t i = 0; i < 2; ++i) {
        QCOMPARE(result.samples[i].size(), kSize);
        QCOMPARE(result.record.samples[i].pixelsSha256, contentHash(result.samples[i]));
    }
    QVERIFY(result.record.resolved.tile && *result.record.resolved.tile <= kSmallTile);
    for (const RegionRecord& region : result.record.regions) {
        QVERIFY(region.tile <= kSmallTile);
    }
    QCOMPARE(sink.last.done, sink.last.total);
    QCOMPARE(runRecordFromText(toText(result.record), "test"), result.record);
}

void RestorationRunTest::otherFailuresAreNotTriedAgain() {
    for (const char* task : {"inpaint", "denoise"}) {
        FailingSink sink(fail, true);
        const QString complaint = refusal(ErrorCode::failed, [&] { run(quick(task), inputFor(task, {72, 56}), sink); });
        QVERIFY2(complaint.contains("something else broke"), qPrintable(complaint));
        QCOMPARE(sink.failures, 1);
        QCOMPARE(count(sink.notices, "memory"), 0);
    }
}

void RestorationRunTest::noMemoryTwiceIsAnError() {
    for (const char* task : {"inpaint", "denoise"}) {
        FailingSink sink(runOut, true);
        sink.most = 9;
        const QString complaint =
            refusal(ErrorCode::outOfMemory, [&] { run(quick(task), inputFor(task, {72, 56}), sink); });
        QVERIFY2(complaint.contains("the memory ran out"), qPrintable(complaint));
        QCOMPARE(sink.failures, 2);
    }
}

/// A scratch and a wide hole far apart are solved as each needs it, and the record says so.
void RestorationRunTest::everyRegionHasItsOwnPlan() {
    const Size size{700, 320};
    const Mask mask = rectangle(size, {{20, 40, 120, 3}, {480, 90, 140, 140}});
    for (const char* method : {"default", "ddnm"}) {
        RestoreSpec spec = quick("inpaint");
        spec.taskParameters["detail"] = std::string("smooth");
        spec.method = method;
        spec.samples = 2;
        CountingSink sink;
        const RestoreResult result = run(spec, {.acquisition = scene(size, 3), .mask = mask}, sink);
        const std::vector<RegionRecord>& regions = result.record.regions;
        QCOMPARE(regions.size(), std::size_t{2});
        QVERIFY(regions[0].area.right() <= regions[1].area.x);
        QCOMPARE(regions[0].levels.size(), std::size_t{1});
        QVERIFY(regions[1].levels.size() > 2);
        spec.taskParameters = completeTaskParameters(spec);
        const InpaintPlan plan = planInpainting(spec, mask);
        for (std::size_t i = 0; i < 2; ++i) {
            const RegionPlan& planned = plan.regions[i];
            QCOMPARE(regions[i].area, planned.region.area);
            QCOMPARE(static_cast<int>(regions[i].levels.size()), planned.levelCount());
            QCOMPARE(regions[i].levels.back().size, planned.region.area.size()); // coarsest first
            QCOMPARE(regions[i].levels.front().t0, planned.settings.coarsest.t0);
            QCOMPARE(regions[i].levels.front().evaluations, planned.evaluationsPerTile(planned.levelCount() - 1));
            QCOMPARE(regions[i].tile, planned.settings.tileSide);
            const bool usesPrior = planned.settings.usesPrior();
            QCOMPARE(regions[i].guidance, usesPrior ? planned.settings.guidance : std::string());
            QCOMPARE(regions[i].stepRule, usesPrior ? planned.settings.stepRule : std::string());
            QCOMPARE(regions[i].firstEstimate,
                     planned.settings.refineWithFill ? std::string("photo-fill") : *planned.settings.firstEstimate);
        }
        QCOMPARE(sink.last.done, sink.last.total);
    }
}

void RestorationRunTest::estimatesOfAnotherSizeAreRefused() {
    QFETCH(QString, task);
    RestoreSpec spec = quick(task.toStdString());
    spec.method = "ddnm";
    spec.estimate = "guess.png";
    spec.steps = 2;
    RestoreInput input = inputFor(spec.task, {48, 40});
    const int factor = spec.task == "upscale" ? 4 : 1;
    const Size result{48 * factor, 40 * factor};
    input.estimate = scene({result.width + 1, result.height}, 3);
    const QString complaint = refusal(ErrorCode::badInput, [&] { run(spec, input); });
    QVERIFY2(
        complaint.contains(
            QString("%1 x %2 pixels, the result %3 x %2").arg(result.width + 1).arg(result.height).arg(result.width)),
        qPrintable(complaint));
    input.estimate = scene(result, 3);
    const RestoreResult done = run(spec, input);
    QCOMPARE(done.samples[0].size(), result);
    QCOMPARE(done.record.resolved.estimate, std::optional<std::string>("guess.png"));
}

/// Where the measurement leaves something open, another first estimate gives another result.
void RestorationRunTest::estimatesOfTheUsersAreStartedFrom() {
    for (const char* task : {"inpaint", "colorize", "upscale", "old-photo"}) {
        RestoreSpec spec = quick(task);
        spec.method = "ddnm";
        spec.estimate = "guess.png";
        spec.t0 = 0.1;
        spec.steps = 1;
        RestoreInput input = inputFor(task, {48, 40});
        const Size result = std::string(task) == "upscale" ? Size{192, 160} : Size{48, 40};
        input.estimate = scene(result, 3);
        const Image first = run(spec, input).samples[0];
        QVERIFY2(run(spec, input).samples[0] == first, task);
        input.estimate = pattern(result, 3, PixelDepth::uint8);
        QVERIFY2(run(spec, input).samples[0] != first, task);
    }
}

void RestorationRunTest::variantsAreNumbered() {
    RestoreSpec spec = quick("denoise");
    spec.method = "ddnm";
    spec.steps = 2;
    spec.samples = 3;
    spec.seed = 77;
    const RestoreResult result = run(spec, inputFor("denoise", {48, 40}));
    for (int i = 0; i < 3; ++i) {
        const SampleRecord& sample = result.record.samples[static_cast<std::size_t>(i)];
        QCOMPARE(sample.index, i);
        QCOMPARE(sample.seed, std::uint64_t{77});
        QVERIFY(sample.residual && *sample.residual > 0);
        QVERIFY(sample.path.empty() && sample.fileSha256.empty());
    }
}

void RestorationRunTest::nothingIsDoneForAnUnknownTask() {
    RestoreSpec spec = quick("inpaint");
    spec.task = "sharpen";
    const RestoreInput input = inputFor("inpaint", {48, 40});
    for (const auto& use :
         std::vector<std::function<void()>>{[&] { run(spec, input); }, [&] { estimated(spec, input); }}) {
        const QString complaint = refusal(ErrorCode::badArgument, use);
        QVERIFY2(complaint.contains("sharpen"), qPrintable(complaint));
    }
}

void RestorationRunTest::aSinogramIsNoPicture() {
    const RestoreInput input{.acquisition = Sinogram(1, 2, {.angles = {0, 1}}, {1, 2, 3, 4})};
    for (const TaskDescription& task : taskCatalogue()) {
        QVERIFY_EXCEPTION_THROWN(run(quick(task.id), input), Bug);
        QVERIFY_EXCEPTION_THROWN(estimated(quick(task.id), input), Bug);
    }
}

void RestorationRunTest::hashesOfAllThatWentIn() {
    RestoreSpec spec = quick("old-photo");
    spec.taskParameters["kernel"] = std::string("kernel.png");
    spec.steps = 1;
    RestoreInput input = inputFor("old-photo", {48, 40});
    input.hints = scene({48, 40}, 4);
    input.kernel = imageOf<float>({3, 1}, 1, {0.25F, 0.5F, 0.25F});
    input.estimate = scene({48, 40}, 3, PixelDepth::uint16);
    spec.estimate = "guess.png";
    const RunRecord record = run(spec, input).record;
    QCOMPARE(record.acquisition.sha256, contentHash(input.picture()));
    QCOMPARE(record.mask.sha256, contentHash(input.mask));
    QCOMPARE(record.hints.sha256, contentHash(input.hints));
    QCOMPARE(record.kernel.sha256, contentHash(input.kernel));
    QCOMPARE(record.estimate.sha256, contentHash(input.estimate));
    QCOMPARE(record.resolved.taskParameters.at("sigma"), ParameterValue(0.05));
    QVERIFY(!record.scale);
    QCOMPARE(record.acquisitionKind, std::string("picture"));
    QCOMPARE(record.weights.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(RestorationRunTest)
#include "restoration_run_test.moc"
