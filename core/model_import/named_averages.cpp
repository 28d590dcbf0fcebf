// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/named_averages.h"

#include "core/base/error.h"
#include "core/model_import/shape_text.h"

#include <algorithm>

namespace palimpsest {
namespace {

bool endsWithWord(std::string_view name, std::string_view word) {
    return name == word || (name.size() > word.size() && name.ends_with(word) && name[name.size() - word.size() - 1] == '.');
}

bool isFrozen(const StoredWeight& weight) { return endsWithWord(weight.name, "W") && weight.shape.size() == 1; }

[[noreturn]] void refuse(const WeightSet& averages, const std::string& why) {
    throw Error(ErrorCode::badInput, "the averaged weights under \"" + averages.container() + "\" do not fit the model beside them: " + why,
                "the file may be damaged or of another program: save it again");
}

/// "0", "1", .., "10": by number, whatever the order in the file.
std::vector<StoredWeight> inOrder(const WeightSet& averages) {
    std::vector<StoredWeight> list = averages.weights();
    std::sort(list.begin(), list.end(), [](const StoredWeight& a, const StoredWeight& b) {
        return a.name.size() != b.name.size() ? a.name.size() < b.name.size() : a.name < b.name;
    });
    return list;
}

} // namespace

WeightSet namedAverages(const WeightSet& averages, const WeightSet& state) {
    const std::vector<StoredWeight> list = inOrder(averages);
    std::vector<StoredWeight> named;
    std::size_t next = 0;
    for (const StoredWeight& weight : state.weights()) {
        if (isFrozen(weight)) {
            named.push_back(weight);
            continue;
        }
        if (next == list.size()) {
            refuse(averages, "there are only " + std::to_string(list.size()) + ", and none is left for \"" + weight.name + "\"");
        }
        if (list[next].shape != weight.shape) {
            refuse(averages, "number " + std::to_string(next) + " is " + shapeText(list[next].shape) + ", but \"" + weight.name +
                                 "\" is " + shapeText(weight.shape));
        }
        named.push_back(list[next++]);
        named.back().name = weight.name;
    }
    if (next != list.size()) {
        refuse(averages, "there are " + std::to_string(list.size()) + ", of which only " + std::to_string(next) + " have a name");
    }
    return {averages.container(), std::move(named), true};
}

} // namespace palimpsest
