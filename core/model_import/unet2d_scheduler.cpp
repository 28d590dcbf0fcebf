// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/unet2d_scheduler.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/model_import/diffusion_choices.h"

#include <nlohmann/json.hpp>

#include <array>
#include <map>

namespace palimpsest {
namespace {

const std::map<std::string, std::string> kPredictions{{"epsilon", "eps"}, {"v_prediction", "v"}, {"sample", "x0"}};
const std::map<std::string, std::string> kSchedules{
    {"linear", "linear"}, {"scaled_linear", "scaled-linear"}, {"squaredcos_cap_v2", "cosine"}};

/// Our word for one of theirs; the first of the table's own default if the entry is missing.
std::string translated(const Json& json, const char* key, const std::string& fallback,
                       const std::map<std::string, std::string>& words) {
    const std::string theirs = json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : fallback;
    const auto found = words.find(theirs);
    if (found == words.end()) {
        throw Error(ErrorCode::badInput,
                    Message("its scheduler_config.json says %1 \"%2\", which is not known here", key, theirs),
                    "change or remove scheduler_config.json, and choose by hand");
    }
    return found->second;
}

double number(const Json& json, const char* key, double fallback) {
    return json.contains(key) && json[key].is_number() ? json[key].get<double>() : fallback;
}

int timesOf(const Json& json) {
    constexpr int kUsual = 1000;
    return static_cast<int>(number(json, "num_train_timesteps", kUsual));
}

void readVarianceExploding(const Json& json, PriorCard& card) {
    card.parametrisation = "score";
    card.timeLabel = "sigma";
    card.schedule = "ve";
    card.scheduleSteps = timesOf(json);
    card.scheduleValues = {{"sigma-min", number(json, "sigma_min", 0.01)},
                           {"sigma-max", number(json, "sigma_max", 1348)}};
}

void readVariancePreserving(const Json& json, PriorCard& card) {
    card.parametrisation = translated(json, "prediction_type", "epsilon", kPredictions);
    card.timeLabel = "index";
    card.schedule = translated(json, "beta_schedule", "linear", kSchedules);
    card.scheduleSteps = timesOf(json);
    if (card.schedule != "cosine") {
        card.scheduleValues = {{"beta-start", number(json, "beta_start", 1e-4)},
                               {"beta-end", number(json, "beta_end", 0.02)}};
    }
}

} // namespace

void readScheduler(const std::string& scheduler, const Unet2dConfig& config, ChoiceTable& choices, PriorCard& card) {
    const bool isFourier = config.timeEmbedding == Unet2dTimeEmbedding::fourier;
    const Json json = scheduler.empty() ? Json::object() : parseJson(scheduler, "scheduler_config.json");
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, "its scheduler_config.json is no object", "save the model again");
    }
    if (isFourier) {
        readVarianceExploding(json, card);
        chooseValueRange(choices, card, config.centerInput ? "0..1" : "-1..1");
    } else if (!scheduler.empty()) {
        readVariancePreserving(json, card);
        chooseValueRange(choices, card, "-1..1");
    } else {
        chooseVariancePreserving(choices, card);
    }
}

} // namespace palimpsest
