// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specs/spec_upgrade.h"

#include "core/base/error.h"
#include "core/tasks/task.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace palimpsest {
namespace {

constexpr const char* kAutomatic = "auto";

/// What stood for "chosen" until version 1, by key.
struct Sentinel {
    const char* key;
    double value;
};
constexpr std::array kSentinels{Sentinel{"t0", -1},     Sentinel{"steps", 0}, Sentinel{"sigma", -1},
                                Sentinel{"quality", 0}, Sentinel{"tile", 0},  Sentinel{"threads", 0},
                                Sentinel{"class", -1}};

/// What programs of no version did where one may choose now, by the task's parameter.
struct OnlyChoice {
    const char* parameter;
    const char* value;
};
constexpr std::array kOnlyChoices{OnlyChoice{"detail", "smooth"}, OnlyChoice{"tones", "darken"}};

void replaceSentinels(Json& json) {
    for (const Sentinel& sentinel : kSentinels) {
        const auto found = json.find(sentinel.key);
        if (found != json.end() && found->is_number() && found->get<double>() == sentinel.value) {
            *found = kAutomatic;
        }
    }
}

bool belongsToSomeTask(const std::string& name) {
    return std::any_of(taskCatalogue().begin(), taskCatalogue().end(),
                       [&](const TaskDescription& task) { return task.takesParameter(name); });
}

/// Records of methods that take no first estimate said "none".
void replaceNoEstimate(Json& json) {
    const auto found = json.find("estimate");
    if (found != json.end() && *found == "none") {
        *found = kAutomatic;
    }
}

void moveTaskParameters(Json& json, const TaskDescription& task) {
    Json own = json.value("taskParameters", Json::object()); // as whoever mixes both forms means it
    if (!own.is_object()) {
        return; // refused where it is read
    }
    std::set<std::string> foreign;
    for (const auto& [name, value] : json.items()) {
        if (task.takesParameter(name)) {
            own[name] = value;
            foreign.insert(name);
        } else if (belongsToSomeTask(name)) {
            foreign.insert(name);
        }
    }
    for (const std::string& name : foreign) {
        json.erase(name);
    }
    json["taskParameters"] = std::move(own);
}

std::string taskOf(const Json& json) {
    const auto found = json.find("task");
    return found != json.end() && found->is_string() ? found->get<std::string>() : taskCatalogue().begin()->id;
}

} // namespace

Json upgradedSpec(const Json& json, bool resolved) {
    if (const auto version = json.find("version"); version != json.end()) {
        if (!version->is_number_integer() || version->get<std::int64_t>() != kSpecVersion) {
            throw Error(ErrorCode::badInput,
                        Message("the restoration is described in version %1, and this program reads version %2",
                                version->dump(), kSpecVersion),
                        "use the program that wrote it");
        }
        return json;
    }
    Json upgraded = json;
    upgraded["version"] = kSpecVersion;
    replaceSentinels(upgraded);
    replaceNoEstimate(upgraded);
    const TaskDescription& task = taskCatalogue().at(taskOf(json));
    moveTaskParameters(upgraded, task);
    for (const OnlyChoice& only : kOnlyChoices) {
        if (resolved && task.takesParameter(only.parameter)) {
            upgraded["taskParameters"].emplace(only.parameter, only.value);
        }
    }
    const auto prior = upgraded.find("prior");
    if (!resolved && prior != upgraded.end() && *prior == "photo") {
        upgraded.erase(prior);
    }
    return upgraded;
}

} // namespace palimpsest
