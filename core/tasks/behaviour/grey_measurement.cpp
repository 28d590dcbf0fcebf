// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/grey_measurement.h"

#include "core/operators/grey_weights.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

constexpr const char* kGreyWeights = "luma";

ParameterValues weights() { return {{"weights", std::string(kGreyWeights)}}; }

} // namespace

void readHints(const Image& hints, PictureTensors& tensors) {
    if (hints.isNull()) {
        return;
    }
    at::Tensor hinted = at::zeros({hints.height(), hints.width()}, at::kBool);
    auto* isHinted = hinted.data_ptr<bool>();
    for (int y = 0; y < hints.height(); ++y) {
        for (int x = 0; x < hints.width(); ++x) {
            *isHinted++ = hints.valueAt(x, y, 3) > 0.5F;
        }
    }
    if (hinted.any().item<bool>()) {
        tensors.hints = toTensor(hints, {0, 0, hints.width(), hints.height()});
        tensors.hinted = std::move(hinted);
    }
}

void addGrey(OperatorChain& chain, const PictureTensors& input) {
    if (input.hinted.defined()) {
        chain.add("grey-with-hints", weights(), input.hinted);
    } else {
        chain.add("grey", weights());
    }
}

at::Tensor greyValues(const PictureTensors& input) {
    const at::Tensor& picture = input.picture;
    const Shape shape{3, picture.size(2), picture.size(3)};
    const at::Tensor grey =
        makeOperator("grey", weights(), {.domain = shape, .options = picture.options()})->forward(picture);
    if (!input.hinted.defined()) {
        return grey;
    }
    const OperatorData data{.domain = shape, .options = picture.options(), .mask = input.hinted};
    return makeOperator("grey-with-hints", weights(), data)
        ->forward(withGrey(input.hints, grey, greyWeights(kGreyWeights)));
}

} // namespace palimpsest
