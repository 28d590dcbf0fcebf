// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/classical_estimate.h"
#include "core/tasks/behaviour/linear_task.h"
#include "core/tasks/behaviour/noisy_picture.h"

namespace palimpsest {
namespace {

/// y = x made smaller, by area means or bicubic.
class Upscale : public LinearTask {
public:
    int enlargement(const RestoreSpec& spec) const override {
        return static_cast<int>(std::get<std::int64_t>(spec.taskParameters.at("factor")));
    }
    std::string_view operatorId() const override { return "downsample-bicubic"; }

    MethodSettings defaultMethod(const MethodRequest& request) const override {
        if (request.restorer) {
            return fromRestorer(request.restorer->id, request.sample);
        }
        if (request.sample > 0) {
            return fromEstimate("diffpir", nullptr, {0.3, 10});
        }
        return request.sigma >= kNoisy ? fromEstimate("diffpir", nullptr, {0.3, 3})
                                       : withGraph(fromEstimate("pigdm", nullptr, {0.1, 2}));
    }

    /// By its name, so that the record of a run tells what it started from.
    MethodSettings completed(MethodSettings settings) const override {
        if (!settings.firstEstimate && settings.coarsest.t0 < 1) {
            settings.firstEstimate = "lanczos";
        }
        return settings;
    }

    at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input, const TaskMeasurement& measured,
                             const std::stop_token& stop) const override {
        return classicallyRestored("lanczos", spec.parameters, input.picture,
                                   degradationOf(*this, spec, input, measured), stop);
    }

protected:
    void addOperators(OperatorChain& chain, const RestoreSpec& spec, const PictureTensors& /*input*/) const override {
        const bool isArea = std::get<std::string>(spec.taskParameters.at("downsampling")) == "area";
        chain.add(isArea ? "downsample-area" : "downsample-bicubic", {{"factor", std::to_string(enlargement(spec))}});
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> upscaleBehaviour() { return std::make_unique<Upscale>(); }

} // namespace palimpsest
