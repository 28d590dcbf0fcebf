// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/prior_card.h"

#include "core/base/error.h"
#include "core/base/json_object.h"
#include "core/networks/catalogue.h"
#include "core/schedules/catalogue.h"
#include "core/tasks/task.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace {

template <typename Entry>
std::vector<std::string> idsOf(const Catalogue<Entry>& catalogue) {
    std::vector<std::string> ids;
    for (const Entry& entry : catalogue) {
        ids.emplace_back(entry.id);
    }
    return ids;
}

/// A name inside the folder: nothing that climbs out of it, nothing hidden.
bool isPlainFileName(const std::string& name) {
    return !name.empty() && name.front() != '.' && name.find_first_of(std::string("/\\\0", 3)) == std::string::npos;
}

/// What else the schedule takes than the number of its times.
ParameterSchemas valuesOf(const std::string& schedule) {
    ParameterSchemas schemas = scheduleCatalogue().at(schedule).schemas();
    std::erase_if(schemas, [](const ParameterSchema& schema) { return schema.name == "times"; });
    return schemas;
}

void readSchedule(PriorCard& card, JsonObject schedule, const std::string& origin) {
    card.schedule = schedule.choice("id", idsOf(scheduleCatalogue()));
    card.scheduleSteps = static_cast<int>(schedule.integer("steps", 2, 100000));
    if (schedule.has("values")) {
        try {
            card.scheduleValues = parametersFromJson(valuesOf(card.schedule), schedule.value("values"),
                                                     Message("the schedule in %1", origin));
        } catch (const Error& error) {
            throw Error(ErrorCode::badInput, error.message(), error.hint());
        }
    }
    schedule.finish();
}

void readWeights(PriorCard& card, JsonObject weights) {
    card.weightsFile = weights.word("file");
    if (!isPlainFileName(card.weightsFile)) {
        weights.refuse("file", "the name of a file in the folder of the prior");
    }
    card.weightsSha256 = weights.sha256("sha256");
    card.weightsDtype = weights.choice("dtype", {"F16", "F32", "BF16"});
    weights.finish();
}

RestorerRule restorerRule(JsonObject rule) {
    RestorerRule read;
    const Json& tasks = rule.value("tasks");
    for (std::size_t i = 0; tasks.is_array() && i < tasks.size(); ++i) {
        const bool isTask = tasks[i].is_string() && taskCatalogue().find(tasks[i].get<std::string>());
        read.tasks.push_back(isTask ? tasks[i].get<std::string>() : std::string());
    }
    if (read.tasks.empty() || std::find(read.tasks.begin(), read.tasks.end(), "") != read.tasks.end()) {
        rule.refuse("tasks", "a list of tasks");
    }
    read.scale = static_cast<int>(rule.integer("scale", 1, 8));
    read.tile = static_cast<int>(rule.integer("tile", 0, 8192));
    read.overlap = static_cast<int>(rule.integer("overlap", 0, 1024));
    if (read.tile > 0 && read.tile <= 2 * read.overlap) {
        rule.refuse("overlap", "less than half of the tile");
    }
    rule.finish();
    return read;
}

void readCost(PriorCard& card, JsonObject cost) {
    constexpr double kMost = 1e12;
    card.cost = {.multiplyAdds = cost.real("multiplyAddsPerPixel", 1, kMost),
                 .activations = cost.real("activationsPerPixel", 1, kMost)};
    cost.finish();
}

void readValueRange(PriorCard& card, JsonObject& json) {
    const Json& range = json.value("valueRange");
    if (!range.is_array() || range.size() != 2 || !range[0].is_number() || !range[1].is_number() ||
        !(range[0].get<double>() < range[1].get<double>())) {
        json.refuse("valueRange", "two numbers, the lower one first");
    }
    card.valueRange = {range[0].get<double>(), range[1].get<double>()};
}

} // namespace

bool isPriorId(const std::string& text) {
    return !text.empty() && text.size() <= 64 && text.front() != '-' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

Json toJson(const PriorCard& card) {
    Json json = {
        {"id", card.id},
        {"title", card.title},
        {"licence", card.licence},
        {"architecture", card.architecture},
        {"config", parseJson(card.config, "the configuration of " + card.id)},
        {"kind", card.kind},
        {"parametrisation", card.parametrisation},
        {"channels", card.channels},
        {"nativeSize", card.nativeSize},
        {"valueRange", card.valueRange},
        {"trainingData", card.trainingData},
        {"weights", {{"file", card.weightsFile}, {"sha256", card.weightsSha256}, {"dtype", card.weightsDtype}}}};
    if (card.kind == "diffusion") {
        json["schedule"] = {{"id", card.schedule}, {"steps", card.scheduleSteps}};
        if (!card.scheduleValues.empty()) {
            json["schedule"]["values"] = toJson(card.scheduleValues);
        }
    }
    if (card.restorer) {
        json["restorer"] = {{"tasks", card.restorer->tasks},
                            {"scale", card.restorer->scale},
                            {"tile", card.restorer->tile},
                            {"overlap", card.restorer->overlap}};
    }
    if (card.cost.isKnown()) {
        json["cost"] = {{"multiplyAddsPerPixel", card.cost.multiplyAdds},
                        {"activationsPerPixel", card.cost.activations}};
    }
    if (card.timeLabel != PriorCard{}.timeLabel) {
        json["timeLabel"] = card.timeLabel;
    }
    return json;
}

PriorCard priorCardFromJson(const Json& json, const std::string& origin) {
    JsonObject object(json, origin);
    PriorCard card;
    card.id = object.word("id");
    if (!isPriorId(card.id)) {
        object.refuse("id", "at most 64 lower case letters, digits and hyphens");
    }
    card.title = object.word("title");
    card.licence = object.word("licence");
    card.architecture = object.choice("architecture", idsOf(networkCatalogue()));
    card.config = object.value("config").dump();
    card.kind = object.choice("kind", {"diffusion", "fill", "restorer"});
    const bool isFeedForward = card.kind != "diffusion";
    card.parametrisation =
        object.choice("parametrisation", isFeedForward ? std::vector<std::string>{"x0"}
                                                       : std::vector<std::string>{"eps", "v", "x0", "score"});
    if (object.has("timeLabel")) {
        card.timeLabel = object.choice("timeLabel", {"index", "sigma"});
    }
    if (card.kind == "restorer") {
        card.restorer = restorerRule(object.object("restorer"));
    }
    if (isFeedForward) {
        card.schedule.clear();
        card.scheduleSteps = 0;
    } else {
        readSchedule(card, object.object("schedule"), origin);
    }
    card.channels = static_cast<int>(object.integer("channels", 1, 4));
    card.nativeSize = static_cast<int>(object.integer("nativeSize", 8, 8192));
    if (object.has("cost")) {
        readCost(card, object.object("cost"));
    }
    readValueRange(card, object);
    card.trainingData = object.text("trainingData");
    readWeights(card, object.object("weights"));
    object.finish();
    return card;
}

PriorCard readPriorCard(const std::string& folder) {
    const auto path = std::filesystem::path(folder) / "card.json";
    if (std::error_code ignored; !std::filesystem::is_regular_file(path, ignored)) {
        throw Error(ErrorCode::badInput, Message("%1 is no prior: it has no card.json", folder),
                    "give the folder that holds card.json and the weights");
    }
    return priorCardFromJson(readJson(path.string()), path.string());
}

} // namespace palimpsest
