// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"
#include "app/cli/model_actions.h"
#include "app/cli/model_text.h"
#include "app/cli/restoration_run.h"
#include "core/base/error.h"
#include "core/downloads/model_catalogue.h"
#include "core/downloads/published_download.h"
#include "core/engine/engine_loader.h"
#include "core/settings/locations.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <optional>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

/// The model of the catalogue that is meant, if no file is.
std::optional<PublishedModel> publishedModelNamed(const std::string& name) {
    std::error_code ignored;
    if (fs::exists(name, ignored)) {
        return std::nullopt;
    }
    const std::vector<PublishedModel> models = publishedModels();
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const PublishedModel& m) { return m.id == name; });
    if (found == models.end()) {
        throw Error(ErrorCode::badArgument, Message("there is no file, folder or published model \"%1\"", name),
                    "check the name; \"palimpsest models catalogue\" lists what can be downloaded");
    }
    return *found;
}

ModelImport importFrom(const Arguments& arguments) {
    return {.path = arguments.text("model"),
            .id = arguments.text("id"),
            .title = arguments.text("title"),
            .licence = arguments.text("licence"),
            .choices = choicesIn(arguments)};
}

bool isNumber(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.eE+-") == std::string::npos;
}

/// What the import would make of the choices.
void applyChoices(RecognisedModel& model, const std::map<std::string, std::string>& choices) {
    for (const auto& [name, value] : choices) {
        const auto choice = std::find_if(model.choices.begin(), model.choices.end(),
                                         [&](const ModelChoice& c) { return c.name == name; });
        if (choice == model.choices.end()) {
            throw Error(ErrorCode::badArgument, Message("\"%1\" is not a choice of %2", name, model.path),
                        "--dry-run without it lists the choices");
        }
        const bool isListed = std::find(choice->values.begin(), choice->values.end(), value) != choice->values.end();
        if (!isListed && !(isNumber(value) && std::all_of(choice->values.begin(), choice->values.end(), isNumber))) {
            throw Error(ErrorCode::badArgument,
                        Message("\"%1\" is no value for the choice \"%2\" of %3", value, name, model.path),
                        "--dry-run without it lists the values");
        }
        choice->assumed = value;
        choice->isKnown = true;
    }
}

/// For a person only: what is about to happen, before it takes its time.
void announce(const RecognisedModel& model, Report& report) {
    report.noticed(Message("%1: %2", model.path, model.family));
    for (const ModelChoice& choice : model.choices) {
        if (!choice.isKnown) {
            report.noticed(Message("assumed: %1 = %2 (%3)", choice.name, choice.assumed, choice.question));
        }
    }
}

/// Says what the licence says, and goes on only if it restricts nothing or was accepted.
void requireLicence(const PublishedModel& model, const Arguments& arguments, Report& report) {
    report.noticed(Message("%1, licence: %2", model.title, Message::verbatim(model.licence)));
    if (!model.notice.empty()) {
        report.noticed(Message::verbatim(model.notice));
    }
    if (model.nonCommercial && !arguments.flag("accept-licence")) {
        throw Error(ErrorCode::badArgument,
                    Message("the licence of %1 forbids commercial use: %2", model.id, Message::verbatim(model.notice)),
                    "give --accept-licence if you agree to it");
    }
}

/// Brings the model in and tells the import what the catalogue knows; what the command says goes first.
std::string fetched(const PublishedModel& model, ModelImport& import, Report& report, const std::stop_token& stop) {
    const std::string folder = locations().cache + "/downloads/" + model.id;
    import.path = fetchPublished(model, folder, report, stop).path;
    import.id = import.id.empty() ? model.id : import.id;
    import.title = import.title.empty() ? model.title : import.title;
    import.licence = import.licence.empty() ? model.licence : import.licence;
    import.choices.insert(model.recognition.begin(), model.recognition.end());
    return folder;
}

Json toJson(const PublishedModel& model) {
    return {{"id", model.id},
            {"title", model.title},
            {"purpose", model.purpose},
            {"size", model.imageSize},
            {"channels", model.channels},
            {"trainingData", model.trainingData},
            {"licence", model.licence},
            {"nonCommercial", model.nonCommercial},
            {"notice", model.notice},
            {"page", model.page},
            {"bytes", model.knownBytes()},
            {"pinned", model.isPinned()},
            {"canBeFetched", model.canBeFetched()}};
}

int dryRun(const Arguments& arguments, const ModelImport& import, Report& report) {
    if (const auto published = publishedModelNamed(import.path)) {
        report.succeeded(published->title + "\nIt would be downloaded first; licence: " + published->licence + "\n" +
                             published->notice + "\n",
                         {{"published", toJson(*published)}});
        return kExitDone;
    }
    RecognisedModel model = loadEngine()->recogniseModel(arguments.text("model"));
    applyChoices(model, import.choices);
    report.succeeded(wordsOf(model), {{"model", toJson(model)}});
    return model.problem.isEmpty() ? kExitDone : kExitBadInput;
}

} // namespace

std::map<std::string, std::string> choicesIn(const Arguments& arguments) {
    std::map<std::string, std::string> choices;
    for (const std::string& text : arguments.texts("choice")) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0) {
            throw Error(ErrorCode::badArgument, Message("--choice \"%1\" is not of the form NAME=VALUE", text),
                        "for example --choice schedule=cosine");
        }
        if (!choices.emplace(text.substr(0, equals), text.substr(equals + 1)).second) {
            throw Error(ErrorCode::badArgument, Message("--choice %1 is given twice", text.substr(0, equals)),
                        "give it once");
        }
    }
    return choices;
}

int addModel(const Arguments& arguments, Report& report, std::stop_token stop) {
    ModelImport import = importFrom(arguments);
    if (arguments.flag("dry-run")) {
        return dryRun(arguments, import, report);
    }
    std::string download;
    if (const auto published = publishedModelNamed(import.path)) {
        requireLicence(*published, arguments, report);
        download = fetched(*published, import, report, stop);
    }
    const auto engine = loadEngine();
    RecognisedModel model = engine->recogniseModel(import.path);
    if (model.problem.isEmpty()) {
        applyChoices(model, import.choices);
        announce(model, report);
    }
    const PriorDescription prior = engine->importModel(import, report, std::move(stop));
    if (!download.empty()) {
        std::error_code ignored;
        fs::remove_all(download, ignored);
    }
    report.succeeded("added the " + std::string(prior.kind == "restorer" ? "restorer " : "prior ") + prior.id + " (" +
                         prior.title + ") in " + prior.folder + "\n",
                     {{"model", toJson(model)}, {"prior", toJson(prior)}});
    return kExitDone;
}

int listPublishedModels(const Arguments&, Report& report, std::stop_token) {
    constexpr std::size_t kIdWidth = 28;
    constexpr std::size_t kSizeWidth = 12;
    std::string words;
    Json all = Json::array();
    for (const PublishedModel& model : publishedModels()) {
        words += padded(model.id, kIdWidth) +
                 padded(model.knownBytes() > 0 ? megabytes(model.knownBytes()) : "", kSizeWidth) + model.title + "; " +
                 model.licence + (model.canBeFetched() ? "" : "; to be fetched by hand from " + model.page) + "\n";
        all.push_back(toJson(model));
    }
    report.succeeded(words, {{"published", all}});
    return kExitDone;
}

} // namespace palimpsest
