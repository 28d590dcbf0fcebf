// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/networks/catalogue.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace palimpsest {

/// Answers that must be equal: to 5 x 11 pixels, and to the same ones mirrored by hand to 8 x 12, cropped.
struct EdgeAnswers {
    at::Tensor own;
    at::Tensor paddedByHand;
};

/// x: [N,C,H,W] of at least 5 x 11 pixels. For a network of three levels: its sizes are multiples of four.
inline EdgeAnswers edgeAnswers(const std::function<at::Tensor(const at::Tensor& x)>& answer, const at::Tensor& x) {
    const at::NoGradGuard noGrad;
    const at::Tensor part = x.slice(2, 0, 5).slice(3, 0, 11);
    const at::Tensor tall = at::cat({part, part.narrow(2, 1, 3).flip(2)}, 2);
    const at::Tensor padded = at::cat({tall, tall.narrow(3, 9, 1)}, 3);
    return {answer(part), answer(padded).slice(2, 0, 5).slice(3, 0, 11)};
}

/// Whether a network, as it is made, returns zeros, and pictures of four channels are a Bug.
inline bool startsAtZero(std::string_view architecture, const Json& config) {
    const at::NoGradGuard noGrad;
    const auto network = makeNetwork(architecture, config);
    const at::Tensor time = at::full({1}, 10.0);
    if (network->architecture() != architecture ||
        !network->forward(at::ones({1, 3, 4, 4}), time).equal(at::zeros({1, 3, 4, 4}))) {
        return false;
    }
    try {
        network->forward(at::ones({1, 4, 4, 4}), time);
    } catch (const Bug&) {
        return true;
    }
    return false;
}

/// What is said of a configuration with one entry changed, or left out where `value` is discarded.
inline std::string refusedConfig(std::string_view architecture, Json config, const char* entry, const Json& value) {
    if (value.is_discarded()) {
        config.erase(entry);
    } else {
        config[entry] = value;
    }
    try {
        makeNetwork(architecture, config);
    } catch (const Error& error) {
        return error.code() == ErrorCode::badInput ? error.message().text() : "wrong code";
    }
    return "accepted";
}

} // namespace palimpsest
