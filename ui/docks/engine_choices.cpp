// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/docks/engine_choices.h"

#include "ui/forms/schema_text.h"
#include "ui/priors/prior_fit.h"
#include "ui/priors/prior_text.h"
#include "ui/session/jobs/engine_bridge.h"

#include <QCoreApplication>

#include <algorithm>

namespace palimpsest::ui {
namespace {

/// What the engine says of installed restorers, for the translation of it.
[[maybe_unused]] constexpr const char* kRestorerSentence =
    QT_TRANSLATE_NOOP("Schema", "This network alone, in one pass; as a first estimate of the default it gains the "
                                "data's own detail.");

EditorChoice automatic() { return {.value = "auto", .title = schemaLabel("auto"), .toolTip = {}}; }

} // namespace

bool serves(const MethodDescription& method, const std::string& task) { return method.forTask(task) != nullptr; }

std::vector<EditorChoice> methodChoices(const EngineBridge& engine, const std::string& task) {
    std::vector<EditorChoice> choices = {automatic()};
    for (const MethodDescription& method : engine.methods()) {
        if (serves(method, task)) {
            choices.push_back({method.id, schemaText(method.title), schemaText(method.description)});
        }
    }
    return choices;
}

std::vector<EditorChoice> priorChoices(const EngineBridge& engine, const std::string& task, Size picture) {
    const auto fits = [&](const PriorDescription& prior) { return misfit(prior, task).isEmpty(); };
    const bool isChoice = std::ranges::count_if(engine.priors(), fits) > 1;
    const PriorSuggestion suggestion = isChoice ? suggestPrior(engine.priors(), picture, task) : PriorSuggestion();
    std::vector<EditorChoice> choices;
    for (const PriorDescription& prior : engine.priors()) {
        if (prior.kind != "diffusion") {
            continue;
        }
        const QString why = misfit(prior, task);
        const bool isDefault = prior.id == kDefaultPrior; // taken where nobody chooses
        EditorChoice choice{isDefault ? "auto" : prior.id, priorTitle(prior), why.isEmpty() ? priorSummary(prior) : why,
                            why.isEmpty()};
        if (const QString what = condition(prior); !what.isEmpty()) {
            choice.toolTip = QStringLiteral("%1\n%2").arg(what, choice.toolTip);
        }
        if (prior.id == suggestion.id) {
            choice.title = QCoreApplication::translate("EngineChoices", "%1 (suggested)").arg(choice.title);
            choice.toolTip = QStringLiteral("%1\n%2").arg(suggestion.reason, choice.toolTip);
        }
        choices.push_back(choice);
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

std::vector<EditorChoice> estimateChoices(const EngineBridge& engine, const std::string& task) {
    std::vector<EditorChoice> choices = {automatic()};
    for (const std::string& id : taskCatalogue().at(task).firstEstimates) {
        const MethodDescription* method = engine.method(id);
        const PriorDescription* prior = engine.prior(id);
        choices.push_back(
            {id, method ? schemaText(method->title) : schemaLabel(id), prior ? schemaText(prior->title) : QString()});
    }
    for (const PriorDescription& prior : engine.priors()) {
        const MethodDescription* method = prior.kind == "restorer" ? engine.method(prior.id) : nullptr;
        if (method && serves(*method, task)) {
            choices.push_back({prior.id, priorTitle(prior), priorSummary(prior)});
        }
    }
    return choices;
}

} // namespace palimpsest::ui
