// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"
#include "app/cli/model_actions.h"
#include "app/cli/model_text.h"
#include "app/cli/restoration_run.h"
#include "core/base/error.h"
#include "core/engine/engine_loader.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

/// The tasks of a feed-forward restorer; empty for others.
std::vector<std::string> tasksOf(const PriorDescription& prior, const std::vector<MethodDescription>& methods) {
    std::vector<std::string> tasks;
    for (const MethodDescription& method : methods) {
        for (const MethodForTask& served : method.tasks) {
            if (prior.kind == "restorer" && method.id == prior.id) {
                tasks.push_back(served.task);
            }
        }
    }
    return tasks;
}

std::string inWords(const std::vector<std::string>& tasks) {
    std::string text;
    for (const std::string& task : tasks) {
        text += (text.empty() ? " (" : ", ") + task;
    }
    return text.empty() ? text : text + ")";
}

Json factsOf(const PriorDescription& prior, const std::vector<MethodDescription>& methods) {
    Json facts = toJson(prior);
    if (const std::vector<std::string> tasks = tasksOf(prior, methods); !tasks.empty()) {
        facts["tasks"] = tasks;
    }
    return facts;
}

std::string row(const PriorDescription& prior, const std::vector<MethodDescription>& methods) {
    return padded(prior.id, 16) + padded(prior.kind, 12) + padded(megabytes(prior.byteSize), 12) +
           (prior.problem.isEmpty() ? prior.title + inWords(tasksOf(prior, methods))
                                    : "cannot be used: " + prior.problem.text()) +
           "\n";
}

/// The installed prior of that id or folder; null if there is none.
const PriorDescription* find(const std::vector<PriorDescription>& priors, const std::string& idOrFolder) {
    const auto found = std::find_if(priors.begin(), priors.end(),
                                    [&](const auto& p) { return p.id == idOrFolder || p.folder == idOrFolder; });
    return found == priors.end() ? nullptr : &*found;
}

} // namespace

int listModels(const Arguments&, Report& report, std::stop_token) {
    const auto engine = loadEngine();
    const auto methods = engine->methods();
    std::string words;
    Json all = Json::array();
    for (const auto& prior : engine->priors()) {
        words += row(prior, methods);
        all.push_back(factsOf(prior, methods));
    }
    report.succeeded(words.empty() ? "no prior is installed; train one with \"palimpsest train\"" : words,
                     {{"priors", all}});
    return kExitDone;
}

int showModel(const Arguments& arguments, Report& report, std::stop_token) {
    const std::string idOrFolder = arguments.text("model");
    const auto engine = loadEngine();
    const auto priors = engine->priors();
    const PriorDescription* prior = find(priors, idOrFolder);
    if (!prior) {
        report.succeeded(engine->inspect(idOrFolder), {{"prior", idOrFolder}});
        return kExitDone;
    }
    std::string words;
    const Json facts = factsOf(*prior, engine->methods());
    for (const auto& [name, value] : facts.items()) {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        words += text.empty() ? "" : padded(name, 16) + text + "\n";
    }
    report.succeeded(words, {{"prior", facts}});
    return kExitDone;
}

/// Goes on after a broken one, so that all of them are named; the first one's error decides the exit code.
int verifyModels(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string idOrFolder = arguments.text("model");
    const auto engine = loadEngine();
    std::vector<std::string> names;
    if (idOrFolder.empty()) {
        for (const auto& prior : engine->priors()) {
            names.push_back(prior.folder);
        }
    } else {
        names.push_back(idOrFolder);
    }
    std::string words;
    std::string broken;
    for (const auto& name : names) {
        throwIfStopped(stop);
        try {
            engine->verifyPrior(name);
            words += name + ": sound\n";
        } catch (const Error& error) {
            report.noticed(error.hint().isEmpty() ? error.message() : Message("%1: %2", error.message(), error.hint()));
            broken += (broken.empty() ? "" : ", ") + name;
        }
    }
    if (!broken.empty()) {
        throw Error(ErrorCode::badInput, Message("not sound: %1", broken), "the reason is given above");
    }
    report.succeeded(words, {{"sound", names}});
    return kExitDone;
}

int removeModel(const Arguments& arguments, Report& report, std::stop_token) {
    const std::string prior = arguments.text("model");
    loadEngine()->removePrior(prior);
    report.succeeded("removed the prior " + prior + "\n", {{"removed", prior}});
    return kExitDone;
}

} // namespace palimpsest
