// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/prediction.h"

#include "core/base/error.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace palimpsest {
namespace {

constexpr std::array<std::string_view, 4> kNames{"eps", "v", "x0", "score"};

/// Instead of log 0 in the last step, whose variance nobody uses.
constexpr double kSmallestVariance = 1e-20;

at::Tensor x0FromEps(const at::Tensor& eps, const at::Tensor& xt, const Step& step) {
    return (xt - step.sigma() * eps) / std::sqrt(step.alphaBar);
}

at::Tensor epsFromX0(const at::Tensor& x0, const at::Tensor& xt, const Step& step) {
    return (xt - std::sqrt(step.alphaBar) * x0) / step.sigma();
}

} // namespace

Parametrisation parametrisation(const std::string& name) {
    const auto found = std::find(kNames.begin(), kNames.end(), name);
    if (found == kNames.end()) {
        throw Error(ErrorCode::badInput, Message("there is no parametrisation \"%1\"", name),
                    "choose one of eps, v, x0, score");
    }
    return static_cast<Parametrisation>(found - kNames.begin());
}

std::string toText(Parametrisation parametrisation) {
    return std::string(kNames.at(static_cast<std::size_t>(parametrisation)));
}

Prediction predictionFrom(Parametrisation parametrisation, const at::Tensor& output, const at::Tensor& xt,
                          const Step& step) {
    const double a = std::sqrt(step.alphaBar);
    const double s = step.sigma();
    switch (parametrisation) {
    case Parametrisation::eps:
        return {x0FromEps(output, xt, step), output, std::nullopt};
    case Parametrisation::v:
        return {a * xt - s * output, s * xt + a * output, std::nullopt};
    case Parametrisation::x0:
        return {output, epsFromX0(output, xt, step), std::nullopt};
    case Parametrisation::score: {
        const at::Tensor eps = -s * output;
        return {x0FromEps(eps, xt, step), eps, std::nullopt};
    }
    }
    throw Bug("parametrisation without a conversion");
}

Prediction withX0(const Prediction& prediction, const at::Tensor& x0, const at::Tensor& xt, const Step& step) {
    return {x0, epsFromX0(x0, xt, step), prediction.logVariance};
}

Prediction clipped(const Prediction& prediction, const at::Tensor& xt, const Step& step) {
    return withX0(prediction, prediction.x0.clamp(-1, 1), xt, step);
}

at::Tensor learnedRangeLogVariance(const at::Tensor& fraction, const Step& step) {
    const double low = std::log(std::max(step.posteriorVariance(), kSmallestVariance));
    const double high = std::log(step.beta());
    return low + (fraction + 1) * ((high - low) / 2);
}

} // namespace palimpsest
