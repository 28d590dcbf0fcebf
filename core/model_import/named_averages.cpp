// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/named_averages.h"

#include "core/base/error.h"
#include "core/model_import/shape_text.h"

#include <algorithm>

namespace palimpsest {
namespace {

bool endsWithWord(std::string_view name, std::string_view word) {
    return name == word ||
           (name.size() > word.size() && name.ends_with(word) && name[name.size() - word.size() - 1] == '.');
}

bool isFrozen(const StoredWeight& weight) { return endsWithWord(weight.name, "W") && weight.shape.size() == 1; }

[[noreturn]] void refuse(const WeightSet& averages, const Message& why) {
    throw Error(
        ErrorCode::badInput,
        Message("the averaged weights under \"%1\" do not fit the model beside them: %2", averages.container(), why),
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
            refuse(averages, Message("there are only %1, and none is left for \"%2\"", list.size(), weight.name));
        }
        if (list[next].shape != weight.shape) {
            refuse(averages, Message("number %1 is %2, but \"%3\" is %4", next, shapeText(list[next].shape),
                                     weight.name, shapeText(weight.shape)));
        }
        named.push_back(list[next++]);
        named.back().name = weight.name;
    }
    if (next != list.size()) {
        refuse(averages, Message("there are %1, of which only %2 have a name", list.size(), next));
    }
    return {averages.container(), std::move(named), true};
}

} // namespace palimpsest
