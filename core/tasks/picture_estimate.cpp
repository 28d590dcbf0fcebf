// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/picture_estimate.h"

#include "core/base/error.h"
#include "core/tasks/first_estimate.h"
#include "core/tasks/nonlinear_measurement.h"
#include "core/restoration/solution_map_pictures.h"
#include "core/image/classical_restorer.h"
#include "core/operators/linear_operator.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstring>

namespace palimpsest {
namespace {

constexpr const char* kAsItIs = "as-is";
/// Of a picture's values about 0, in model units: how much less likely the pseudo-inverse makes large values than small ones.
constexpr double kPictureDeviation = 0.5;

/// argmin |A x - y|^2 / sigma^2 + |x|^2 / kPictureDeviation^2; without noise A^+ y.
at::Tensor regularisedInverse(const Measurement& measured) {
    if (measured.noise.isNoiseless()) {
        return measured.A->directReconstruction(measured.y);
    }
    const double ratio = measured.noise.sigmaY / kPictureDeviation;
    const Shape& domain = measured.A->domain();
    return measured.A->asLinear()->proxL2(at::zeros({1, domain[0], domain[1], domain[2]}, measured.y.options()), measured.y, ratio * ratio);
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

Degradation degradationOf(const RestoreSpec& spec, const PictureTensors& input, const Measurement& measured) {
    Degradation known;
    known.factor = enlargementOf(spec);
    known.kernel = kernelImage(input.kernel);
    known.isPeriodic = spec.boundary == "circular";
    known.sigma = std::max(measured.noise.sigmaY, measured.directError) / 2;
    known.hints = hintsImage(input);
    return known;
}

at::Tensor restoredBy(const std::string& id, const RestoreSpec& spec, const at::Tensor& picture, const Degradation& known,
                      const std::stop_token& stop) {
    ParameterValues values;
    for (const auto& [name, value] : spec.parameters) {
        if (name.starts_with(kClassicalPrefix)) {
            values[name.substr(std::strlen(kClassicalPrefix))] = value;
        }
    }
    const Image restored = classicalRestoration(id, toImage(picture.to(at::kCPU)), known, values, stop);
    return toTensor(restored, {0, 0, restored.width(), restored.height()}).to(picture.device());
}

/// What was lost one after the other is restored in the opposite order: holes, blur, colours.
at::Tensor oldPhotoEstimate(const RestoreSpec& spec, const PictureTensors& input, const Measurement& measured,
                            const std::stop_token& stop) {
    const Degradation known = degradationOf(spec, input, measured);
    at::Tensor picture = input.picture;
    if (input.known.defined()) {
        const at::Tensor hole = 1 - input.known.to(picture.options()).unsqueeze(0).unsqueeze(0);
        picture = classicalEstimate("telea", picture * (1 - hole), hole);
    }
    if (input.kernel.defined()) {
        picture = restoredBy("wiener", {}, picture, known, stop);
    }
    return spec.keepColours ? picture : restoredBy(input.hinted.defined() ? "colour-spread" : "grey", {}, picture, known, stop);
}

std::string usualEstimate(const RestoreSpec& spec, const PictureTensors& input) {
    if (spec.task == "colorize") {
        return input.hinted.defined() ? "colour-spread" : "grey";
    }
    if (isNonlinear(spec.task)) {
        return kAsItIs;
    }
    return spec.task == "upscale" ? "lanczos" : spec.task == "deblur" ? "wiener" : "non-local-means";
}

} // namespace

at::Tensor withMargin(const at::Tensor& x, Size margin) {
    if (margin.width == 0 && margin.height == 0) {
        return x;
    }
    return at::replication_pad2d(x, {margin.width, margin.width, margin.height, margin.height});
}

at::Tensor firstPictureEstimate(const std::string& id, const RestoreSpec& spec, const PictureTensors& input,
                                const Measurement& measured, const std::stop_token& stop) {
    if (id == kPseudoInverse) {
        return regularisedInverse(measured).clamp(-1, 1);
    }
    if (id == "auto" && spec.task == "old-photo") {
        return withMargin(oldPhotoEstimate(spec, input, measured, stop), measured.margin);
    }
    const std::string chosen = id == "auto" ? usualEstimate(spec, input) : id;
    if (!classicalRestorers().find(chosen)) {
        throw Error(ErrorCode::badArgument, "the first estimate \"" + chosen + "\" is neither a classical method nor a file",
                    "take auto, pseudo-inverse, a method of palimpsest methods, or the path of a picture");
    }
    const auto& tasks = classicalRestorers().at(chosen).tasks;
    if (std::find(tasks.begin(), tasks.end(), spec.task) == tasks.end()) {
        throw Error(ErrorCode::badArgument, "the first estimate " + chosen + " does not serve the task " + spec.task,
                    "leave the estimate to auto, or take pseudo-inverse");
    }
    const at::Tensor picture = isNonlinear(spec.task) ? measured.A->directReconstruction(measured.y) : input.picture;
    return withMargin(restoredBy(chosen, spec, picture, degradationOf(spec, input, measured), stop), measured.margin);
}

} // namespace palimpsest
