// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/method_choice.h"

#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/methods/recipes.h"
#include "core/restoration/start_check.h"
#include "core/sampling/catalogue.h"
#include "core/tasks/behaviour/task_behaviour.h"
#include "core/tasks/behaviour/whole_task.h"

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

bool samplesPrior(const MethodEntry& method, std::string_view task) {
    return methodSettings(method, task, {.sample = 1}).usesPrior();
}

bool restoresHoles(std::string_view task) { return taskCatalogue().at(task).coverage == Coverage::holes; }

bool hasPyramid(std::string_view task) {
    const WholeTask* whole = taskBehaviour(task).asWhole();
    return whole && whole->hasPyramid();
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

/// A grey picture is coloured small first, and then on finer levels.
ParameterSchemas colourPyramidSchemas(const MethodSettings& settings) {
    return {
        {.name = "pyramid.side",
         .type = ParameterType::integer,
         .defaultValue = std::int64_t{settings.coarsestSide},
         .minimum = 0,
         .maximum = 60000,
         .unit = "px",
         .description = "A grey picture is halved until its shorter side is no longer than this; 0: never.",
         .advanced = true},
        {.name = "pyramid.mean",
         .type = ParameterType::integer,
         .defaultValue = std::int64_t{settings.coarsestMean},
         .minimum = 1,
         .maximum = 64,
         .description = "Samples of the smallest size whose mean the larger sizes start from.",
         .advanced = true},
        {.name = "pyramid.t0",
         .type = ParameterType::real,
         .defaultValue = settings.finer.t0,
         .minimum = 0,
         .maximum = 1,
         .description = "Where the larger sizes start, of the schedule; 0: they take the colours of the smaller one.",
         .advanced = true},
        {.name = "pyramid.steps",
         .type = ParameterType::integer,
         .defaultValue = std::int64_t{settings.finer.steps},
         .minimum = 0,
         .maximum = 1000,
         .unit = "evaluations",
         .description = "Evaluations of the network at each of the larger sizes.",
         .advanced = true}};
}

int integer(const ParameterValues& values, const char* name) {
    return static_cast<int>(std::get<std::int64_t>(values.at(name)));
}

/// What the spec says of the pyramid, which goes before t0 and steps of all levels.
void overridePyramid(MethodSettings& settings, const ParameterValues& given, const ParameterValues& values) {
    if (given.contains("pyramid.radius")) {
        settings.coarsestRadius = std::get<double>(values.at("pyramid.radius"));
    }
    if (given.contains("pyramid.side")) {
        settings.coarsestSide = integer(values, "pyramid.side");
    }
    if (given.contains("pyramid.mean")) {
        settings.coarsestMean = integer(values, "pyramid.mean");
    }
    if (given.contains("pyramid.t0")) {
        settings.finer.t0 = std::get<double>(values.at("pyramid.t0"));
    }
    if (given.contains("pyramid.steps")) {
        settings.finer.steps = integer(values, "pyramid.steps");
    }
}

/// Tiles are halved by the network three times, and share a rim with their neighbours.
int networkTile(int side) {
    constexpr int kLeastTile = 64;
    constexpr int kMultiple = 8;
    return std::max(kLeastTile, (side + kMultiple - 1) / kMultiple * kMultiple);
}

/// Methods were tuned with the embedded prior; one that was trained on larger pictures sees further, and wants to.
void fitToPrior(MethodSettings& settings, const PriorTraits& prior) {
    constexpr double kLargestScale = 8;
    const double scale = std::clamp(prior.scale(), 1.0, kLargestScale);
    if (scale > 1) {
        settings.coarsestRadius *= scale;
        settings.coarsestSide = static_cast<int>(settings.coarsestSide * scale);
        settings.tileSide = networkTile(prior.nativeSize);
    }
}

/// The network alone, in one pass.
MethodSettings restorerAlone(const RestoreSpec& spec, const RestorerTraits& restorer) {
    const TaskBehaviour& behaviour = taskBehaviour(spec.task);
    const MethodSettings settings = behaviour.completed(classicalAlone(restorer.id));
    requireUsedStart(spec, restorer.id, settings);
    validated({}, spec.parameters, Message("the method %1", restorer.id));
    return settings;
}

/// The method's own settings, but for a default that was told to start from a restorer.
MethodSettings ownSettings(const RestoreSpec& spec, const MethodEntry& method, const MethodRequest& request) {
    const bool isNamed = request.restorer && spec.estimate == request.restorer->id;
    return isNamed && method.kind == MethodKind::taskDefault
               ? taskBehaviour(spec.task).completed(fromRestorer(request.restorer->id, request.sample))
               : methodSettings(method, spec.task, request);
}

void overrideStart(MethodSettings& settings, const RestoreSpec& spec) {
    if (spec.start == "noise") {
        settings.coarsest.t0 = 1;
        settings.coarsest.steps = std::max(settings.coarsest.steps, 50);
        settings.refineWithFill = false;
    } else if (spec.start == "estimate" && settings.coarsest.t0 >= 1) {
        settings.coarsest = settings.finer;
        settings.refineWithFill = restoresHoles(spec.task);
    }
    if (!spec.estimate) {
        return;
    }
    if (*spec.estimate == kFillPrior) {
        settings.refineWithFill = true;
    } else {
        settings.firstEstimate = spec.estimate;
        settings.refineWithFill = false;
        const ClassicalFill* fill = classicalFills().find(*spec.estimate);
        const bool isSmall = (fill && fill->reach <= 0) || classicalRestorers().find(*spec.estimate);
        if (!isSmall) { // it is as large as the result
            settings.coarsestRadius = std::numeric_limits<double>::infinity();
            settings.coarsestSide = 0;
        }
    }
    settings.coarsest = settings.coarsest.t0 < 1 ? settings.coarsest : settings.finer;
}

void overrideRecipes(MethodSettings& settings, const RestoreSpec& spec) {
    if (spec.t0) {
        settings.coarsest.t0 = *spec.t0;
        settings.finer.t0 = settings.finer.t0 > 0 ? std::min(*spec.t0, settings.finer.t0) : *spec.t0;
        const int fallback = *spec.t0 >= 1 ? 50 : 12;
        settings.coarsest.steps = settings.coarsest.steps > 0 ? settings.coarsest.steps : fallback;
        settings.finer.steps = settings.finer.steps > 0 ? settings.finer.steps : fallback;
    }
    if (spec.steps) {
        settings.coarsest.steps = *spec.steps;
        settings.finer.steps = *spec.steps;
    }
    if (spec.stepRule && *spec.stepRule != settings.stepRule) {
        settings.stepRule = *spec.stepRule;
        settings.stepRuleParameters.clear();
    }
    if (spec.tile) {
        settings.tileSide = networkTile(*spec.tile);
    }
}

ParameterSchemas holeSchemas(const MethodSettings& settings) {
    ParameterSchemas schemas{{.name = "pyramid.radius",
                              .type = ParameterType::real,
                              .defaultValue = settings.coarsestRadius,
                              .minimum = 1,
                              .maximum = 1e6,
                              .unit = "px",
                              .description = "The picture is halved until no hole has a larger radius than this.",
                              .advanced = true}};
    if (settings.refineWithFill) {
        schemas.push_back({.name = "fill.views",
                           .type = ParameterType::integer,
                           .defaultValue = std::int64_t{settings.fillViews},
                           .minimum = 1,
                           .maximum = 8,
                           .unit = "evaluations",
                           .description = "Mirrored and turned views of which the feed-forward fill is averaged.",
                           .advanced = true});
        schemas.push_back({.name = "fill.first",
                           .type = ParameterType::choice,
                           .defaultValue = settings.firstEstimate.value(),
                           .description = "The classical fill that the feed-forward network improves.",
                           .choices = classicalFillIds(),
                           .advanced = true});
    }
    return schemas;
}

} // namespace

