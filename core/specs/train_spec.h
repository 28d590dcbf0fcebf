// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/parameter.h"

#include <cstdint>
#include <string>

namespace palimpsest {

/// A training described completely. The output folder holds the checkpoint, the sample sheet and the prior.
struct TrainSpec {
    std::string pictures;         ///< folder, searched recursively
    std::string output;           ///< folder
    std::string kind = "diffusion"; ///< diffusion | fill
    std::string id = "my-prior";  ///< the prior's id
    std::string title;
    std::string licence;
    std::string trainingData;     ///< one sentence for the card
    std::int64_t steps = 100000;
    double minutes = 0;           ///< stop after this time (0: no limit); a later run resumes
    int batch = 32;
    int crop = 64;                ///< px
    double learningRate = 4e-4;
    int checkpointMinutes = 5;
    bool resume = true;           ///< go on from the output folder's checkpoint, if there is one
    std::uint64_t seed = 0;
    std::string device = "auto";
    std::string precision = "auto";
    int threads = 0;

    bool operator==(const TrainSpec&) const = default;
};

const ParameterSchemas& trainSchemas();
void validate(const TrainSpec& spec);
void setField(TrainSpec& spec, const std::string& name, const ParameterValue& value);
ParameterValue field(const TrainSpec& spec, const std::string& name);
Json toJson(const TrainSpec& spec);
TrainSpec trainSpecFromJson(const Json& json);

} // namespace palimpsest
