// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/model_import/diffusion_choices.h"
#include "core/model_import/layout_facts.h"
#include "core/model_import/ncsnpp_layout.h"
#include "core/model_import/recogniser.h"
#include "core/model_import/weight_matching.h"
#include "core/networks/ncsnpp/ncsnpp_weights.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace palimpsest {
namespace {

bool fits(const CheckpointOutline&, const WeightSet& weights) {
    return weights.hasPrefix("all_modules.") && weights.mentions(".GroupNorm_0.");
}

/// Where the output's pyramid cannot be told from the way down, every form of it is compared with all the shapes.
std::vector<WeightSource> matchedLayout(const WeightSet& weights, NcsnppConfig& config) {
    std::optional<Error> first;
    for (const NcsnppPyramid progressive : {NcsnppPyramid::none, NcsnppPyramid::skip, NcsnppPyramid::residual}) {
        config.progressive = progressive;
        try {
            checkNcsnppConfig(config);
            return matchedWeights(weights, ncsnppParameters(config, planNcsnpp(config)));
        } catch (const Error& error) {
            first = first ? first : error;
        }
    }
    throw Error(*first);
}

/// What moves no tensor and changes no shape.
void chooseArithmetic(const WeightSet& weights, ChoiceTable& choices, NcsnppConfig& config) {
    if (const std::optional<bool> filters = filtersWhereItResamples(weights)) {
        config.fir = *filters;
    } else {
        config.fir = choices.choose("fir", "Are pictures resampled with the filter [1,3,3,1], or by means and copies?",
                                    {"yes", "no"}) == "yes";
    }
    config.skipRescale = choices.choose("skip-rescale", "Are sums of two branches divided by the square root of two?",
                                        {"yes", "no"}) == "yes";
}

void chooseVarianceExploding(ChoiceTable& choices, PriorCard& card) {
    constexpr double kLowest = 1e-5;
    constexpr double kHighest = 1e4;
    card.parametrisation = "score";
    card.timeLabel = "sigma";
    card.schedule = "ve";
    card.scheduleSteps = 1000;
    card.scheduleValues["sigma-min"] =
        choices.number("sigma-min", "What is the standard deviation of the least noise that it was trained with?",
                       {"0.01"}, kLowest, 1);
    card.scheduleValues["sigma-max"] =
        choices.number("sigma-max", "What is the standard deviation of the most noise that it was trained with?",
                       {"378", "348", "380", "1348", "50"}, 1, kHighest);
    chooseValueRange(choices, card, "0..1");
}

void read(const ModelEvidence& evidence, Recognition& recognition) {
    PriorCard& card = recognition.card;
    const bool isFourier = evidence.weights.has("all_modules.0.W");
    NcsnppConfig config = ncsnppLayout(evidence.weights);
    chooseArithmetic(evidence.weights, evidence.choices, config);
    const std::string noise =
        evidence.choices.choose("noise", "Was noise added to unchanged pictures (ve), or mixed with fading ones (vp)?",
                                isFourier ? std::vector<std::string>{"ve", "vp"} : std::vector<std::string>{"vp"});
    config.scaleBySigma = noise == "ve";
    if (noise == "ve") {
        chooseVarianceExploding(evidence.choices, card);
    } else {
        chooseVariancePreserving(evidence.choices, card);
    }
    config.centered = card.valueRange[0] < 0;
    chooseSize(evidence.choices, card, {"256", "32", "64", "320", "512", "1024"});
    recognition.weights = matchedLayout(evidence.weights, config);
    card.architecture = "ncsnpp";
    card.config = toJson(config).dump();
    card.channels = config.channels;
    std::vector<int> widths;
    for (std::size_t level = 0; level < config.levels(); ++level) {
        widths.push_back(config.width(level));
    }
    recognition.model.facts.push_back(levelsFact(widths, config.residualBlocks));
    recognition.model.facts.push_back(attentionFact(config.attentionDownsampling));
}

} // namespace

extern const Recogniser kNcsnppRecogniser;
const Recogniser kNcsnppRecogniser{"ncsnpp", "NCSN++ or DDPM++ as score-SDE saves it", fits, read};

} // namespace palimpsest
