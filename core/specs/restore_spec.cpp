// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specs/restore_spec.h"

#include "core/base/error.h"
#include "core/specs/spec_fields.h"
#include "core/specs/spec_upgrade.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace palimpsest {
namespace {

/// Numbers up to here are exact in JSON and in a double.
constexpr double kLargestSeed = 9007199254740991.0;

/// What may stay open is chosen.
ParameterSchema open(std::string name, ParameterType type, std::string description, bool advanced = true) {
    return {.name = std::move(name),
            .type = type,
            .defaultValue = Automatic{},
            .description = std::move(description),
            .advanced = advanced};
}

ParameterSchema within(ParameterSchema schema, double minimum, double maximum, std::string unit = {}) {
    schema.minimum = minimum;
    schema.maximum = maximum;
    schema.unit = std::move(unit);
    return schema;
}

ParameterSchema oneOf(ParameterSchema schema, std::vector<std::string> choices) {
    schema.choices = std::move(choices);
    return schema;
}

std::vector<std::string> taskIds() {
    std::vector<std::string> ids;
    for (const TaskDescription& task : taskCatalogue()) {
        ids.push_back(task.id);
    }
    return ids;
}

const SpecFields<RestoreSpec>& fields() {
    using S = RestoreSpec;
    using enum ParameterType;
    // clang-format off
    static const SpecFields<S> table = {
        {{.name = "task", .type = choice, .defaultValue = std::string("inpaint"), .description = "What is to be restored.", .choices = taskIds()}, &S::task},
        {open("method", text, "How it is restored; auto takes the task's default.", false), &S::method},
        {open("prior", text, "Id of an installed prior, or the folder of one; auto takes photo.", false), &S::prior},
        {within(open("class", integer, "The class that a class-conditional prior draws, by its number."), 0, 100000), &S::classLabel},
        {oneOf(open("start", choice, "Begin from pure noise, or from a first estimate."), {"noise", "estimate"}), &S::start},
        {open("estimate", text, "The first estimate: the id of one that the task offers, or the path of a picture."), &S::estimate},
        {within(open("t0", real, "How far the first estimate is noised before the prior takes over: near 0 keeps it, 1 forgets it."), 0, 1), &S::t0},
        {within(open("steps", integer, "Network evaluations per level of the pyramid.", false), 1, 1000, "evaluations"), &S::steps},
        {oneOf(open("step-rule", choice, "How one step goes from a noise level to the next."), {"ddpm", "ddim", "dpmpp-2m", "predictor-corrector", "renoise"}),
         &S::stepRule},
        {{.name = "seed", .type = integer, .defaultValue = std::int64_t{0}, .maximum = kLargestSeed, .description = "Equal seeds give equal results."},
         &S::seed},
        {{.name = "samples", .type = integer, .defaultValue = std::int64_t{1}, .minimum = 1, .maximum = 64, .description = "Number of variants."},
         &S::samples},
        {within(open("tile", integer, "Side of the largest piece that the network sees at once."), 1, 4096, "px"), &S::tile},
        {open("device", text, "Where to compute: cpu, cuda or cuda:N; auto takes the first GPU that can be used, else the CPU."), &S::device},
        {oneOf(open("precision", choice, "Number format of the network."), {"fp32", "bf16", "fp16"}), &S::precision},
        {within(open("threads", integer, "CPU threads; auto uses all cores."), 1, 1024), &S::threads},
    };
    // clang-format on
    return table;
}

constexpr char kOwner[] = "the restoration";

/// Values whose schemas only the planned method knows.
ParameterValues freeParameters(const Json& json) {
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, "the \"parameters\" of a restoration must be a JSON object of named values");
    }
    ParameterValues values;
    for (const auto& [name, value] : json.items()) {
        const ParameterType type = value.is_boolean()        ? ParameterType::boolean
                                   : value.is_number_float() ? ParameterType::real
                                   : value.is_number()       ? ParameterType::integer
                                                             : ParameterType::text;
        values[name] = parametersFromJson({{.name = name, .type = type, .minimum = -1e15, .maximum = 1e15}},
                                          Json{{name, value}}, kOwner)[name];
    }
    return values;
}

