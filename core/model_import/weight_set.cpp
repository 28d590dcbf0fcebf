// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/weight_set.h"

#include "core/model_import/named_averages.h"
#include "core/model_import/wrapper_names.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

namespace palimpsest {
namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
}

bool isList(const WeightSet& set) {
    return std::all_of(set.weights().begin(), set.weights().end(),
                       [](const StoredWeight& w) { return isNumber(w.name); });
}

/// Without markers, unless two names would then be one.
void takeMarkersOff(std::vector<StoredWeight>& weights) {
    std::vector<std::string> clean;
    std::set<std::string> different;
    for (const StoredWeight& weight : weights) {
        clean.push_back(withoutMarkers(weight.name));
        different.insert(clean.back());
    }
    for (std::size_t i = 0; i < weights.size() && different.size() == weights.size(); ++i) {
        weights[i].name = clean[i];
    }
}

/// The dictionaries and lists that hold tensors themselves, in the order of the file.
std::vector<WeightSet> containersOf(const std::vector<TensorInfo>& tensors) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<StoredWeight>> groups;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const std::size_t slash = tensors[i].name.rfind('/') + 1; // npos + 1 is 0
        if (isBuffer(tensors[i].name.substr(slash), tensors[i].shape)) {
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
        takeMarkersOff(groups[container]);
        sets.emplace_back(container, std::move(groups[container]), saysAverage(container));
    }
    return sets;
}

/// The weights whose names begin with one wrapper, without it.
struct Inside {
    std::string wrapper;
    std::vector<StoredWeight> weights;
};

/// By what stands before the first dot, in the order of the file.
std::vector<Inside> insidesOf(const WeightSet& set, bool anyWrapper) {
    std::vector<Inside> insides;
    std::unordered_map<std::string, std::size_t> places;
    for (const StoredWeight& weight : set.weights()) {
        const std::size_t dot = weight.name.find('.');
        const std::string segment = weight.name.substr(0, dot);
        if (dot == std::string::npos || (anyWrapper ? isNumber(segment) : !isWrapper(segment))) {
            continue;
        }
        const auto [place, isNew] = places.emplace(segment, insides.size());
        if (isNew) {
            insides.push_back({segment, {}});
        }
        insides[place->second].weights.push_back(weight);
        insides[place->second].weights.back().name.erase(0, dot + 1);
    }
    return insides;
}

/// `set`, and what is inside its wrappers, and inside theirs.
void addWithInsides(const WeightSet& set, bool anyWrapper, int depth, std::vector<WeightSet>& all) {
    constexpr int kDeepest = 5;
    constexpr std::size_t kSmallestNetwork = 8; // tensors
    all.push_back(set);
    if (depth == kDeepest) {
        return;
    }
    for (Inside& inside : insidesOf(set, anyWrapper)) {
        if (anyWrapper && inside.weights.size() < kSmallestNetwork) {
            continue;
        }
        const bool isAverage = saysAverage(inside.wrapper);
        const WeightSet unwrapped(isAverage ? set.container() + inside.wrapper + "." : set.container(),
                                  std::move(inside.weights),
                                  isAverage || (set.isAveraged() && !saysLatestState(inside.wrapper)));
        addWithInsides(unwrapped, anyWrapper, depth + 1, all);
    }
}

std::string withoutDots(std::string name) {
    std::erase(name, '.');
    return name;
}

/// Some trainers keep averages under names without dots, which registered buffers may not have: they get them back from
/// a state that has the same names with dots.
std::optional<WeightSet> withDots(const WeightSet& averages, const std::vector<WeightSet>& states) {
    const auto hasDot = [](const StoredWeight& weight) { return weight.name.find('.') != std::string::npos; };
    if (averages.size() < 2 || std::any_of(averages.weights().begin(), averages.weights().end(), hasDot)) {
        return std::nullopt;
    }
    for (const WeightSet& state : states) {
        std::vector<StoredWeight> named;
        for (const StoredWeight& weight : state.weights()) {
            if (const StoredWeight* average = averages.find(withoutDots(weight.name)); average && hasDot(weight)) {
                named.push_back(*average);
                named.back().name = weight.name;
            }
        }
        if (named.size() == averages.size()) {
            return WeightSet(averages.container(), std::move(named), true);
        }
    }
    return std::nullopt;
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

std::vector<WeightSet> weightSetsOf(const std::vector<TensorInfo>& tensors, bool anyWrapper) {
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
        addWithInsides(set, anyWrapper, 0, all);
    }
    for (std::size_t i = 0, count = all.size(); i < count; ++i) {
        if (const auto dotted = all[i].isAveraged() ? withDots(all[i], all) : std::nullopt) {
            addWithInsides(*dotted, anyWrapper, 0, all);
        }
    }
    std::stable_partition(all.begin(), all.end(), [](const WeightSet& set) { return set.isAveraged(); });
    return all;
}

} // namespace palimpsest
