// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/classical_estimate.h"

#include "core/base/error.h"
#include "core/operators/linear_operator.h"
#include "core/sampling/data_consistency.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>

namespace palimpsest {
namespace {

/// argmin |A x - y|^2 / sigma^2 + |x|^2 / kPictureDeviation^2; without noise A^+ y.
at::Tensor regularisedInverse(const Measurement& known) {
    if (known.noise.isNoiseless()) {
        return known.A->directReconstruction(known.y);
    }
    const double ratio = known.noise.sigmaY / kPictureDeviation;
    const Shape& domain = known.A->domain();
    return known.linear().proxL2(at::zeros({1, domain[0], domain[1], domain[2]}, known.y.options()), known.y,
                                 ratio * ratio);
}

/// A kernel [rows,columns] as the classical methods take it.
Image kernelImage(const at::Tensor& kernel) {
    return kernel.defined() ? floatImage(kernel.unsqueeze(0).unsqueeze(0)) : Image();
}

/// The hints as RGBA float.
Image hintsImage(const PictureTensors& input) {
    if (!input.hinted.defined()) {
        return {};
    }
    const at::Tensor colours = input.hints.add(1).div(2);
    return floatImage(at::cat({colours, input.hinted.to(colours.options()).unsqueeze(0).unsqueeze(0)}, 1));
}

} // namespace

Degradation degradationOf(const WholeTask& task, const RestoreSpec& spec, const PictureTensors& input,
                          const TaskMeasurement& measured) {
    Degradation known;
    known.factor = task.enlargement(spec);
    known.kernel = kernelImage(input.kernel);
    known.isPeriodic = given<std::string>(spec.taskParameters, "boundary") == "circular";
    known.sigma = std::max(measured.known.noise.sigmaY, measured.directError) / 2;
    known.hints = hintsImage(input);
    return known;
}

at::Tensor classicallyRestored(const std::string& id, const ParameterValues& parameters, const at::Tensor& picture,
                               const Degradation& degradation, const std::stop_token& stop) {
    ParameterValues own;
    for (const auto& [name, value] : parameters) {
        if (name.starts_with(kClassicalPrefix)) {
            own[name.substr(std::strlen(kClassicalPrefix))] = value;
        }
    }
    const Image restored = classicalRestoration(id, toImage(picture.to(at::kCPU)), degradation, own, stop);
    return toTensor(restored, {0, 0, restored.width(), restored.height()}).to(picture.device());
}

at::Tensor firstEstimate(const WholeTask& task, const std::string& id, const RestoreSpec& spec,
                         const PictureTensors& input, const TaskMeasurement& measured, const std::stop_token& stop) {
    if (id == kPseudoInverse) {
        return regularisedInverse(measured.known).clamp(-1, 1);
    }
    if (id.empty()) {
        return withMargin(task.usualEstimate(spec, input, measured, stop), measured.margin);
    }
    if (!taskCatalogue().at(spec.task).hasFirstEstimate(id)) {
        throw Error(ErrorCode::badArgument, Message("the first estimate %1 does not serve the task %2", id, spec.task),
                    "leave the estimate to auto, or take pseudo-inverse");
    }
    const Degradation degradation = degradationOf(task, spec, input, measured);
    return withMargin(
        classicallyRestored(id, spec.parameters, task.observedPicture(input, measured), degradation, stop),
        measured.margin);
}

} // namespace palimpsest
