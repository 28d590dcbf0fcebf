// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/grey_weights.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

namespace palimpsest {

GreyWeights greyWeights(const std::string& choice) {
    if (choice == "mean") {
        return {1.0 / 3, 1.0 / 3, 1.0 / 3};
    }
    if (choice == "luma") {
        return {0.299, 0.587, 0.114};
    }
    throw Error(ErrorCode::badArgument, Message("there are no grey weights \"%1\"", choice), "choose mean or luma");
}

ParameterSchema greyWeightsSchema() {
    return {.name = "weights",
            .type = ParameterType::choice,
            .defaultValue = std::string("mean"),
            .description =
                "How the grey value is made from red, green and blue: their mean, or their brightness to the eye.",
            .choices = {"mean", "luma"}};
}

void requireColour(const Shape& domain) {
    if (domain.size() != 3 || domain.front() != 3) {
        throw Error(ErrorCode::badInput,
                    Message("colorization needs pictures of three channels, not %1", toText(domain)),
                    "choose a prior for colour pictures");
    }
}

at::Tensor withGrey(const at::Tensor& colours, const at::Tensor& grey, const GreyWeights& weights) {
    const at::Tensor present = weights[0] * colours.narrow(1, 0, 1) + weights[1] * colours.narrow(1, 1, 1) +
                               weights[2] * colours.narrow(1, 2, 1);
    return colours + (grey - present);
}

} // namespace palimpsest
