// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/parameter.h"
#include "core/tasks/task.h"

#include <cstdint>
#include <optional>
#include <string>

namespace palimpsest {

/// A restoration described completely: the window, a batch and the command line build the same value and give it to
/// Engine::restore with what was measured. Equal specs on equal input give equal bytes on one device. What is not set
/// is chosen: by the task, the method, the prior or the machine.
struct RestoreSpec {
    std::string task = "inpaint";      ///< id in the task catalogue
    ParameterValues taskParameters;    ///< under the schema of the task's description; what is missing has its default
    std::optional<std::string> method; ///< id in the method catalogue; the task's default
    std::optional<std::string> prior;  ///< id of an installed prior, or the path of a prior's folder; kDefaultPrior
    std::optional<int> classLabel;     ///< of a class-conditional prior
    std::optional<std::string> start;  ///< noise | estimate
    std::optional<std::string> estimate; ///< first estimate: an id of the task's, or the path of a picture, which
                                         ///< whoever opens files puts into RestoreInput::estimate
    std::optional<double> t0;            ///< where a start from an estimate begins, (0,1] of the schedule
    std::optional<int> steps;            ///< network evaluations per pyramid level
    std::optional<std::string> stepRule; ///< ddpm | ddim | dpmpp-2m | predictor-corrector | renoise
    std::uint64_t seed = 0;
    int samples = 1;                      ///< variants, each with its own stream of the seed
    std::optional<int> tile;              ///< px, side of the largest piece given to the network at once
    std::optional<std::string> device;    ///< cpu | cuda[:N]
    std::optional<std::string> precision; ///< fp32 | bf16 | fp16
    std::optional<int> threads;
    ParameterValues parameters; ///< of method, guidance and step rule, named "guidance.scale", "step-rule.eta" ...

    bool operator==(const RestoreSpec&) const = default;
};

/// The prior of a spec that names none, and the method of one that names none.
inline constexpr const char* kDefaultPrior = "photo";
inline constexpr const char* kDefaultMethod = "default";

/// Schemas of what every task has (not of `parameters`), and of those with the task's own before "seed": flags, form,
/// JSON check and manual are made from them. Throws Error(badArgument) for an unknown task.
const ParameterSchemas& commonSchemas();
ParameterSchemas restoreSchemas(const std::string& task);

/// Throws Error(badArgument) for an unknown task, a value out of its schema's range, a name that the task does not
/// have, and t0 = 0.
void validate(const RestoreSpec& spec);

/// Sets one field, or one of the task's parameters, by its schema's name. Throws as validate does.
void setField(RestoreSpec& spec, const std::string& name, const ParameterValue& value);
ParameterValue field(const RestoreSpec& spec, const std::string& name);

/// The spec for another task: parameters that the new one has too are kept, and so is a first estimate that it offers.
RestoreSpec withTask(RestoreSpec spec, const std::string& task);

/// All of the task's parameters, with their defaults. Throws as validate does.
ParameterValues completeTaskParameters(const RestoreSpec& spec);

Json toJson(const RestoreSpec& spec);
/// Reads what toJson wrote, and specs of earlier versions (spec_upgrade.h). Unknown keys are refused by name.
RestoreSpec restoreSpecFromJson(const Json& json);
/// The same of a record's resolved spec, in which everything was chosen.
RestoreSpec resolvedSpecFromJson(const Json& json);

} // namespace palimpsest
