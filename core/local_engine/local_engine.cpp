// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/benchmarks/benchmarks.h"
#include "core/restoration/compute_speeds.h"
#include "core/local_engine/inspection.h"
#include "core/methods/method_catalogue.h"
#include "core/model_import/model_preview.h"
#include "core/priors/network_evaluation.h"
#include "core/restoration/picture_job.h"
#include "core/restoration/restore_job.h"
#include "core/methods/sampling_recipe.h"
#include "core/local_engine/training_run.h"
#include "core/model_import/model_file.h"
#include "core/priors/prior.h"
#include "core/model_import/prior_import.h"
#include "core/model_import/recognition.h"
#include "core/sampling/catalogue.h"
#include "core/settings/locations.h"
#include "core/engine/engine.h"
#include "core/tasks/task_catalogue.h"
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
          store_{PriorCatalogue(locations().resources + "/priors", locations().userPriors), ModelCache(hash_, kNetworkBytes)} {}

    std::vector<TaskDescription> tasks() const override {
        std::vector<TaskDescription> rows;
        for (const TaskEntry& entry : taskCatalogue()) {
            rows.push_back({std::string(entry.id), std::string(entry.title), std::string(entry.description),
                            {entry.fields.begin(), entry.fields.end()}, entry.needsMask, entry.takesMask, entry.takesHints});
        }
        return rows;
    }

    std::vector<MethodDescription> methods() const override {
        std::vector<MethodDescription> rows;
        for (const MethodEntry& entry : methodCatalogue()) {
            const MethodSettings settings = entry.settings({.sample = 1});
            const std::vector<std::string> tasks = tasksOf(entry);
            rows.push_back({std::string(entry.id), std::string(entry.title), std::string(entry.description), settings.usesPrior(),
                            settings.usesPrior(), needsGradient(entry, tasks), tasks, parametersOf(entry, tasks.front()),
                            evaluations(entry, tasks), otherParameters(entry, tasks)});
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

    RecognisedModel recogniseModel(const std::string& path) const override { return recognise(openModelFile(path).outline).model; }

    PriorDescription importModel(const ModelImport& import, ProgressSink& sink, std::stop_token stop) override {
        return described(importPrior(import, {store_.catalogue, locations().userPriors, hash_}, sink, std::move(stop)));
    }

    std::vector<Image> previewModel(const ModelImport& import, int count, ProgressSink& sink, std::stop_token stop) const override {
        return drawModelPreview(import, count, sink, std::move(stop));
    }

    void evaluateNetwork(const NetworkEvaluation& evaluation) const override { runNetworkEvaluation(evaluation, store_); }

    std::string inspect(const std::string& path) const override { return inspectFile(path); }

    RunEstimate estimate(const RestoreSpec& spec, const RestoreInput& input) const override {
        const PriorTraits prior = priorTraits(store_.catalogue, spec.prior);
        RunEstimate estimate = spec.task == "inpaint" ? estimateRun(spec, input, prior) : estimatePictureRun(spec, input, prior);
        const double speed = speeds_.of(spec);
        estimate.seconds = speed > 0 ? estimate.work / speed : -1;
        return estimate;
    }

    RestoreResult restore(const RestoreSpec& spec, const RestoreInput& input, ProgressSink& sink, std::stop_token stop,
                          const KeepRequest* keep) override {
        const std::scoped_lock lock(runMutex_);
        RestoreResult result = spec.task == "inpaint" ? runRestoration(spec, input, store_, sink, stop, keep)
                                                      : runPictureRestoration(spec, input, store_, sink, stop, keep);
        if (!result.stoppedEarly && result.workPerSecond > 0) {
            speeds_.remember(spec, result.workPerSecond);
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
    static std::map<std::string, ParameterSchemas> otherParameters(const MethodEntry& method, const std::vector<std::string>& tasks) {
        std::map<std::string, ParameterSchemas> others;
        for (std::size_t i = 1; i < tasks.size(); ++i) {
            others[tasks[i]] = parametersOf(method, tasks[i]);
        }
        return others;
    }

    static std::vector<std::string> tasksOf(const MethodEntry& method) {
        std::vector<std::string> ids;
        for (const TaskEntry& task : taskCatalogue()) {
            if (method.serves(task.id)) {
                ids.emplace_back(task.id);
            }
        }
        return ids;
    }

    static bool needsGradient(const MethodEntry& method, const std::vector<std::string>& tasks) {
        return std::any_of(tasks.begin(), tasks.end(), [&](const std::string& task) {
            return std::any_of(kSamplesThatDiffer.begin(), kSamplesThatDiffer.end(), [&](int sample) {
                const MethodSettings settings = method.settings({.task = task, .sample = sample});
                return palimpsest::needsGraph(settings);
            });
        });
    }

    static std::vector<int> evaluations(const MethodEntry& method, const std::vector<std::string>& tasks) {
        std::vector<int> counts;
        for (const std::string& task : tasks) {
            const MethodSettings settings = method.settings({.task = task});
            counts.push_back(settings.coarsestMean * evaluationsOf(settings, settings.coarsest));
        }
        return counts;
    }

    /// A family without classes does not have the entry.
    static int classesOf(const PriorCard& card) {
        const Json config = parseJson(card.config, "card.json of " + card.id);
        JsonObject reader(config, "card.json of " + card.id);
        return reader.has("classes") ? static_cast<int>(reader.integer("classes", 0, 1'000'000)) : 0;
    }

    static PriorDescription described(const PriorEntry& entry) {
        PriorDescription row{.id = entry.card.id, .title = entry.card.title, .kind = entry.card.kind, .folder = entry.folder,
                             .licence = entry.card.licence, .architecture = entry.card.architecture,
                             .trainingData = entry.card.trainingData, .channels = entry.card.channels,
                             .nativeSize = entry.card.nativeSize, .byteSize = entry.byteSize,
                             .sha256 = entry.card.weightsSha256, .bundled = entry.bundled, .problem = entry.problem};
        if (entry.problem.empty()) {
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
