// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/nonlinear_task.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

/// Model units: values this near to a limit count as cut off; compression leaves few that reach it.
constexpr double kLimitTolerance = 2 * 3.5 / 255;

ParameterValues clipValues(const RestoreSpec& spec) {
    const auto& clipped = std::get<std::string>(spec.taskParameters.at("clipped"));
    const double pivot = clipped == "highlights" ? -1 : clipped == "shadows" ? 1 : 0;
    return {{"gain", spec.taskParameters.at("headroom")}, {"pivot", pivot}};
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

    MethodSettings defaultMethod(const MethodRequest& /*request*/) const override {
        MethodSettings settings = fromNoise("ddnm");
        settings.coarsest.steps = 20;
        return settings;
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> declipBehaviour() { return std::make_unique<Declip>(); }

} // namespace palimpsest
