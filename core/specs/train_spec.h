// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/parameter.h"

#include <cstdint>
#include <optional>
#include <string>

namespace palimpsest {

/// A training described completely. The output folder holds the checkpoint, the sample sheet and the prior.
struct TrainSpec {
    std::string pictures;           ///< folder, searched recursively
    std::string output;             ///< folder
    std::string kind = "diffusion"; ///< diffusion | fill
    std::string id = "my-prior";    ///< the prior's id
    std::string title;
    std::string licence;
    std::string trainingData; ///< one sentence for the card
    std::int64_t steps = 100000;
    std::optional<double> minutes; ///< stop after this time; a later run resumes
    int batch = 32;
    int crop = 64; ///< px
    double learningRate = 4e-4;
    int checkpointMinutes = 5;
    bool resume = true; ///< go on from the output folder's checkpoint, if there is one
    std::uint64_t seed = 0;
    std::optional<std::string> device;    ///< cpu | cuda[:N]
    std::optional<std::string> precision; ///< fp32 | bf16
    std::optional<int> threads;

    bool operator==(const TrainSpec&) const = default;
};

const ParameterSchemas& trainSchemas();
void validate(const TrainSpec& spec);
void setField(TrainSpec& spec, const std::string& name, const ParameterValue& value);
ParameterValue field(const TrainSpec& spec, const std::string& name);
Json toJson(const TrainSpec& spec);
TrainSpec trainSpecFromJson(const Json& json);

} // namespace palimpsest
