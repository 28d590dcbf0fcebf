// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_loop.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/networks/catalogue.h"
#include "core/training/adamw.h"
#include "core/training/batch_queue.h"
#include "core/training/master_weights.h"
#include "core/training/training_checkpoint.h"
#include "core/training/weight_average.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

namespace palimpsest {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kReportSeconds = 5;
constexpr int kLongestBadRun = 20; // steps in a row with a gradient that is NaN or infinite

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

Json identityOf(const TrainSettings& settings, const Network& network) {
    return Json{{"kind", settings.kind},         {"architecture", network.architecture()},
                {"config", network.config()},    {"seed", settings.seed},
                {"batch", settings.batch},       {"cropSide", settings.cropSide},
                {"emaDecay", settings.emaDecay}, {"weightDecay", settings.weightDecay},
                {"clipNorm", settings.clipNorm}, {"bfloat16", settings.bfloat16}};
}

class Training {
public:
    Training(const TrainSettings& settings, std::unique_ptr<Network> network, const Objective& objective,
             const TrainingOutputs& outputs)
        : settings_(settings), network_(std::move(network)), objective_(objective), outputs_(outputs),
          device_(settings.device), masters_(*network_, device_, settings.bfloat16 ? at::kBFloat16 : at::kFloat),
          average_(masters_.flat(), settings.emaDecay),
          optimizer_(masters_.flat(), {.weightDecay = settings.weightDecay, .clipNorm = settings.clipNorm}),
          identity_(identityOf(settings, *network_)),
          checkpointPath_((std::filesystem::path(settings.outputFolder) / "checkpoint.safetensors").string()) {
        progress_.rate.peak = settings.learningRate;
        progress_.rate.warmupSteps = settings.warmupSteps;
    }

    void run(const std::stop_token& stop);

private:
    void resume();
    bool isOver() const;
    void planCooldown();
    void stepOnce(const TrainingBatch& batch);
    TrainingReport report() const;
    void save() const;
    void exportAndJudge() const;
    double seconds() const { return secondsBefore_ + secondsSince(started_); }
    /// Of this run; 0 while nothing is known.
    double stepsPerSecond() const { return static_cast<double>(progress_.step - firstStep_) / secondsSince(started_); }

