// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/blur_measurement.h"
#include "core/tasks/behaviour/classical_estimate.h"
#include "core/tasks/behaviour/noisy_picture.h"

namespace palimpsest {
namespace {

BlurParameters blurOf(const RestoreSpec& spec) { return blurParameters(spec, "gaussian:1.6"); }

/// y = kernel * x.
class Deblur : public LinearTask {
public:
    std::string_view operatorId() const override { return "blur"; }

    PictureTensors tensors(const RestoreSpec& spec, const RestoreInput& input, const Image& picture) const override {
        PictureTensors tensors = tensorsOf(picture);
        readKernelOf(blurOf(spec), input, tensors);
        return tensors;
    }

    MethodSettings defaultMethod(const MethodRequest& request) const override {
        if (request.sigma <= 0) {
            return fromEstimate("repaint", "total-variation", {0.5, 8}); // 18 evaluations
        }
        const LevelRecipe first = request.sigma >= kNoisy ? LevelRecipe{0.35, 3} : LevelRecipe{0.2, 1};
        return fromEstimate("diffpir", "total-variation", request.sample > 0 ? LevelRecipe{0.5, 10} : first);
    }

    double effectiveNoise(const RestoreSpec& spec, double sigma, double rounding) const override {
        return effectiveBlurNoise(blurOf(spec), given<double>(spec.taskParameters, "sigma").has_value(), sigma,
                                  rounding);
    }

    at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input, const TaskMeasurement& measured,
                             const std::stop_token& stop) const override {
        return classicallyRestored("wiener", spec.parameters, input.picture,
                                   degradationOf(*this, spec, input, measured), stop);
    }

protected:
    void addOperators(OperatorChain& chain, const RestoreSpec& spec, const PictureTensors& input) const override {
        addBlur(chain, blurOf(spec), input);
    }
    Size margin(const RestoreSpec& spec, const PictureTensors& input) const override {
        return blurMargin(blurOf(spec), input);
    }

    double noiseSeenIn(const RestoreSpec& spec, const PictureTensors& input,
                       std::vector<Message>& notices) const override {
        const double sigma = LinearTask::noiseSeenIn(spec, input, notices);
        return blurOf(spec).isNone() ? sigma : noiseWithBlur(sigma, input, notices);
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> deblurBehaviour() { return std::make_unique<Deblur>(); }

} // namespace palimpsest
