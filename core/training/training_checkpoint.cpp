// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_checkpoint.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <nlohmann/json.hpp>

namespace palimpsest {

namespace {

constexpr const char* kProgressKey = "palimpsest.training.progress";
constexpr const char* kIdentityKey = "palimpsest.training.identity";

} // namespace

void writeTrainingCheckpoint(const std::string& path, const StateDict& tensors, const TrainingProgress& progress,
                             const std::string& identity) {
    const Json json{{"step", progress.step},
                    {"seconds", progress.seconds},
                    {"peak", progress.rate.peak},
                    {"warmupSteps", progress.rate.warmupSteps},
                    {"cooldownStart", progress.rate.cooldownStart},
                    {"cooldownSteps", progress.rate.cooldownSteps}};
    writeSafetensors(path, {tensors, {{kProgressKey, json.dump()}, {kIdentityKey, identity}}});
}

TrainingCheckpoint readTrainingCheckpoint(const std::string& path, const std::string& identity) {
    Safetensors content = readSafetensors(path);
    if (!content.metadata.contains(kProgressKey) || !content.metadata.contains(kIdentityKey)) {
        throw Error(ErrorCode::badInput, "\"" + path + "\" is not a checkpoint of a training", "choose the folder of a training");
    }
    if (content.metadata.at(kIdentityKey) != identity) {
        throw Error(ErrorCode::badInput,
                    "\"" + path + "\" belongs to a training with other settings: " + content.metadata.at(kIdentityKey) +
                        " instead of " + identity,
                    "resume with the same settings, or start in another folder");
    }
    try {
        const Json json = parseJson(content.metadata.at(kProgressKey), path);
        TrainingProgress progress;
        json.at("step").get_to(progress.step);
        json.at("seconds").get_to(progress.seconds);
        json.at("peak").get_to(progress.rate.peak);
        json.at("warmupSteps").get_to(progress.rate.warmupSteps);
        json.at("cooldownStart").get_to(progress.rate.cooldownStart);
        json.at("cooldownSteps").get_to(progress.rate.cooldownSteps);
        return {std::move(content.tensors), progress};
    } catch (const nlohmann::json::exception& e) {
        throw Error(ErrorCode::badInput, "the checkpoint \"" + path + "\" cannot be read: " + e.what(),
                    "start the training again");
    }
}

} // namespace palimpsest
