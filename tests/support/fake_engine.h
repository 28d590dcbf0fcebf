// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/engine/engine.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// An engine without LibTorch for tests of the window. Inpainting fills the mask with one colour per variant, fading in
/// over a few steps; the other tasks mix that colour into the whole picture (of colorize and old-photo, which come back
/// in colour, into red alone; known hints stay) and enlarge it for upscale. With previews, progress, fit reports, maps,
/// cancellation and keep as the real one has them. Priors can be checked, removed and added: a file that ends in .html
/// is no checkpoint, one that ends in .lora is one that cannot be a prior, and everything else is one with two choices.
class FakeEngine : public Engine {
public:
    struct Options {
        int steps = 6;
        std::chrono::milliseconds stepTime{5};
        std::optional<Error> failure;     ///< thrown in the middle of a run
        double secondsAlreadyElapsed = 0; ///< what progress reports beyond the true time
        bool givesMaps = true;
        std::vector<PriorDescription> morePriors; ///< installed beside the three there always are
        /// Of estimates, with the prior "photo"; others take twenty times as long. None: the true time.
        std::optional<double> secondsPerEvaluation;
        std::int64_t memoryBytes = 0; ///< of estimates
    };

    FakeEngine() : FakeEngine(Options()) {}
    explicit FakeEngine(Options options);

    std::vector<TaskDescription> tasks() const override;
    std::vector<MethodDescription> methods() const override;
    std::vector<PriorDescription> priors() const override;
    std::vector<DeviceDescription> devices() const override;
    void verifyPrior(const std::string& idOrFolder) const override;
    void removePrior(const std::string& id) override;
    RecognisedModel recogniseModel(const std::string& path) const override;
    PriorDescription importModel(const ModelImport& import, ProgressSink& sink, std::stop_token stop) override;
    std::vector<Image> previewModel(const ModelImport& import, int count, ProgressSink& sink,
                                    std::stop_token stop) const override;
    void evaluateNetwork(const NetworkEvaluation& evaluation) const override;
    std::string inspect(const std::string& path) const override;
    RunEstimate estimate(const RestoreSpec& spec, const RestoreInput& input) const override;
    RestoreResult restore(const RestoreSpec& spec, const RestoreInput& input, ProgressSink& sink, std::stop_token stop,
                          const KeepRequest* keep = nullptr) override;
    void train(const TrainSpec& spec, ProgressSink& sink, std::stop_token stop) override;
    std::string benchmark(const std::string& name, const std::vector<std::string>& arguments, ProgressSink& sink,
                          std::stop_token stop) override;

    int runs() const { return runs_; }
    /// Those that came to a result.
    int finishedRuns() const { return finishedRuns_; }
    /// The last one that importModel was asked for; that it was cancelled does not matter.
    ModelImport lastImport() const;
    /// What verifyPrior was asked for.
    std::vector<std::string> verified() const;

private:
    /// One step: as long as it takes, with its progress.
    void work(Progress& progress, ProgressSink& sink, const std::stop_token& stop) const;
    float part(int steps) const;

    Options options_;
    std::atomic<int> runs_{0};
    std::atomic<int> finishedRuns_{0};
    mutable std::mutex mutex_; ///< guards what follows
    std::vector<PriorDescription> priors_;
    ModelImport lastImport_;
    mutable std::vector<std::string> verified_;
};

/// The colour (0 .. 1) that variant `index` of a run with `seed` has inside the mask; every channel has it.
float fakeLevel(std::uint64_t seed, int index);
/// What the other tasks give: see FakeEngine.
Image fakeWholeResult(const RestoreSpec& spec, const RestoreInput& input, float level, float strength = 1);
/// The picture with the colour of that variant where the mask is above 0, faded in by `strength` 0 .. 1.
Image fakeResult(const Image& picture, const Mask& mask, float level, float strength = 1);

} // namespace palimpsest
