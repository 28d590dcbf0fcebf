// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/classical_estimate.h"
#include "core/tasks/behaviour/linear_task.h"

namespace palimpsest {
namespace {

/// y = x + noise.
class Denoise : public LinearTask {
public:
    std::string_view operatorId() const override { return "identity"; }

    MethodSettings defaultMethod(const MethodRequest& request) const override {
        MethodSettings settings = posteriorMean();
        settings.coarsest.steps = request.sample > 0 ? 12 : 1;
        return settings;
    }

    at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input, const TaskMeasurement& measured,
                             const std::stop_token& stop) const override {
        return classicallyRestored("non-local-means", spec.parameters, input.picture,
                                   degradationOf(*this, spec, input, measured), stop);
    }

protected:
    void addOperators(OperatorChain& /*chain*/, const RestoreSpec& /*spec*/,
                      const PictureTensors& /*input*/) const override {}
};

} // namespace

std::unique_ptr<TaskBehaviour> denoiseBehaviour() { return std::make_unique<Denoise>(); }

} // namespace palimpsest