RestoreSpec specFrom(const Json& json, bool resolved) {
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, "a restoration must be a JSON object");
    }
    Json rest = upgradedSpec(json, resolved);
    rest.erase("version");
    RestoreSpec spec;
    if (const auto parameters = rest.find("parameters"); parameters != rest.end()) {
        spec.parameters = freeParameters(*parameters);
        rest.erase("parameters");
    }
    const Json own = rest.contains("taskParameters") ? rest["taskParameters"] : Json::object();
    rest.erase("taskParameters");
    for (const auto& [name, value] : parametersFromJson(commonSchemas(), rest, kOwner)) {
        setField(spec, name, value);
    }
    const TaskDescription& task = taskCatalogue().at(spec.task);
    for (const auto& [name, value] : parametersFromJson(task.parameters, own, Message("the task %1", task.id))) {
        if (value != task.parameter(name)->defaultValue) {
            spec.taskParameters[name] = value;
        }
    }
    validate(spec);
    return spec;
}

} // namespace

const ParameterSchemas& commonSchemas() {
    static const ParameterSchemas schemas = schemasOf(fields());
    return schemas;
}

ParameterSchemas restoreSchemas(const std::string& task) {
    ParameterSchemas schemas = commonSchemas();
    const auto seed = std::find_if(schemas.begin(), schemas.end(),
                                   [](const ParameterSchema& schema) { return schema.name == "seed"; });
    const ParameterSchemas& own = taskCatalogue().at(task).parameters;
    schemas.insert(seed, own.begin(), own.end());
    return schemas;
}

void validate(const RestoreSpec& spec) {
    validateFields(fields(), spec, kOwner);
    completeTaskParameters(spec);
    if (spec.t0 && *spec.t0 == 0) {
        throw Error(ErrorCode::badArgument, "t0 = 0 would return the first estimate unchanged",
                    "use a t0 between 0.01 and 1, or --method fill");
    }
}

ParameterValues completeTaskParameters(const RestoreSpec& spec) {
    const TaskDescription& task = taskCatalogue().at(spec.task);
    return validated(task.parameters, spec.taskParameters, Message("the task %1", task.id));
}

void setField(RestoreSpec& spec, const std::string& name, const ParameterValue& value) {
    if (const ParameterSchema* schema = taskCatalogue().at(spec.task).parameter(name)) {
        spec.taskParameters[name] = validated({*schema}, {{name, value}}, kOwner).at(name);
    } else {
        write(spec, fieldNamed(fields(), name, kOwner), value, kOwner);
    }
}

RestoreSpec withTask(RestoreSpec spec, const std::string& task) {
    const TaskDescription& description = taskCatalogue().at(task);
    std::erase_if(spec.taskParameters, [&](const auto& named) { return !description.takesParameter(named.first); });
    if (spec.estimate && !description.hasFirstEstimate(*spec.estimate)) {
        spec.estimate.reset();
    }
    spec.task = task;
    return spec;
}

ParameterValue field(const RestoreSpec& spec, const std::string& name) {
    if (const ParameterSchema* schema = taskCatalogue().at(spec.task).parameter(name)) {
        const auto found = spec.taskParameters.find(name);
        return found == spec.taskParameters.end() ? schema->defaultValue : found->second;
    }
    return read(spec, fieldNamed(fields(), name, kOwner));
}

Json toJson(const RestoreSpec& spec) {
    Json json = toJson(valuesOf(fields(), spec));
    json["version"] = kSpecVersion;
    json["taskParameters"] = toJson(completeTaskParameters(spec));
    json["parameters"] = toJson(spec.parameters);
    return json;
}

RestoreSpec restoreSpecFromJson(const Json& json) { return specFrom(json, false); }

RestoreSpec resolvedSpecFromJson(const Json& json) { return specFrom(json, true); }

} // namespace palimpsest