    const TrainSettings& settings_;
    std::unique_ptr<Network> network_;
    const Objective& objective_;
    const TrainingOutputs& outputs_;
    at::Device device_;
    MasterWeights masters_;
    WeightAverage average_;
    AdamW optimizer_;
    TrainingProgress progress_;
    Json identity_;
    std::string checkpointPath_;
    Clock::time_point started_ = Clock::now();
    double secondsBefore_ = 0;
    std::int64_t firstStep_ = 0;
    double smoothLoss_ = 0;
    int badSteps_ = 0;
};

void Training::resume() {
    const TrainingCheckpoint checkpoint = readTrainingCheckpoint(checkpointPath_, identity_);
    masters_.readNamed(checkpoint.tensors, "weight.", masters_.flat());
    masters_.readNamed(checkpoint.tensors, "average.", average_.flat());
    masters_.readNamed(checkpoint.tensors, "first.", optimizer_.firstMoment());
    masters_.readNamed(checkpoint.tensors, "second.", optimizer_.secondMoment());
    const LearningRate asked = progress_.rate;
    progress_ = checkpoint.progress;
    progress_.rate.peak = asked.peak;
    progress_.rate.warmupSteps = asked.warmupSteps;
    secondsBefore_ = progress_.seconds;
    firstStep_ = progress_.step;
    if (progress_.rate.isOver(progress_.step)) { // a finished run goes on at the full rate
        progress_.rate.cooldownStart = -1;
        progress_.rate.cooldownSteps = 0;
    }
}

void Training::save() const {
    StateDict tensors;
    masters_.addNamed(tensors, "weight.", masters_.flat());
    masters_.addNamed(tensors, "average.", average_.flat());
    masters_.addNamed(tensors, "first.", optimizer_.firstMoment());
    masters_.addNamed(tensors, "second.", optimizer_.secondMoment());
    TrainingProgress progress = progress_;
    progress.seconds = seconds();
    writeTrainingCheckpoint(checkpointPath_, tensors, progress, identity_);
}

void Training::exportAndJudge() const {
    StateDict weights;
    masters_.addNamed(weights, "", average_.flat());
    if (outputs_.exportWeights) {
        outputs_.exportWeights(weights, progress_.step);
    }
    if (outputs_.validated) {
        const std::unique_ptr<Network> averaged = makeNetwork(network_->architecture(), network_->config());
        averaged->load(weights);
        averaged->to(device_, settings_.bfloat16 ? at::kBFloat16 : at::kFloat);
        outputs_.validated(objective_.validate(*averaged), progress_.step);
    }
}

bool Training::isOver() const {
    if (progress_.rate.isOver(progress_.step)) {
        return true;
    }
    if (progress_.rate.cooldownStart >= 0) {
        return false; // the cool-down is run to its end, whatever the clock says
    }
    return (settings_.steps > 0 && progress_.step >= settings_.steps) ||
           (settings_.minutes > 0 && seconds() >= settings_.minutes * 60);
}

/// Fixes first step and length of the cool-down once its time has come.
void Training::planCooldown() {
    LearningRate& rate = progress_.rate;
    if (rate.cooldownStart >= 0) {
        return;
    }
    if (settings_.steps > 0 && settings_.cooldownSteps > 0 &&
        progress_.step >= settings_.steps - settings_.cooldownSteps) {
        rate.cooldownStart = progress_.step;
        rate.cooldownSteps = settings_.steps - progress_.step;
        return;
    }
    const double secondsLeft = settings_.minutes * 60 - seconds();
    constexpr std::int64_t kStepsToMeasure = 20;
    if (settings_.minutes > 0 && settings_.cooldownMinutes > 0 && secondsLeft <= settings_.cooldownMinutes * 60 &&
        progress_.step - firstStep_ >= kStepsToMeasure) {
        rate.cooldownStart = progress_.step;
        rate.cooldownSteps = std::max<std::int64_t>(1, static_cast<std::int64_t>(secondsLeft * stepsPerSecond()));
    }
}

void Training::stepOnce(const TrainingBatch& batch) {
    const auto moved = [&](const at::Tensor& tensor) { return tensor.defined() ? tensor.to(device_) : tensor; };
    masters_.publish();
    const at::Tensor loss =
        objective_.loss(*network_, {moved(batch.input), moved(batch.time), moved(batch.target), moved(batch.weight)});
    loss.backward();
    const double norm = optimizer_.step(masters_.flat(), masters_.takeGradient(), progress_.step,
                                        progress_.rate.at(progress_.step), masters_.decayedCount());
    badSteps_ = std::isfinite(norm) ? 0 : badSteps_ + 1;
    if (badSteps_ >= kLongestBadRun) {
        throw Error(ErrorCode::failed, "the training has diverged: its gradient is NaN or infinite",
                    "start again with a lower learning rate");
    }
    average_.update(masters_.flat(), progress_.step);
    const double value = loss.item<double>();
    if (std::isfinite(value)) {
        smoothLoss_ = progress_.step == firstStep_ ? value : smoothLoss_ + 0.02 * (value - smoothLoss_);
    }
    ++progress_.step;
}

TrainingReport Training::report() const {
    TrainingReport report{.step = progress_.step,
                          .loss = smoothLoss_,
                          .learningRate = progress_.rate.at(progress_.step),
                          .cropsPerSecond = stepsPerSecond() * settings_.batch,
                          .secondsElapsed = seconds()};
    const LearningRate& rate = progress_.rate;
    if (rate.cooldownStart >= 0) {
        report.stepsTotal = rate.cooldownStart + rate.cooldownSteps;
    } else if (settings_.minutes > 0) {
        report.secondsLeft = std::max(0.0, settings_.minutes * 60 - seconds());
        report.stepsTotal = progress_.step + static_cast<std::int64_t>(report.secondsLeft * stepsPerSecond());
        if (settings_.steps > 0 && settings_.steps < report.stepsTotal) {
            report.stepsTotal = settings_.steps;
        }
    } else {
        report.stepsTotal = settings_.steps;
    }
    if (stepsPerSecond() > 0) {
        report.secondsLeft = static_cast<double>(report.stepsTotal - progress_.step) / stepsPerSecond();
    }
    return report;
}

void Training::run(const std::stop_token& stop) {
    std::filesystem::create_directories(settings_.outputFolder);
    if (settings_.resume && std::filesystem::exists(checkpointPath_)) {
        resume();
    }
    BatchQueue queue(objective_, progress_.step, settings_.loaderThreads);
    started_ = Clock::now();
    Clock::time_point lastReport = started_;
    Clock::time_point lastSave = started_;
    for (planCooldown(); !isOver(); planCooldown()) {
        if (stop.stop_requested()) {
            save();
            throw Cancelled();
        }
        stepOnce(queue.take());
        if (outputs_.report && secondsSince(lastReport) >= kReportSeconds) {
            outputs_.report(report());
            lastReport = Clock::now();
        }
        if (secondsSince(lastSave) >= settings_.checkpointMinutes * 60) {
            save();
            exportAndJudge();
            lastSave = Clock::now();
        }
    }
    save();
    exportAndJudge();
    if (outputs_.report) {
        outputs_.report(report());
    }
}

} // namespace

void train(const TrainSettings& settings, std::unique_ptr<Network> network, const Objective& objective,
           const TrainingOutputs& outputs, std::stop_token stop) {
    if (settings.steps <= 0 && settings.minutes <= 0) {
        throw Error(ErrorCode::badArgument, "a training needs a number of steps or of minutes", "give one of them");
    }
    const at::AutoGradMode gradients(true);
    Training(settings, std::move(network), objective, outputs).run(stop);
}

} // namespace palimpsest
