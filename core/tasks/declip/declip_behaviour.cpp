// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/nonlinear_task.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

/// Model units: values this near to a limit count as cut off; compression leaves few that reach it.
constexpr double kLimitTolerance = 2 * 3.5 / 255;

ParameterValues clipValues(const RestoreSpec& spec) {
    const auto& clipped = std::get<std::string>(spec.taskParameters.at("clipped"));
    const double pivot = clipped == "highlights" ? -1 : clipped == "shadows" ? 1 : 0;
    return {{"gain", spec.taskParameters.at("headroom")}, {"pivot", pivot}};
}

/// Model units from the pivot, where `limit` is the end of the picture's range and `largest` what was recovered at
/// most: up to four fifths of the limit nothing changes; what lies beyond is compressed, with a slope of one at first.
at::Tensor rolledOff(const at::Tensor& distance, double limit, double largest) {
    const double knee = 0.8 * limit;
    const double slope = (largest - knee) / (limit - knee);
    const at::Tensor share = (distance.abs() - knee).clamp_min(0) / (largest - knee);
    const at::Tensor beyond = (limit - knee) * slope * share / (1 + (slope - 1) * share);
    return at::where(distance.abs() > knee, distance.sign() * (knee + beyond), distance);
}

/// y = x made brighter and cut off at the limits of the picture's range.
class Declip : public NonlinearTask {
public:
    TaskMeasurement measure(const RestoreSpec& spec, const PictureTensors& input, double /*sigma*/,
                            const std::stop_token& /*stop*/) const override {
        TaskMeasurement measured;
        measured.known.A = makeNonlinearOperator("clip", clipValues(spec), operatorDataOf(input));
        const at::Tensor one = at::ones({}, input.picture.options());
        at::Tensor y = at::where(input.picture >= 1 - kLimitTolerance, one, input.picture);
        measured.known.y = at::where(y <= kLimitTolerance - 1, -one, y);
        return measured;
    }

    PictureTensors degraded(const RestoreSpec& spec, const PictureTensors& clean) const override {
        PictureTensors damaged = clean;
        damaged.picture =
            makeNonlinearOperator("clip", clipValues(spec), operatorDataOf(clean))->forward(clean.picture);
        return damaged;
    }

    /// As bright as the picture: a degraded one is compared with what it was, and stays as it is.
    at::Tensor shown(const RestoreSpec& spec, const at::Tensor& x) const override {
        const bool isStudy = std::get<bool>(spec.taskParameters.at("degrade"));
        if (isStudy || std::get<std::string>(spec.taskParameters.at("tones")) == "darken") {
            return x;
        }
        const ParameterValues values = clipValues(spec);
        const double gain = std::get<double>(values.at("gain"));
        const double pivot = std::get<double>(values.at("pivot"));
        const double limit = 1 + std::abs(pivot);
        return pivot + rolledOff(gain * (x - pivot), limit, gain * limit);
    }

    MethodSettings defaultMethod(const MethodRequest& /*request*/) const override {
        MethodSettings settings = fromNoise("ddnm");
        settings.coarsest.steps = 20;
        return settings;
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> declipBehaviour() { return std::make_unique<Declip>(); }

} // namespace palimpsest
