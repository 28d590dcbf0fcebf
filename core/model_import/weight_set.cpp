// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/weight_set.h"

#include "core/model_import/named_averages.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>

namespace palimpsest {
namespace {

/// What wrappers write before a network's own names; the longest first.
constexpr std::array<std::string_view, 8> kWrappers{"model.diffusion_model.",
                                                    "module.model.",
                                                    "diffusion_model.",
                                                    "ema_model.",
                                                    "denoise_fn.",
                                                    "module.",
                                                    "model.",
                                                    "unet."};

bool isNumber(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

bool saysAverage(std::string container) {
    std::transform(container.begin(), container.end(), container.begin(),
                   [](unsigned char c) { return std::tolower(c); });
    return container.find("ema") != std::string::npos || container.find("shadow") != std::string::npos ||
           container.find("average") != std::string::npos;
}

/// What a network remembers besides its weights, and does not need.
bool isBuffer(const std::string& name) {
    static constexpr std::array<std::string_view, 4> kBuffers{"sigmas", "running_mean", "running_var",
                                                              "num_batches_tracked"};
    const std::size_t dot = name.rfind('.') + 1; // npos + 1 is 0
    return std::find(kBuffers.begin(), kBuffers.end(), std::string_view(name).substr(dot)) != kBuffers.end();
}

bool isList(const WeightSet& set) {
    return std::all_of(set.weights().begin(), set.weights().end(),
                       [](const StoredWeight& w) { return isNumber(w.name); });
}

/// The dictionaries and lists that hold tensors themselves, in the order of the file.
std::vector<WeightSet> containersOf(const std::vector<TensorInfo>& tensors) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<StoredWeight>> groups;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const std::size_t slash = tensors[i].name.rfind('/') + 1; // npos + 1 is 0
        if (isBuffer(tensors[i].name.substr(slash))) {
            continue;
        }
        const std::string container = tensors[i].name.substr(0, slash);
        auto& group = groups[container];
        if (group.empty()) {
            order.push_back(container);
        }
        group.push_back({tensors[i].name.substr(slash), i, tensors[i].type, tensors[i].shape});
    }
    std::vector<WeightSet> sets;
    for (const std::string& container : order) {
        sets.emplace_back(container, std::move(groups[container]), saysAverage(container));
    }
    return sets;
}

std::optional<WeightSet> unwrapped(const WeightSet& set, std::string_view wrapper) {
    std::vector<StoredWeight> inside;
    for (const StoredWeight& weight : set.weights()) {
        if (weight.name.starts_with(wrapper)) {
            inside.push_back(weight);
            inside.back().name.erase(0, wrapper.size());
        }
    }
    return inside.empty() ? std::nullopt
                          : std::optional(WeightSet(set.container(), std::move(inside), set.isAveraged()));
}

/// Longest state with names: what a list of averages follows.
const WeightSet* namedState(const std::vector<WeightSet>& sets) {
    const WeightSet* longest = nullptr;
    for (const WeightSet& set : sets) {
        if (!isList(set) && (!longest || set.size() > longest->size())) {
            longest = &set;
        }
    }
    return longest;
}

/// Averages first; in a list [state, optimizer, .., averages] what comes later is the average.
void putLikeliestFirst(std::vector<WeightSet>& sets) {
    std::stable_sort(sets.begin(), sets.end(), [](const WeightSet& a, const WeightSet& b) {
        if (a.isAveraged() != b.isAveraged()) {
            return a.isAveraged();
        }
        const auto inTopList = [](const WeightSet& set) {
            const std::string& path = set.container();
            return path.empty() ? std::string_view() : std::string_view(path).substr(0, path.find('/'));
        };
        return isNumber(inTopList(a)) && isNumber(inTopList(b)) && inTopList(a) > inTopList(b);
    });
}

} // namespace

WeightSet::WeightSet(std::string container, std::vector<StoredWeight> weights, bool isAveraged)
    : container_(std::move(container)), weights_(std::move(weights)), isAveraged_(isAveraged) {
    for (std::size_t i = 0; i < weights_.size(); ++i) {
        index_.emplace(weights_[i].name, i);
    }
}

const StoredWeight* WeightSet::find(std::string_view name) const {
    const auto found = index_.find(std::string(name));
    return found == index_.end() ? nullptr : &weights_[found->second];
}

bool WeightSet::hasPrefix(std::string_view prefix) const {
    return std::any_of(weights_.begin(), weights_.end(),
                       [&](const StoredWeight& w) { return w.name.starts_with(prefix); });
}

bool WeightSet::mentions(std::string_view fragment) const {
    return std::any_of(weights_.begin(), weights_.end(),
                       [&](const StoredWeight& w) { return w.name.find(fragment) != std::string::npos; });
}

std::int64_t WeightSet::side(std::string_view name, std::size_t axis) const {
    const StoredWeight* weight = find(name);
    return weight && axis < weight->shape.size() ? weight->shape[axis] : 0;
}

int WeightSet::count(std::string_view prefix) const {
    constexpr std::size_t kLongestNumber = 6;
    int largest = -1;
    for (const StoredWeight& weight : weights_) {
        if (weight.name.starts_with(prefix)) {
            const std::string rest = weight.name.substr(prefix.size());
            const std::string number = rest.substr(0, rest.find('.'));
            if (isNumber(number) && number.size() <= kLongestNumber) {
                largest = std::max(largest, std::stoi(number));
            }
        }
    }
    return largest + 1;
}

std::int64_t WeightSet::parameterCount() const {
    std::int64_t sum = 0;
    for (const StoredWeight& weight : weights_) {
        std::int64_t product = 1;
        for (const std::int64_t side : weight.shape) {
            product *= side;
        }
        sum += product;
    }
    return sum;
}

std::vector<WeightSet> weightSetsOf(const std::vector<TensorInfo>& tensors) {
    std::vector<WeightSet> sets = containersOf(tensors);
    const WeightSet* state = namedState(sets);
    std::vector<WeightSet> named;
    for (const WeightSet& set : sets) {
        if (!isList(set)) {
            named.push_back(set);
        } else if (set.isAveraged() && state) {
            named.push_back(namedAverages(set, *state));
        }
    }
    putLikeliestFirst(named);
    std::vector<WeightSet> all;
    for (const WeightSet& set : named) {
        all.push_back(set);
        for (const std::string_view wrapper : kWrappers) {
            if (std::optional<WeightSet> inside = unwrapped(set, wrapper)) {
                all.push_back(std::move(*inside));
            }
        }
    }
    return all;
}

} // namespace palimpsest
