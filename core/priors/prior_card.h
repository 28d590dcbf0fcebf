// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/parameter.h"
#include "core/networks/evaluation_cost.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// What a card of a feed-forward restorer tells besides.
struct RestorerRule {
    std::vector<std::string> tasks; ///< that it serves, by id
    int scale = 1;                  ///< how many times wider and higher its result is
    int tile = 512;                 ///< px of its input: the side of the largest piece; 0: it has to see everything
    int overlap = 32;               ///< px of its input that a piece sees beyond what it gives
    bool operator==(const RestorerRule&) const = default;
};

/// card.json: what a prior is, beside its weights. A prior is a folder that holds the two.
struct PriorCard {
    std::string id; ///< lower case letters, digits and hyphens
    std::string title;
    std::string licence;
    std::string architecture;          ///< id in the catalogue of networks
    std::string config = "{}";         ///< of the architecture, as JSON text
    std::string kind = "diffusion";    ///< diffusion | fill | restorer
    std::string parametrisation = "v"; ///< eps | v | x0 | score; what the network returns (of the other kinds: x0)
    std::string timeLabel = "index";   ///< index | sigma; what the network is told of the time. With sigma it takes
                                       ///< x0 + sigma z, else sqrt(alphaBar) x0 + sqrt(1 - alphaBar) z
    std::string schedule = "cosine";   ///< id in the catalogue of schedules; the other kinds have none: empty
    int scheduleSteps = 1000;          ///< T, number of times in the schedule; of the other kinds: 0
    ParameterValues scheduleValues; ///< of the schedule, where they are not its defaults; without the number of times
    int channels = 3;               ///< 1 to 4, of the picture
    int nativeSize = 64;            ///< px: side of the crops it was trained on
    EvaluationCost cost;            ///< of one evaluation; unknown in cards that do not tell it
    std::array<double, 2> valueRange{-1, 1};         ///< of its pictures, black to white
    std::optional<RestorerRule> restorer;            ///< of the kind restorer
    std::string trainingData;                        ///< one sentence
    std::string weightsFile = "weights.safetensors"; ///< a name in the same folder
    std::string weightsSha256;
    std::string weightsDtype = "F16"; ///< F16 | F32 | BF16, as safetensors calls it

    bool operator==(const PriorCard&) const = default;
};

/// At most 64 lower case letters, digits and hyphens, of which none is the first.
bool isPriorId(const std::string& text);

Json toJson(const PriorCard& card);
/// Strict: a missing, unknown or mistyped entry, an architecture or schedule that does not exist, and a weights file
/// outside the folder throw Error(badInput) in one sentence. `origin` names the card in it.
PriorCard priorCardFromJson(const Json& json, const std::string& origin);
/// Reads FOLDER/card.json.
PriorCard readPriorCard(const std::string& folder);

} // namespace palimpsest