const MethodEntry& methodOf(const RestoreSpec& spec) {
    const MethodEntry& method = methodCatalogue().at(spec.method.value_or(kDefaultMethod));
    if (!method.serves(taskCatalogue().at(spec.task))) {
        throw Error(ErrorCode::badArgument, Message("the method %1 does not serve the task %2", method.id, spec.task),
                    "palimpsest methods lists what serves which task");
    }
    return method;
}

MethodSettings methodSettings(const MethodEntry& method, std::string_view task, const MethodRequest& request) {
    const TaskBehaviour& behaviour = taskBehaviour(task);
    return behaviour.completed(method.kind == MethodKind::taskDefault
                                   ? behaviour.defaultMethod(request)
                                   : settingsOf(method, request, behaviour.operatorId()));
}

ParameterSchemas parametersOf(const MethodEntry& method, std::string_view task, double sigma) {
    if (const ClassicalRestorer* restorer = classicalRestorers().find(method.id)) {
        return prefixed("classical", restorer->parameters);
    }
    const MethodSettings settings = methodSettings(method, task, {.sigma = sigma});
    if (settings.isClassical()) {
        return {};
    }
    ParameterSchemas schemas = restoresHoles(task) ? holeSchemas(settings) : ParameterSchemas{};
    if (!samplesPrior(method, task)) {
        return schemas;
    }
    if (hasPyramid(task) && settings.coarsestSide > 0) {
        schemas = colourPyramidSchemas(settings);
    }
    const ParameterSchemas ofGuidance =
        withDefaults(guidanceCatalogue().at(settings.guidance).schemas(), settings.guidanceParameters);
    const ParameterSchemas ofStepRule =
        withDefaults(stepRuleCatalogue().at(settings.stepRule).schemas(), settings.stepRuleParameters);
    for (const ParameterSchemas& more : {prefixed("guidance", ofGuidance), prefixed("step-rule", ofStepRule)}) {
        schemas.insert(schemas.end(), more.begin(), more.end());
    }
    return schemas;
}

