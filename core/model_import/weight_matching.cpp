// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/weight_matching.h"

#include "core/base/error.h"
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
    return type == ElementType::float16 || type == ElementType::bfloat16 || type == ElementType::float32 || type == ElementType::float64;
}

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorCode::badInput, sentence, "the file may be incomplete, or of a variant of the network that is not known here");
}

void check(const StoredWeight& stored, const PlannedWeight& planned) {
    if (withoutOnesAtEnd(stored.shape) != withoutOnesAtEnd(planned.shape)) {
        refuse("the tensor \"" + stored.name + "\" is " + shapeText(stored.shape) + ", but the rest of the network asks for " +
               shapeText(planned.shape));
    }
    if (!isFloat(stored.type)) {
        refuse("the tensor \"" + stored.name + "\" is of the type " + std::string(nameOf(stored.type)) + ", which weights never are");
    }
}

} // namespace

std::vector<WeightSource> matchedWeights(const WeightSet& stored, const std::vector<PlannedWeight>& plan) {
    std::vector<WeightSource> sources;
    std::set<std::string> used;
    for (const PlannedWeight& planned : plan) {
        const StoredWeight* weight = stored.find(planned.name);
        if (!weight) {
            refuse("the tensor \"" + planned.name + "\" is missing");
        }
        check(*weight, planned);
        sources.push_back({planned.name, planned.shape, weight->index});
        used.insert(planned.name);
    }
    for (const StoredWeight& weight : stored.weights()) {
        if (!used.contains(weight.name)) {
            refuse("the tensor \"" + weight.name + "\" belongs to no layer of the network");
        }
    }
    return sources;
}

} // namespace palimpsest
