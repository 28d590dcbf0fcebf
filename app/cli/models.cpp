// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/exit_code.h"
#include "app/cli/report.h"
#include "app/cli/restoration_run.h"
#include "core/base/error.h"
#include "core/tasks/engine_loader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace palimpsest {
namespace {

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {
        {.schema = {.name = "action", .type = ParameterType::choice, .defaultValue = std::string(),
                    .description = "list: what is installed. show: one prior in full. verify: hash the weights again and run "
                                   "the network once, of one prior or of all.",
                    .choices = {"list", "show", "verify"}},
         .valueName = "list|show|verify",
         .required = true},
        {.schema = {.name = "prior", .type = ParameterType::text, .defaultValue = std::string(),
                    .description = "Id of an installed prior, or the folder of one."}}};
    syntax.options = {jsonOption()};
    return syntax;
}

Json toJson(const PriorDescription& prior) {
    return {{"id", prior.id},
            {"title", prior.title},
            {"kind", prior.kind},
            {"folder", prior.folder},
            {"licence", prior.licence},
            {"architecture", prior.architecture},
            {"trainingData", prior.trainingData},
            {"channels", prior.channels},
            {"nativeSize", prior.nativeSize},
            {"parameters", prior.parameterCount},
            {"bytes", prior.byteSize},
            {"sha256", prior.sha256},
            {"problem", prior.problem}};
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

std::string megabytes(std::int64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
    return text;
}

std::string row(const PriorDescription& prior) {
    return padded(prior.id, 16) + padded(prior.kind, 12) + padded(megabytes(prior.byteSize), 12) +
           (prior.problem.empty() ? prior.title : "cannot be used: " + prior.problem) + "\n";
}

int list(const Engine& engine, Report& report) {
    std::string words;
    Json all = Json::array();
    for (const auto& prior : engine.priors()) {
        words += row(prior);
        all.push_back(toJson(prior));
    }
    report.succeeded(words.empty() ? "no prior is installed; train one with \"palimpsest train\"" : words, {{"priors", all}});
    return kExitDone;
}

/// The installed prior of that id or folder; null if there is none.
const PriorDescription* find(const std::vector<PriorDescription>& priors, const std::string& idOrFolder) {
    const auto found = std::find_if(priors.begin(), priors.end(),
                                    [&](const auto& p) { return p.id == idOrFolder || p.folder == idOrFolder; });
    return found == priors.end() ? nullptr : &*found;
}

int show(const Engine& engine, const std::string& idOrFolder, Report& report) {
    if (idOrFolder.empty()) {
        throw Error(ErrorCode::badArgument, "palimpsest models show needs a prior", "\"palimpsest models list\" lists them");
    }
    const auto priors = engine.priors();
    const PriorDescription* prior = find(priors, idOrFolder);
    if (!prior) {
        report.succeeded(engine.inspect(idOrFolder), {{"prior", idOrFolder}});
        return kExitDone;
    }
    std::string words;
    const Json facts = toJson(*prior);
    for (const auto& [name, value] : facts.items()) {
        const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        words += text.empty() ? "" : padded(name, 16) + text + "\n";
    }
    report.succeeded(words, {{"prior", facts}});
    return kExitDone;
}

/// Goes on after a broken one, so that all of them are named; the first one's error decides the exit code.
int verify(const Engine& engine, const std::string& idOrFolder, Report& report, const std::stop_token& stop) {
    std::vector<std::string> names;
    if (idOrFolder.empty()) {
        for (const auto& prior : engine.priors()) {
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
            engine.verifyPrior(name);
            words += name + ": sound\n";
        } catch (const Error& error) {
            report.noticed(error.what());
            broken += (broken.empty() ? "" : ", ") + name;
        }
    }
    if (!broken.empty()) {
        throw Error(ErrorCode::badInput, "not sound: " + broken, "the reason is given above");
    }
    report.succeeded(words, {{"sound", names}});
    return kExitDone;
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string action = arguments.text("action");
    const std::string prior = arguments.text("prior");
    const auto engine = loadEngine();
    if (action == "list") {
        return list(*engine, report);
    }
    return action == "show" ? show(*engine, prior, report) : verify(*engine, prior, report, stop);
}

} // namespace

Command modelsCommand() { return {"models", "List, show and verify the installed priors.", syntax, run}; }

} // namespace palimpsest
