// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/read_model.h"

#include "core/base/error.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>

namespace palimpsest {

Recognition recognisedPrior(const ModelFile& file, const ModelImport& import) {
    Recognition recognition = recognise(file.outline, import.choices);
    if (!recognition.model.problem.isEmpty()) {
        throw Error(ErrorCode::badInput,
                    Message("%1 (%2) cannot become a prior: %3", import.path, recognition.model.family,
                            recognition.model.problem),
                    "\"palimpsest inspect\" says what it holds");
    }
    return recognition;
}

at::Tensor readWeight(const ModelFile& file, const WeightSource& weight) {
    return file.checkpoint->read(weight.index).reshape(weight.shape);
}

void requireFiniteWeight(const at::Tensor& numbers, const ModelFile& file, const WeightSource& weight) {
    if (!allFinite(numbers)) {
        throw Error(ErrorCode::badInput,
                    Message("the tensor \"%1\" of %2 holds NaN or infinite values",
                            file.outline.tensors[weight.index].name, file.weightsFile),
                    "the model was damaged before it was saved: use another checkpoint");
    }
}

ReadModel readModel(const ModelImport& import, ProgressSink& sink, const std::stop_token& stop) {
    const ModelFile file = openModelFile(import.path);
    const Recognition recognition = recognisedPrior(file, import);
    ReadModel model{.card = recognition.card};
    const auto total = static_cast<std::int64_t>(recognition.weights.size());
    for (const WeightSource& weight : recognition.weights) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        at::Tensor numbers = readWeight(file, weight);
        requireFiniteWeight(numbers, file, weight);
        model.weights.add(weight.name, std::move(numbers));
        sink.progressed(
            {.done = static_cast<std::int64_t>(model.weights.size()), .total = total, .phase = "reading the weights"});
    }
    return model;
}

} // namespace palimpsest
