// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/method_catalogue.h"

#include "core/base/error.h"
#include "core/engine/start_fields.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/sampling/catalogue.h"

#include <algorithm>
#include <limits>

namespace palimpsest {
namespace {

std::vector<std::string> classicalFillIds() {
    std::vector<std::string> ids;
    for (const ClassicalFill& fill : classicalFills()) {
        ids.push_back(fill.id);
    }
    return ids;
}

bool hasParameters(const MethodEntry& method, std::string_view task) {
    return method.settings({.task = task, .sample = 1}).usesPrior();
}

ParameterSchemas prefixed(const std::string& prefix, ParameterSchemas schemas) {
    for (ParameterSchema& schema : schemas) {
        schema.name = prefix + "." + schema.name;
        schema.advanced = true;
    }
    return schemas;
}

ParameterValues withoutPrefix(const std::string& prefix, const ParameterValues& values) {
    ParameterValues own;
    for (const auto& [name, value] : values) {
        if (name.starts_with(prefix + ".")) {
            own[name.substr(prefix.size() + 1)] = value;
        }
    }
    return own;
}

void override(ParameterValues& values, const ParameterValues& given) {
    for (const auto& [name, value] : given) {
        values[name] = value;
    }
}

/// Schemas with the values of a preset as defaults.
ParameterSchemas withDefaults(ParameterSchemas schemas, const ParameterValues& values) {
    for (ParameterSchema& schema : schemas) {
        if (const auto found = values.find(schema.name); found != values.end()) {
            schema.defaultValue = found->second;
        }
    }
    return schemas;
}

/// Tiles are halved by the network three times, and share a rim with their neighbours.
int networkTile(int side) {
    constexpr int kLeastTile = 64;
    constexpr int kMultiple = 8;
    return std::max(kLeastTile, (side + kMultiple - 1) / kMultiple * kMultiple);
}

void overrideStart(MethodSettings& settings, const RestoreSpec& spec) {
    if (spec.start == "noise") {
        settings.coarsest.t0 = 1;
        settings.coarsest.steps = std::max(settings.coarsest.steps, 50);
        settings.refineWithFill = false;
    } else if (spec.start == "estimate" && settings.coarsest.t0 >= 1) {
        settings.coarsest = settings.finer;
        settings.refineWithFill = spec.task == "inpaint";
    }
    if (spec.estimate == "photo-fill") {
        settings.refineWithFill = true;
    } else if (spec.estimate != "auto") {
        settings.firstEstimate = spec.estimate;
        settings.refineWithFill = false;
        if (!classicalFills().find(spec.estimate) && !classicalRestorers().find(spec.estimate)) { // a picture of the user's is as large as the result
            settings.coarsestRadius = std::numeric_limits<double>::infinity();
            settings.coarsestSide = 0;
        }
    }
    if (spec.estimate != "auto") {
        settings.coarsest = settings.coarsest.t0 < 1 ? settings.coarsest : settings.finer;
    }
}

void overrideRecipes(MethodSettings& settings, const RestoreSpec& spec) {
    if (spec.t0 > 0) {
        settings.coarsest.t0 = spec.t0;
        settings.finer.t0 = settings.finer.t0 > 0 ? std::min(spec.t0, settings.finer.t0) : spec.t0;
        const int fallback = spec.t0 >= 1 ? 50 : 12;
        settings.coarsest.steps = settings.coarsest.steps > 0 ? settings.coarsest.steps : fallback;
        settings.finer.steps = settings.finer.steps > 0 ? settings.finer.steps : fallback;
    }
    if (spec.steps > 0) {
        settings.coarsest.steps = spec.steps;
        settings.finer.steps = spec.steps;
    }
    if (spec.stepRule != "auto" && spec.stepRule != settings.stepRule) {
        settings.stepRule = spec.stepRule;
        settings.stepRuleParameters.clear();
    }
    if (spec.tile > 0) {
        settings.tileSide = networkTile(spec.tile);
    }
}

} // namespace

const Catalogue<MethodEntry>& methodCatalogue() {
    static const std::vector<MethodEntry> rows = methodRows();
    static const Catalogue<MethodEntry> catalogue("method", rows);
    return catalogue;
}

ParameterSchemas parametersOf(const MethodEntry& method, std::string_view task) {
    const MethodSettings settings = method.settings({.task = task});
    if (const ClassicalRestorer* restorer = classicalRestorers().find(method.id)) {
        return prefixed("classical", restorer->parameters);
    }
    if (settings.isClassical()) {
        return {};
    }
    ParameterSchemas schemas;
    if (task == "inpaint") {
        schemas.push_back({.name = "pyramid.radius", .type = ParameterType::real, .defaultValue = settings.coarsestRadius,
                           .minimum = 1, .maximum = 1e6, .unit = "px",
                           .description = "The picture is halved until no hole has a larger radius than this.",
                           .advanced = true});
    }
    if (task == "inpaint" && settings.refineWithFill) {
        schemas.push_back({.name = "fill.views", .type = ParameterType::integer, .defaultValue = std::int64_t{settings.fillViews},
                           .minimum = 1, .maximum = 8, .unit = "evaluations",
                           .description = "Mirrored and turned views of which the feed-forward fill is averaged.",
                           .advanced = true});
        schemas.push_back({.name = "fill.first", .type = ParameterType::choice, .defaultValue = settings.firstEstimate,
                           .description = "The classical fill that the feed-forward network improves.",
                           .choices = classicalFillIds(), .advanced = true});
    }
    if (!hasParameters(method, task)) {
        return schemas;
    }
    for (const ParameterSchemas& more : {prefixed("guidance", withDefaults(guidanceCatalogue().at(settings.guidance).schemas(), settings.guidanceParameters)),
                                         prefixed("step-rule", withDefaults(stepRuleCatalogue().at(settings.stepRule).schemas(), settings.stepRuleParameters))}) {
        schemas.insert(schemas.end(), more.begin(), more.end());
    }
    return schemas;
}

const MethodEntry& methodOf(const RestoreSpec& spec) {
    const MethodEntry& method = methodCatalogue().at(spec.method == "auto" ? "default" : spec.method);
    if (!method.serves(spec.task)) {
        throw Error(ErrorCode::badArgument, "the method " + std::string(method.id) + " does not serve the task " + spec.task,
                    "palimpsest methods lists what serves which task");
    }
    return method;
}

MethodSettings settingsFor(const RestoreSpec& spec, const Situation& situation) {
    const MethodEntry& method = methodOf(spec);
    MethodSettings settings = method.settings(situation);
    requireUsedStart(spec, method.id, method.settings({.task = situation.task, .region = situation.region, .sigma = situation.sigma, .sample = 1}));
    if (situation.task == "inpaint" && settings.firstEstimate == "auto") {
        settings.firstEstimate = MethodSettings{}.firstEstimate;
    }
    const ParameterValues values = validated(parametersOf(method, situation.task), spec.parameters, "the method " + std::string(method.id));
    if (hasParameters(method, situation.task)) {
        overrideStart(settings, spec);
        overrideRecipes(settings, spec);
        override(settings.guidanceParameters, withoutPrefix("guidance", spec.parameters));
        override(settings.stepRuleParameters, withoutPrefix("step-rule", spec.parameters));
    }
    if (spec.parameters.contains("pyramid.radius")) {
        settings.coarsestRadius = std::get<double>(values.at("pyramid.radius"));
    }
    if (spec.parameters.contains("fill.views")) {
        settings.fillViews = static_cast<int>(std::get<std::int64_t>(values.at("fill.views")));
    }
    if (spec.parameters.contains("fill.first")) {
        settings.firstEstimate = std::get<std::string>(values.at("fill.first"));
    }
    return settings;
}

} // namespace palimpsest
