// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/specs/train_spec.h"

#include "core/specs/spec_fields.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

ParameterSchema word(std::string name, std::string value, std::string description,
                     ParameterType type = ParameterType::text) {
    return {
        .name = std::move(name), .type = type, .defaultValue = std::move(value), .description = std::move(description)};
}

ParameterSchema whole(std::string name, std::int64_t value, double minimum, double maximum, std::string unit,
                      std::string description) {
    return {.name = std::move(name),
            .type = ParameterType::integer,
            .defaultValue = value,
            .minimum = minimum,
            .maximum = maximum,
            .unit = std::move(unit),
            .description = std::move(description)};
}

const SpecFields<TrainSpec>& fields() {
    using S = TrainSpec;
    const S standard;
    // clang-format off
    static const SpecFields<S> table = {
        {word("pictures", "", "Folder with the pictures to learn from, searched with its subfolders.", ParameterType::path),
         &S::pictures},
        {word("output", "", "Folder for the checkpoint, the sample sheet and the prior.", ParameterType::path), &S::output},
        {{.name = "kind", .type = ParameterType::choice, .defaultValue = standard.kind,
          .description = "diffusion: a prior for every task; fill: a feed-forward network that fills masks.",
          .choices = {"diffusion", "fill"}},
         &S::kind},
        {word("id", standard.id, "Id of the prior, as --prior takes it."), &S::id},
        {word("title", "", "Name of the prior, shown in the window."), &S::title},
        {word("licence", "", "Licence of the weights."), &S::licence},
        {word("training-data", "", "One sentence on what it was trained on."), &S::trainingData},
        {whole("steps", standard.steps, 1, 1e9, "steps", "Optimiser steps until the learning rate has decayed."), &S::steps},
        {{.name = "minutes", .type = ParameterType::real, .defaultValue = Automatic{}, .minimum = 0, .maximum = 1e6, .unit = "min",
          .description = "Stop after this time with a checkpoint; auto: no limit."},
         &S::minutes},
        {whole("batch", standard.batch, 1, 4096, "crops", "Crops in a step."), &S::batch},
        {whole("crop", standard.crop, 16, 1024, "px", "Side of a crop."), &S::crop},
        {{.name = "learning-rate", .type = ParameterType::real, .defaultValue = standard.learningRate, .minimum = 1e-7,
          .maximum = 1, .description = "Learning rate after the warm-up."},
         &S::learningRate},
        {whole("checkpoint-minutes", standard.checkpointMinutes, 1, 1440, "min", "Time between checkpoints."),
         &S::checkpointMinutes},
        {{.name = "resume", .type = ParameterType::boolean, .defaultValue = true,
          .description = "Go on from the output folder's checkpoint, if there is one."},
         &S::resume},
        {whole("seed", 0, 0, 9007199254740991.0, "", "Equal seeds give equal trainings."), &S::seed},
        {{.name = "device", .type = ParameterType::text, .defaultValue = Automatic{},
          .description = "Where to compute: cpu, cuda or cuda:N; auto takes the first GPU that can be used, else the CPU."},
         &S::device},
        {{.name = "precision", .type = ParameterType::choice, .defaultValue = Automatic{},
          .description = "Number format of the network.", .choices = {"fp32", "bf16"}},
         &S::precision},
        {{.name = "threads", .type = ParameterType::integer, .defaultValue = Automatic{}, .minimum = 1, .maximum = 1024,
          .description = "CPU threads; auto uses all cores."},
         &S::threads},
    };
    // clang-format on
    return table;
}

constexpr char kOwner[] = "the training";

} // namespace

const ParameterSchemas& trainSchemas() {
    static const ParameterSchemas schemas = schemasOf(fields());
    return schemas;
}

void validate(const TrainSpec& spec) {
    validateFields(fields(), spec, kOwner);
    if (spec.pictures.empty() || spec.output.empty()) {
        throw Error(ErrorCode::badArgument, "a training needs a folder of pictures and an output folder",
                    "palimpsest train PICTURES -o FOLDER");
    }
}

void setField(TrainSpec& spec, const std::string& name, const ParameterValue& value) {
    write(spec, fieldNamed(fields(), name, kOwner), value, kOwner);
}

ParameterValue field(const TrainSpec& spec, const std::string& name) {
    return read(spec, fieldNamed(fields(), name, kOwner));
}

Json toJson(const TrainSpec& spec) { return toJson(valuesOf(fields(), spec)); }

TrainSpec trainSpecFromJson(const Json& json) {
    TrainSpec spec;
    for (const auto& [name, value] : parametersFromJson(trainSchemas(), json, kOwner)) {
        setField(spec, name, value);
    }
    validate(spec);
    return spec;
}

} // namespace palimpsest
