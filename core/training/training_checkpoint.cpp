// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_checkpoint.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <array>

namespace palimpsest {

namespace {

constexpr const char* kProgressKey = "palimpsest.training.progress";
constexpr const char* kIdentityKey = "palimpsest.training.identity";

/// What must be equal; batch, crop, rate and the like may change from one phase of a training to the next.
constexpr std::array kEssentials{"kind", "architecture", "config"};

void requireSame(const Json& found, const Json& wanted, const std::string& path) {
    for (const char* key : kEssentials) {
        if (found.value(key, Json()) != wanted.value(key, Json())) {
            throw Error(ErrorCode::badInput,
                        Message("\"%1\" belongs to another training: its %2 is %3 instead of %4", path, key,
                                found.value(key, Json()).dump(), wanted.value(key, Json()).dump()),
                        "resume with the same settings, or start in another folder");
        }
    }
}

} // namespace

void writeTrainingCheckpoint(const std::string& path, const StateDict& tensors, const TrainingProgress& progress,
                             const Json& identity) {
    const Json json{{"step", progress.step},
                    {"seconds", progress.seconds},
                    {"peak", progress.rate.peak},
                    {"warmupSteps", progress.rate.warmupSteps},
                    {"cooldownStart", progress.rate.cooldownStart},
                    {"cooldownSteps", progress.rate.cooldownSteps}};
    writeSafetensors(path, {tensors, {{kProgressKey, json.dump()}, {kIdentityKey, identity.dump()}}});
}

TrainingCheckpoint readTrainingCheckpoint(const std::string& path, const Json& identity) {
    Safetensors content = readSafetensors(path);
    if (!content.metadata.contains(kProgressKey) || !content.metadata.contains(kIdentityKey)) {
        throw Error(ErrorCode::badInput, Message("\"%1\" is not a checkpoint of a training", path),
                    "choose the folder of a training");
    }
    requireSame(parseJson(content.metadata.at(kIdentityKey), path), identity, path);
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
        throw Error(ErrorCode::badInput,
                    Message("the checkpoint \"%1\" cannot be read: %2", path, Message::verbatim(e.what())),
                    "start the training again");
    }
}

} // namespace palimpsest
