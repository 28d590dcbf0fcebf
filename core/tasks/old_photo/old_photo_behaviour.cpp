// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipes.h"
#include "core/tasks/behaviour/blur_measurement.h"
#include "core/tasks/behaviour/classical_estimate.h"
#include "core/tasks/behaviour/grey_measurement.h"
#include "core/tasks/behaviour/hole_fill.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

BlurParameters blurOf(const RestoreSpec& spec) { return blurParameters(spec, "none"); }

bool keepsColours(const RestoreSpec& spec) { return std::get<bool>(spec.taskParameters.at("keep-colours")); }

/// y = mask (kernel * grey x): scratched, blurred and grey at once. Grey comes first, where it leaves the others their
/// closed forms, unless hints say what colours the blurred picture had.
class OldPhoto : public LinearTask {
public:
    bool recoversColour(const RestoreSpec& spec) const override { return !keepsColours(spec); }
    std::string_view operatorId() const override { return "inpainting-mask"; }

    PictureTensors tensors(const RestoreSpec& spec, const RestoreInput& input, const Image& picture) const override {
        PictureTensors tensors = tensorsOf(picture);
        if (!input.mask.bounds().isEmpty()) {
            tensors.known = (holeTensor(input.mask, {0, 0, picture.width(), picture.height()}) < 0.5)[0][0];
        }
        if (!keepsColours(spec)) {
            readHints(input.hints, tensors);
        } else if (!input.hints.isNull()) {
            tensors.notices.emplace_back("the colour hints are not used, since the picture keeps its colours");
        }
        readKernelOf(blurOf(spec), input, tensors);
        return tensors;
    }

    MethodSettings defaultMethod(const MethodRequest& /*request*/) const override {
        return fromEstimate("diffpir", nullptr, {0.5, 10});
    }

    double effectiveNoise(const RestoreSpec& spec, double sigma, double rounding) const override {
        return effectiveBlurNoise(blurOf(spec), given<double>(spec.taskParameters, "sigma").has_value(), sigma,
                                  rounding);
    }

    /// What was lost one after the other is restored in the opposite order: holes, blur, colours.
    at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input, const TaskMeasurement& measured,
                             const std::stop_token& stop) const override {
        const Degradation known = degradationOf(*this, spec, input, measured);
        at::Tensor picture = input.picture;
        if (input.known.defined()) {
            const at::Tensor hole = 1 - input.known.to(picture.options()).unsqueeze(0).unsqueeze(0);
            picture = classicalHoleFill("telea", picture * (1 - hole), hole);
        }
        if (input.kernel.defined()) {
            picture = classicallyRestored("wiener", {}, picture, known, stop);
        }
        return keepsColours(spec)
                   ? picture
                   : classicallyRestored(input.hinted.defined() ? "colour-spread" : "grey", {}, picture, known, stop);
    }

protected:
    void addOperators(OperatorChain& chain, const RestoreSpec& spec, const PictureTensors& input) const override {
        const bool isHinted = input.hinted.defined();
        if (!keepsColours(spec) && !isHinted) {
            addGrey(chain, input);
        }
        addBlur(chain, blurOf(spec), input);
        if (!keepsColours(spec) && isHinted) {
            addGrey(chain, input);
        }
        if (input.known.defined()) {
            chain.add("inpainting-mask", {}, input.known);
        }
    }

    Size margin(const RestoreSpec& spec, const PictureTensors& input) const override {
        return blurMargin(blurOf(spec), input);
    }

    at::Tensor measuredValues(const RestoreSpec& spec, const PictureTensors& input) const override {
        const at::Tensor y = keepsColours(spec) ? input.picture : greyValues(input);
        return input.known.defined() ? y * input.known.to(y.options()) : y;
    }

    /// No blur explains the rims of holes.
    double noiseSeenIn(const RestoreSpec& spec, const PictureTensors& input,
                       std::vector<Message>& notices) const override {
        const double sigma = LinearTask::noiseSeenIn(spec, input, notices);
        return blurOf(spec).isNone() || input.known.defined() ? sigma : noiseWithBlur(sigma, input, notices);
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> oldPhotoBehaviour() { return std::make_unique<OldPhoto>(); }

} // namespace palimpsest
