// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/acquisitions/physical_scale.h"
#include "core/engine/model_import.h"
#include "core/engine/restore_input.h"
#include "core/engine/solution_maps.h"
#include "core/image/image.h"
#include "core/jobs/progress.h"
#include "core/provenance/run_record.h"
#include "core/specs/restore_spec.h"
#include "core/specs/train_spec.h"
#include "core/tasks/task.h"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace palimpsest {

/// What a method takes and costs in one task.
struct MethodForTask {
    std::string task;
    ParameterSchemas parameters;
    int evaluations = 0; ///< of the prior, by default: for one sample on the coarsest level
};

/// One row of the method menu.
struct MethodDescription {
    std::string id;
    std::string title;                ///< English, translated by the window
    std::string description;          ///< one sentence: what it is good for, what it costs
    bool usesPrior = true;            ///< false: classical fills and the feed-forward network
    bool samples = true;              ///< false: one deterministic answer, so that variants make no sense
    bool needsGradient = false;       ///< two to three times the time of an evaluation, and more memory
    bool isPublished = false;         ///< with the settings of a paper, "mcg-2022"
    std::vector<MethodForTask> tasks; ///< those that it serves

    /// Null if it does not serve the task.
    const MethodForTask* forTask(const std::string& task) const {
        const auto found =
            std::find_if(tasks.begin(), tasks.end(), [&](const MethodForTask& served) { return served.task == task; });
        return found == tasks.end() ? nullptr : &*found;
    }
};

/// One row of the prior manager.
struct PriorDescription {
    std::string id;
    std::string title;
    std::string kind; ///< diffusion | fill
    std::string folder;
    std::string licence;
    std::string architecture;
    std::string trainingData;
    int channels = 3;
    int nativeSize = 0;
    std::int64_t parameterCount = 0;
    std::int64_t byteSize = 0;
    std::string sha256;
    bool bundled = false; ///< comes with the program and cannot be removed
    int classes = 0;      ///< above 0: draws pictures of one of so many classes, which it must be told
    Message problem;      ///< why it cannot be used; empty: it can
};

struct DeviceDescription {
    std::string id; ///< cpu, cuda:0
    std::string title;
    std::int64_t memoryBytes = 0;
};

/// What a run needs, known before it starts.
struct RunEstimate {
    std::int64_t evaluations = 0;
    double macs = 0;               ///< multiply-accumulate operations in networks
    std::optional<double> seconds; ///< none: this machine has not measured an evaluation yet
    std::int64_t memoryBytes = 0;
};

struct RestoreResult {
    std::vector<Image> samples; ///< channels, depth and metadata of the input; its size too, unless upscaled. A grey
                                ///< input of colorize and old-photo comes back in colour
    SolutionMaps maps;          ///< images are null where a method or task has none
    std::optional<PhysicalScale> scale;  ///< of samples that are no pictures: what their values mean
    bool stoppedEarly = false;           ///< the user kept an unfinished estimate
    std::optional<double> macsPerSecond; ///< what the next time estimate is made from; none: no network was used
    RunRecord record;                    ///< without paths and hashes of files: nothing has been written yet
};

/// Lets a user stop a run and keep what there is: the restoration returns after the running evaluation with the
/// current estimate instead of throwing Cancelled.
class KeepRequest {
public:
    void keep() { asked_ = true; }
    bool asked() const { return asked_; }

private:
    std::atomic<bool> asked_{false};
};

/// The numerical core behind values: all that a window or a command line asks of it. One implementation, in the
/// library that links LibTorch, which is loaded when it is first needed (engine_loader.h). Methods may be called from
/// any thread; restore and train run one at a time per engine and take minutes.
class Engine {
public:
    virtual ~Engine() = default;

    /// The task catalogue, as far as this engine serves it.
    virtual std::vector<TaskDescription> tasks() const = 0;
    virtual std::vector<MethodDescription> methods() const = 0;
    virtual std::vector<PriorDescription> priors() const = 0;
    virtual std::vector<DeviceDescription> devices() const = 0;
    /// Hashes the weights again and runs the network once. Throws Error with the cause.
    virtual void verifyPrior(const std::string& idOrFolder) const = 0;
    /// Removes an installed prior and its weights. Throws Error for one that comes with the program.
    virtual void removePrior(const std::string& idOrFolder) = 0;
    /// Looks at a checkpoint of any format that is read, by its content. Executes nothing that is in it; reads no
    /// weights. Throws Error(badInput) for what is no checkpoint; a checkpoint that cannot be a prior has a `problem`.
    virtual RecognisedModel recogniseModel(const std::string& path) const = 0;
    /// Converts a checkpoint, once, into a prior of the user's folder, whole or not at all. Throws Error, Cancelled.
    virtual PriorDescription importModel(const ModelImport& import, ProgressSink& sink, std::stop_token stop) = 0;
    /// Draws `count` small pictures from the checkpoint, without importing it: does this choice make sense?
    virtual std::vector<Image> previewModel(const ModelImport& import, int count, ProgressSink& sink,
                                            std::stop_token stop) const = 0;
    /// Throws Error.
    virtual void evaluateNetwork(const NetworkEvaluation& evaluation) const = 0;
    /// What a file is and holds, in lines of text: a picture, a mask, a weights file, a prior, a record.
    virtual std::string inspect(const std::string& path) const = 0;

    /// Checks the spec against the catalogues and the picture and counts the work; throws as restore would.
    virtual RunEstimate estimate(const RestoreSpec& spec, const RestoreInput& input) const = 0;
    /// Does the spec's task. Cancelled within one network evaluation. Throws Error, Cancelled.
    virtual RestoreResult restore(const RestoreSpec& spec, const RestoreInput& input, ProgressSink& sink,
                                  std::stop_token stop, const KeepRequest* keep = nullptr) = 0;
    virtual void train(const TrainSpec& spec, ProgressSink& sink, std::stop_token stop) = 0;
    /// Runs a benchmark by its id in the catalogue of benchmarks ("inpaint", "photo", "step" ...) and returns its table
    /// as text.
    virtual std::string benchmark(const std::string& name, const std::vector<std::string>& arguments,
                                  ProgressSink& sink, std::stop_token stop) = 0;
};

} // namespace palimpsest