MethodSettings settingsFor(const RestoreSpec& spec, const MethodRequest& given) {
    if (given.restorer && spec.method == given.restorer->id && !methodCatalogue().find(*spec.method)) {
        return restorerAlone(spec, *given.restorer);
    }
    const MethodEntry& method = methodOf(spec);
    MethodRequest request = given;
    request.taskParameters = spec.taskParameters;
    if (spec.prior) {
        request.sample = std::max(request.sample, 1); // whoever names a prior wants to see what it makes
    }
    MethodSettings settings = ownSettings(spec, method, request);
    fitToPrior(settings, request.prior);
    const MethodRequest variant{.holes = request.holes,
                                .sigma = request.sigma,
                                .sample = 1,
                                .restorer = request.restorer,
                                .taskParameters = request.taskParameters};
    requireUsedStart(spec, method.id, ownSettings(spec, method, variant),
                     request.restorer ? std::string_view(request.restorer->id) : std::string_view());
    const ParameterValues values =
        validated(parametersOf(method, spec.task, request.sigma), spec.parameters, Message("the method %1", method.id));
    if (samplesPrior(method, spec.task)) {
        overrideStart(settings, spec);
        overrideRecipes(settings, spec);
        override(settings.guidanceParameters, withoutPrefix("guidance", spec.parameters));
        override(settings.stepRuleParameters, withoutPrefix("step-rule", spec.parameters));
    }
    overridePyramid(settings, spec.parameters, values);
    if (spec.parameters.contains("fill.views")) {
        settings.fillViews = integer(values, "fill.views");
    }
    if (spec.parameters.contains("fill.first")) {
        settings.firstEstimate = std::get<std::string>(values.at("fill.first"));
    }
    return settings;
}

} // namespace palimpsest
