// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/checkpoints/safetensors.h"
#include "core/networks/compact/compact_unet.h"
#include "core/training/diffusion_objective.h"
#include "core/training/fill_objective.h"
#include "core/training/training_loop.h"
#include "tests/core/training/training_samples.h"

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <stdexcept>

using namespace palimpsest;

namespace {

void paintGrey(RgbPicture& picture, const std::vector<std::uint8_t>& hole, HoleFill) {
    for (std::size_t i = 0; i < hole.size(); ++i) {
        std::fill_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(3 * i), hole[i] != 0 ? 3 : 0,
                    std::uint8_t{128});
    }
}

std::unique_ptr<Network> tinyNetwork(const std::string& kind) {
    const bool isFill = kind == "fill";
    return std::make_unique<CompactUNet>(CompactUNetConfig{.inputChannels = isFill ? 7 : 3,
                                                           .widths = {8, 16},
                                                           .downBlocks = {1, 1},
                                                           .upBlocks = {1, 1},
                                                           .groups = 4,
                                                           .headWidth = 8,
                                                           .timeWidth = isFill ? 0 : 16},
                                         1);
}

TrainSettings tinySettings(const std::string& kind, const QTemporaryDir& folder) {
    return {.kind = kind,
            .outputFolder = folder.path().toStdString(),
            .cropSide = 32,
            .batch = 4,
            .steps = 12,
            .cooldownSteps = 5,
            .warmupSteps = 3,
            .learningRate = 3e-3,
            .checkpointMinutes = 1000,
            .loaderThreads = 2,
            .resume = true};
}

std::unique_ptr<Objective> objectiveOf(const TrainSettings& settings, const TrainingPhotos& photos) {
    if (settings.kind == "fill") {
        return std::make_unique<FillObjective>(settings, photos, paintGrey);
    }
    return std::make_unique<DiffusionObjective>(settings, photos);
}

/// Asks for a stop when the loss of a given step is taken: as near to a kill as a test can come.
class StoppingObjective final : public Objective {
public:
    StoppingObjective(const Objective& inner, int after, std::stop_source& stop)
        : inner_(inner), left_(after), stop_(stop) {}
    TrainingBatch batch(std::int64_t step) const override { return inner_.batch(step); }
    at::Tensor loss(const Network& network, const TrainingBatch& batch) const override {
        if (--left_ == 0) {
            stop_.request_stop();
        }
        return inner_.loss(network, batch);
    }
    Validation validate(const Network& network) const override { return inner_.validate(network); }

private:
    const Objective& inner_;
    mutable int left_;
    std::stop_source& stop_;
};

/// Dies at a given step without a word, as a killed process does.
class DyingObjective final : public Objective {
public:
    DyingObjective(const Objective& inner, int after) : inner_(inner), left_(after) {}
    TrainingBatch batch(std::int64_t step) const override { return inner_.batch(step); }
    at::Tensor loss(const Network& network, const TrainingBatch& batch) const override {
        if (--left_ == 0) {
            throw std::runtime_error("killed");
        }
        return inner_.loss(network, batch);
    }
    Validation validate(const Network& network) const override { return inner_.validate(network); }

private:
    const Objective& inner_;
    mutable int left_;
};

StateDict checkpointOf(const TrainSettings& settings) {
    return readSafetensors(settings.outputFolder + "/checkpoint.safetensors").tensors;
}

void requireEqual(const StateDict& one, const StateDict& other) {
    QCOMPARE(one.size(), other.size());
    for (const auto& [name, tensor] : one) {
        QVERIFY2(tensor.equal(other.at(name)), name.c_str());
    }
}

} // namespace

class TrainingLoopTest : public QObject {
    Q_OBJECT

private:
    TrainingPhotos photos_ = wavyPhotos();

private Q_SLOTS:
    void initTestCase() { at::set_num_threads(1); }

