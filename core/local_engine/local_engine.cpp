// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/benchmarks/benchmarks.h"
#include "core/engine/engine.h"
#include "core/local_engine/inspection.h"
#include "core/local_engine/training_run.h"
#include "core/methods/sampling_recipe.h"
#include "core/model_import/model_file.h"
#include "core/model_import/model_preview.h"
#include "core/model_import/prior_import.h"
#include "core/model_import/recognition.h"
#include "core/priors/network_evaluation.h"
#include "core/priors/prior.h"
#include "core/restoration/compute_speeds.h"
#include "core/restoration/method_choice.h"
#include "core/restoration/restoration_run.h"
#include "core/restorers/restorer_choice.h"
#include "core/sampling/catalogue.h"
#include "core/settings/locations.h"
#include "core/tasks/task.h"
#include "core/tensor/device.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <mutex>

namespace palimpsest {
namespace {

/// Networks that stay loaded between jobs.
constexpr std::int64_t kNetworkBytes = 2LL << 30;
/// The first variant of a method may be made in another way than the others.
constexpr std::array kSamplesThatDiffer{0, 1};

class LocalEngine final : public Engine {
public:
    LocalEngine()
        : hash_(locations().cache + "/weights.json"),
          store_{PriorCatalogue(locations().resources + "/priors", locations().userPriors),
                 ModelCache(hash_, kNetworkBytes)} {}

    std::vector<TaskDescription> tasks() const override { return {taskCatalogue().begin(), taskCatalogue().end()}; }

    std::vector<MethodDescription> methods() const override {
        std::vector<MethodDescription> rows;
        for (const MethodEntry& entry : methodCatalogue()) {
            rows.push_back(described(entry));
        }
        for (const RestorerTraits& restorer : installedRestorers(store_.catalogue)) {
            if (!methodCatalogue().find(restorer.id)) {
                rows.push_back(described(restorer));
            }
        }
        return rows;
    }

    std::vector<PriorDescription> priors() const override {
        std::vector<PriorDescription> rows;
        for (const PriorEntry& entry : store_.catalogue.list()) {
            rows.push_back(described(entry));
        }
        return rows;
    }

    std::vector<DeviceDescription> devices() const override {
        std::vector<DeviceDescription> rows;
        for (const DeviceInfo& info : availableDevices()) {
            rows.push_back({info.id, info.title, info.memoryBytes});
        }
        return rows;
    }

    void verifyPrior(const std::string& idOrFolder) const override {
        palimpsest::verifyPrior(store_.catalogue.find(idOrFolder));
    }

    void removePrior(const std::string& idOrFolder) override { store_.catalogue.remove(idOrFolder); }

    RecognisedModel recogniseModel(const std::string& path) const override {
        return recognise(openModelFile(path).outline).model;
    }

    PriorDescription importModel(const ModelImport& import, ProgressSink& sink, std::stop_token stop) override {
        return described(importPrior(import, {store_.catalogue, locations().userPriors, hash_}, sink, std::move(stop)));
    }

    std::vector<Image> previewModel(const ModelImport& import, int count, ProgressSink& sink,
                                    std::stop_token stop) const override {
        return drawModelPreview(import, count, sink, std::move(stop));
    }

    void evaluateNetwork(const NetworkEvaluation& evaluation) const override {
        runNetworkEvaluation(evaluation, store_);
    }

    std::string inspect(const std::string& path) const override { return inspectFile(path); }

    RunEstimate estimate(const RestoreSpec& spec, const RestoreInput& input) const override {
        RunEstimate estimate = estimateRestoration(spec, input, store_.catalogue);
        if (const auto speed = speeds_.of(spec)) {
            estimate.seconds = estimate.macs / *speed;
        }
        return estimate;
    }

    RestoreResult restore(const RestoreSpec& spec, const RestoreInput& input, ProgressSink& sink, std::stop_token stop,
                          const KeepRequest* keep) override {
        const std::scoped_lock lock(runMutex_);
        RestoreResult result = runRestoration(spec, input, store_, sink, std::move(stop), keep);
        if (!result.stoppedEarly && result.macsPerSecond) {
            speeds_.remember(spec, *result.macsPerSecond);
        }
        return result;
    }

    void train(const TrainSpec& spec, ProgressSink& sink, std::stop_token stop) override {
        const std::scoped_lock lock(runMutex_);
        runTraining(spec, sink, stop);
    }

    std::string benchmark(const std::string& name, const std::vector<std::string>& arguments, ProgressSink& sink,
                          std::stop_token stop) override {
        return benchmarkCatalogue().at(name).run({arguments, *this, store_, sink, stop});
    }

private:
    static MethodDescription described(const MethodEntry& entry) {
        MethodDescription row{.id = entry.id,
                              .title = entry.title,
                              .description = entry.description,
                              .usesPrior = false,
                              .samples = false};
        row.isPublished = entry.kind == MethodKind::published;
        for (const TaskDescription& task : taskCatalogue()) {
            if (!entry.serves(task)) {
                continue;
            }
            const MethodSettings first = methodSettings(entry, task.id);
            row.tasks.push_back(
                {task.id, parametersOf(entry, task.id), first.coarsestMean * evaluationsOf(first, first.coarsest)});
            for (const int sample : kSamplesThatDiffer) {
                row.needsGradient = row.needsGradient || needsGraph(methodSettings(entry, task.id, {.sample = sample}));
            }
            const bool isFirstTask = row.tasks.size() == 1;
            row.usesPrior = isFirstTask ? methodSettings(entry, task.id, {.sample = 1}).usesPrior() : row.usesPrior;
        }
        row.samples = row.usesPrior;
        return row;
    }

    static MethodDescription described(const RestorerTraits& restorer) {
        MethodDescription row{.id = restorer.id,
                              .title = restorer.title,
                              .description = "This network alone, in one pass; as a first estimate of the default it "
                                             "gains the data's own detail.",
                              .usesPrior = false,
                              .samples = false};
        for (const std::string& task : restorer.tasks) {
            row.tasks.push_back({task, {}, 0});
        }
        return row;
    }

    /// A family without classes does not have the entry.
    static int classesOf(const PriorCard& card) {
        const Json config = parseJson(card.config, "card.json of " + card.id);
        JsonObject reader(config, "card.json of " + card.id);
        return reader.has("classes") ? static_cast<int>(reader.integer("classes", 0, 1'000'000)) : 0;
    }

    static PriorDescription described(const PriorEntry& entry) {
        PriorDescription row{.id = entry.card.id,
                             .title = entry.card.title,
                             .kind = entry.card.kind,
                             .folder = entry.folder,
                             .licence = entry.card.licence,
                             .architecture = entry.card.architecture,
                             .trainingData = entry.card.trainingData,
                             .channels = entry.card.channels,
                             .nativeSize = entry.card.nativeSize,
                             .byteSize = entry.byteSize,
                             .sha256 = entry.card.weightsSha256,
                             .bundled = entry.bundled,
                             .problem = entry.problem};
        if (entry.problem.isEmpty()) {
            try {
                row.parameterCount = parameterCount(entry);
                row.classes = classesOf(entry.card);
            } catch (const Error& error) {
                row.problem = error.message();
            }
        }
        return row;
    }

    WeightsHash hash_;
    mutable PriorStore store_;
    std::mutex runMutex_;
    ComputeSpeeds speeds_{locations().cache + "/speed.json"};
};

} // namespace
} // namespace palimpsest

/// The one symbol that engine_loader.cpp looks for.
extern "C" palimpsest::Engine* palimpsestCreateEngine() { return new palimpsest::LocalEngine; }
