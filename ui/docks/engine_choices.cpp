// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/engine_choices.h"

#include "ui/forms/schema_text.h"
#include "ui/session/engine_bridge.h"

#include <algorithm>

namespace palimpsest::ui {
namespace {

EditorChoice automatic() { return {.value = "auto", .title = schemaLabel("auto"), .toolTip = {}}; }

} // namespace

bool serves(const MethodDescription& method, const std::string& task) {
    return std::ranges::find(method.tasks, task) != method.tasks.end();
}

std::vector<EditorChoice> methodChoices(const EngineBridge& engine, const std::string& task) {
    std::vector<EditorChoice> choices = {automatic()};
    for (const MethodDescription& method : engine.methods()) {
        if (serves(method, task)) {
            choices.push_back({method.id, schemaText(method.title), schemaText(method.description)});
        }
    }
    return choices;
}

std::vector<EditorChoice> priorChoices(const EngineBridge& engine) {
    std::vector<EditorChoice> choices;
    for (const PriorDescription& prior : engine.priors()) {
        if (prior.kind != "fill") {
            const std::string& tip = prior.problem.empty() ? prior.trainingData : prior.problem;
            choices.push_back({prior.id, schemaText(prior.title.empty() ? prior.id : prior.title), schemaText(tip)});
        }
    }
    return choices;
}

std::vector<EditorChoice> deviceChoices(const EngineBridge& engine) {
    std::vector<EditorChoice> choices = {automatic()};
    for (const DeviceDescription& device : engine.devices()) {
        choices.push_back({device.id, QString::fromStdString(device.id), QString::fromStdString(device.title)});
    }
    return choices;
}

std::vector<EditorChoice> estimateChoices(const EngineBridge& engine) {
    std::vector<EditorChoice> choices = {automatic()};
    for (const PriorDescription& prior : engine.priors()) {
        if (prior.kind == "fill") {
            choices.push_back({prior.id, schemaLabel(prior.id), schemaText(prior.title)});
        }
    }
    for (const char* id : {"telea", "navier-stokes", "fsr"}) {
        const MethodDescription* method = engine.method(id);
        choices.push_back({id, method ? schemaText(method->title) : schemaLabel(id), {}});
    }
    return choices;
}

} // namespace palimpsest::ui