    void resumedRunComputesTheSameNumbers_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("stopAfter");
        QTest::newRow("fill, before the cool-down") << "fill" << 4;
        QTest::newRow("fill, within the cool-down") << "fill" << 9;
        QTest::newRow("diffusion") << "diffusion" << 6;
    }

    void resumedRunComputesTheSameNumbers() {
        QFETCH(QString, kind);
        QFETCH(int, stopAfter);
        const QTemporaryDir whole;
        const QTemporaryDir parts;
        const TrainSettings settings = tinySettings(kind.toStdString(), whole);
        const auto objective = objectiveOf(settings, photos_);
        train(settings, tinyNetwork(settings.kind), *objective, {}, {});
        const TrainSettings cut = tinySettings(kind.toStdString(), parts);
        std::stop_source stop;
        const StoppingObjective stopping(*objective, stopAfter, stop);
        QVERIFY_EXCEPTION_THROWN(train(cut, tinyNetwork(cut.kind), stopping, {}, stop.get_token()), Cancelled);
        train(cut, tinyNetwork(cut.kind), *objective, {}, {});
        requireEqual(checkpointOf(settings), checkpointOf(cut));
    }

    void killedRunGoesOnFromItsLastCheckpoint() {
        const QTemporaryDir whole;
        const QTemporaryDir parts;
        const TrainSettings settings = tinySettings("fill", whole);
        const auto objective = objectiveOf(settings, photos_);
        train(settings, tinyNetwork("fill"), *objective, {}, {});
        TrainSettings cut = tinySettings("fill", parts);
        cut.checkpointMinutes = 0; // one after every step
        QVERIFY_EXCEPTION_THROWN(train(cut, tinyNetwork("fill"), DyingObjective(*objective, 7), {}, {}),
                                 std::runtime_error);
        train(cut, tinyNetwork("fill"), *objective, {}, {});
        requireEqual(checkpointOf(settings), checkpointOf(cut));
    }

    void otherSeedsGiveOtherNumbers() {
        const QTemporaryDir one;
        const QTemporaryDir other;
        TrainSettings settings = tinySettings("fill", one);
        settings.steps = 2;
        train(settings, tinyNetwork("fill"), *objectiveOf(settings, photos_), {}, {});
        const StateDict first = checkpointOf(settings);
        settings.outputFolder = other.path().toStdString();
        settings.seed = 2;
        train(settings, tinyNetwork("fill"), *objectiveOf(settings, photos_), {}, {});
        QVERIFY(!first.at("weight.in.weight").equal(checkpointOf(settings).at("weight.in.weight")));
    }

    void learnsSomething_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("fill") << "fill";
        QTest::newRow("diffusion") << "diffusion";
    }

    void learnsSomething() {
        QFETCH(QString, kind);
        const QTemporaryDir folder;
        TrainSettings settings = tinySettings(kind.toStdString(), folder);
        settings.steps = 200;
        settings.cooldownSteps = 80;
        settings.emaDecay = 0.9;
        settings.learningRate = 8e-3;
        const auto objective = objectiveOf(settings, photos_);
        std::unique_ptr<Network> untrained = tinyNetwork(settings.kind);
        StateDict learnt;
        int validations = 0;
        TrainingOutputs outputs;
        outputs.exportWeights = [&](const StateDict& weights, std::int64_t) {
            learnt = StateDict();
            for (const auto& [name, weight] : weights) {
                learnt.add(name, weight.clone());
            }
        };
        outputs.validated = [&](const Validation& validation, std::int64_t step) {
            ++validations;
            QVERIFY(!validation.summary.isEmpty() && !validation.sheet.size.isEmpty());
            QCOMPARE(step, std::int64_t{200});
        };
        train(settings, tinyNetwork(settings.kind), *objective, outputs, {});
        QCOMPARE(validations, 1);
        std::unique_ptr<Network> trained = tinyNetwork(settings.kind);
        trained->load(learnt);
        double before = 0;
        double after = 0;
        for (int batch = 1000; batch < 1005; ++batch) {
            before += objective->loss(*untrained, objective->batch(batch)).item<double>();
            after += objective->loss(*trained, objective->batch(batch)).item<double>();
        }
        QVERIFY2(after < 0.9 * before, qPrintable(QString::number(after / before)));
    }

    void finishedRunsGoOnWhenGivenMore() {
        const QTemporaryDir folder;
        TrainSettings settings = tinySettings("fill", folder);
        const auto objective = objectiveOf(settings, photos_);
        train(settings, tinyNetwork("fill"), *objective, {}, {});
        const StateDict finished = checkpointOf(settings);
        const at::Tensor before = finished.at("weight.in.weight").clone();
        settings.steps = 16;
        settings.cooldownSteps = 2;
        std::int64_t last = 0;
        train(settings, tinyNetwork("fill"), *objective, {.report = [&](const TrainingReport& r) { last = r.step; }},
              {});
        QCOMPARE(last, std::int64_t{16});
        QVERIFY(!before.equal(checkpointOf(settings).at("weight.in.weight")));
    }

    void foreignCheckpointsAreRefused() {
        const QTemporaryDir folder;
        TrainSettings settings = tinySettings("fill", folder);
        settings.steps = 1;
        train(settings, tinyNetwork("fill"), *objectiveOf(settings, photos_), {}, {});
        settings.kind = "diffusion";
        QVERIFY_EXCEPTION_THROWN(train(settings, tinyNetwork("diffusion"), *objectiveOf(settings, photos_), {}, {}),
                                 Error);
    }

    void batchesDependOnTheStepAlone() {
        const QTemporaryDir folder;
        for (const char* kind : {"fill", "diffusion"}) {
            const auto objective = objectiveOf(tinySettings(kind, folder), photos_);
            const TrainingBatch first = objective->batch(5);
            const TrainingBatch other = objective->batch(6);
            const TrainingBatch again = objective->batch(5);
            QVERIFY(first.input.equal(again.input) && first.target.equal(again.target) &&
                    first.weight.equal(again.weight));
            QVERIFY(!first.input.equal(other.input));
        }
    }

    void fillShowsTheNetworkNothingOfTheHole() {
        const QTemporaryDir folder;
        const auto objective = objectiveOf(tinySettings("fill", folder), photos_);
        const TrainingBatch batch = objective->batch(3);
        const at::Tensor hole = batch.weight;
        QVERIFY(batch.input.slice(1, 3, 4).equal(hole));
        QVERIFY((batch.input.slice(1, 0, 3) * hole).eq(0).all().item<bool>());
        QVERIFY((batch.input.slice(1, 0, 3) * (1 - hole)).equal(batch.target * (1 - hole)));
        QVERIFY((batch.input.slice(1, 4, 7) * (1 - hole)).equal(batch.target * (1 - hole)));
    }

    void answersInVGiveBackPictureAndNoise() {
        const QTemporaryDir folder;
        const auto objective = objectiveOf(tinySettings("diffusion", folder), photos_);
        const TrainingBatch batch = objective->batch(3);
        // x = a x0 + s eps and v = a eps - s x0 have the squared norms of a rotation: |x|^2 + |v|^2 = |x0|^2 + |eps|^2.
        QVERIFY(batch.time.ge(0).all().item<bool>() && batch.time.le(999).all().item<bool>());
        QVERIFY(batch.weight.gt(0).all().item<bool>() && batch.weight.le(5.0 / 6).all().item<bool>());
        const double energy = (batch.input.square() + batch.target.square()).mean().item<double>();
        QVERIFY2(energy > 1.0 && energy < 2.1, qPrintable(QString::number(energy)));
    }

    void photosMayBeAsSmallAsACrop() {
        const QTemporaryDir folder;
        TrainSettings settings = tinySettings("fill", folder);
        TrainingPhotos small;
        small.training.push_back(wavyPicture(1, {40, 34}));
        small.validation.push_back(wavyPicture(2, {34, 33}));
        settings.steps = 1;
        int validations = 0;
        train(settings, tinyNetwork("fill"), *objectiveOf(settings, small),
              {.validated = [&](const Validation&, std::int64_t) { ++validations; }}, {});
        QCOMPARE(validations, 1);
        settings.cropSide = 30;
        QVERIFY_EXCEPTION_THROWN(objectiveOf(settings, small), Error);
    }

    void aRunNeedsAnEnd() {
        const QTemporaryDir folder;
        TrainSettings settings = tinySettings("fill", folder);
        settings.steps = 0;
        QVERIFY_EXCEPTION_THROWN(train(settings, tinyNetwork("fill"), *objectiveOf(settings, photos_), {}, {}), Error);
    }
};

QTEST_GUILESS_MAIN(TrainingLoopTest)
#include "training_loop_test.moc"
