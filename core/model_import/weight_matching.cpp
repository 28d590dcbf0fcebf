// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/weight_matching.h"

#include "core/model_import/layout_refusal.h"
#include "core/model_import/shape_text.h"

#include <set>

namespace palimpsest {
namespace {

std::vector<std::int64_t> withoutOnesAtEnd(std::vector<std::int64_t> shape) {
    while (shape.size() > 1 && shape.back() == 1) {
        shape.pop_back();
    }
    return shape;
}

bool isFloat(ElementType type) {
    return type == ElementType::float16 || type == ElementType::bfloat16 || type == ElementType::float32 ||
           type == ElementType::float64;
}

void check(const StoredWeight& stored, const PlannedWeight& planned) {
    if (withoutOnesAtEnd(stored.shape) != withoutOnesAtEnd(planned.shape)) {
        refuseLayout(Message("the tensor \"%1\" is %2, but the rest of the network asks for %3", stored.name,
                             shapeText(stored.shape), shapeText(planned.shape)));
    }
    if (!isFloat(stored.type)) {
        refuseLayout(
            Message("the tensor \"%1\" is of the type %2, which weights never are", stored.name, nameOf(stored.type)));
    }
}

} // namespace

std::vector<WeightSource> matchedWeights(const WeightSet& stored, const std::vector<PlannedWeight>& plan) {
    std::vector<WeightSource> sources;
    std::set<std::string> used;
    for (const PlannedWeight& planned : plan) {
        const StoredWeight* weight = stored.find(planned.name);
        if (!weight) {
            refuseLayout(Message("the tensor \"%1\" is missing", planned.name));
        }
        check(*weight, planned);
        sources.push_back({planned.name, planned.shape, weight->index});
        used.insert(planned.name);
    }
    for (const StoredWeight& weight : stored.weights()) {
        if (!used.contains(weight.name)) {
            refuseLayout(Message("the tensor \"%1\" belongs to no layer of the network", weight.name));
        }
    }
    return sources;
}

} // namespace palimpsest
