// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/classical_estimate.h"
#include "core/tasks/behaviour/grey_measurement.h"

namespace palimpsest {
namespace {

/// y = grey of x, and the colours of hints.
class Colorize : public LinearTask {
public:
    bool recoversColour(const RestoreSpec& /*spec*/) const override { return true; }
    bool hasPyramid() const override { return true; }
    std::string_view operatorId() const override { return "grey"; }

    PictureTensors tensors(const RestoreSpec& /*spec*/, const RestoreInput& input,
                           const Image& picture) const override {
        PictureTensors tensors = tensorsOf(picture);
        readHints(input.hints, tensors);
        return tensors;
    }

    /// Few steps from noise at a small size, every five of them walked six times, which makes colours agree with each
    /// other; the larger sizes only follow. 37 evaluations where there are two larger sizes.
    MethodSettings defaultMethod(const MethodRequest& /*request*/) const override {
        MethodSettings settings = fromNoise("ddnm");
        settings.coarsest.steps = 8;
        settings.finer.steps = 2;
        settings.guidanceParameters = {{"travel-length", std::int64_t{5}}, {"travel-repeats", std::int64_t{6}}};
        return settings;
    }

    at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input, const TaskMeasurement& measured,
                             const std::stop_token& stop) const override {
        return classicallyRestored(input.hinted.defined() ? "colour-spread" : "grey", spec.parameters, input.picture,
                                   degradationOf(*this, spec, input, measured), stop);
    }

protected:
    void addOperators(OperatorChain& chain, const RestoreSpec& /*spec*/, const PictureTensors& input) const override {
        addGrey(chain, input);
    }
    at::Tensor measuredValues(const RestoreSpec& /*spec*/, const PictureTensors& input) const override {
        return greyValues(input);
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> colorizeBehaviour() { return std::make_unique<Colorize>(); }

} // namespace palimpsest
