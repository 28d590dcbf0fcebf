// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/training_folder.h"

#include "core/model_import/wrapper_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <tuple>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

struct NameParts {
    std::vector<std::string> words;   ///< of letters, in lower case
    std::vector<std::string> numbers; ///< of digits
};

NameParts partsOf(const fs::path& file) {
    NameParts parts;
    int kind = 0;
    for (const unsigned char c : file.stem().string()) {
        const int now = std::isalpha(c) ? 1 : std::isdigit(c) ? 2 : 0;
        auto& list = now == 1 ? parts.words : parts.numbers;
        if (now != 0 && now != kind) {
            list.emplace_back();
        }
        if (now != 0) {
            list.back() += static_cast<char>(std::tolower(c));
        }
        kind = now;
    }
    return parts;
}

template <std::size_t Count>
bool hasOneOf(const NameParts& parts, const std::array<std::string_view, Count>& words) {
    return std::any_of(parts.words.begin(), parts.words.end(), [&](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

/// What a training needs to go on, and nobody else.
bool isTrainingState(const NameParts& parts) {
    static constexpr std::array<std::string_view, 15> kStates{
        "optimizer", "optimizers", "optim", "opt",    "scheduler", "schedulers", "sched", "scaler",
        "rng",       "random",     "args",  "states", "grad",      "trainer",    "lr"};
    return hasOneOf(parts, kStates);
}

/// Best before last before numbered.
int rankOf(const NameParts& parts) {
    static constexpr std::array<std::string_view, 1> kBest{"best"};
    static constexpr std::array<std::string_view, 3> kLast{"last", "latest", "final"};
    return hasOneOf(parts, kBest) ? 3 : hasOneOf(parts, kLast) ? 2 : parts.numbers.empty() ? 1 : 0;
}

/// Steps and epochs, compared as numbers.
std::vector<std::pair<std::size_t, std::string>> stepsOf(const NameParts& parts) {
    std::vector<std::pair<std::size_t, std::string>> steps;
    for (const std::string& number : parts.numbers) {
        const std::string digits = number.substr(std::min(number.find_first_not_of('0'), number.size()));
        steps.emplace_back(digits.size(), digits);
    }
    return steps;
}

/// The words that tell networks apart.
std::set<std::string> networkOf(const NameParts& parts) {
    static const std::set<std::string> kNoNetwork{
        "ema",  "model", "best",       "last", "latest",    "final",   "epoch",  "step",  "iter",
        "ckpt", "steps", "checkpoint", "v",    "pytorch",   "weights", "net",    "state", "dict",
        "swa",  "avg",   "averaged",   "fp",   "diffusion", "unet",    "params", "loss",  "val"};
    std::set<std::string> words;
    for (const std::string& word : parts.words) {
        if (!kNoNetwork.contains(word)) {
            words.insert(word);
        }
    }
    return words;
}

} // namespace

std::optional<fs::path> checkpointOfTraining(const std::vector<fs::path>& files) {
    std::optional<fs::path> best;
    std::set<std::set<std::string>> networks;
    const auto worth = [](const fs::path& file) {
        const NameParts parts = partsOf(file);
        // Of equals (ema_0.9999 and ema_0.999 of one step, .safetensors and .bin) the last name is taken.
        return std::tuple(saysAverage(file.stem().string()), rankOf(parts), stepsOf(parts),
                          file.extension() == ".safetensors", file.filename().string());
    };
    for (const fs::path& file : files) {
        const NameParts parts = partsOf(file);
        if (isTrainingState(parts)) {
            continue;
        }
        networks.insert(networkOf(parts));
        if (!best || worth(file) > worth(*best)) {
            best = file;
        }
    }
    return networks.size() == 1 ? best : std::nullopt;
}

} // namespace palimpsest
