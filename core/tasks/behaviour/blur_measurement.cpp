// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/blur_measurement.h"

#include "core/base/error.h"
#include "core/operators/blur_kernel.h"
#include "core/tasks/behaviour/blur_noise.h"
#include "core/tasks/shared_parameters.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

/// Deconvolution of a picture whose noise or kernel nobody gave needs some: for compression, and for what the kernel is
/// not quite.
constexpr double kLeastNoise = 0.004;
/// A blur's pseudo-inverse leaves out what would multiply noise by more than some hundred: less noise than this is as
/// good as none.
constexpr double kExact = 0.001;
/// From this ratio on the blur that is named is not the picture's.
constexpr double kTooSharp = 4;

at::Tensor kernelFrom(const Image& picture) {
    const auto* values = picture.rowAs<float>(0);
    return preparedKernel(at::tensor(at::ArrayRef<float>(values, picture.size().area()), at::kFloat)
                              .view({picture.height(), picture.width()}))
        .pixels;
}

} // namespace

BlurParameters blurParameters(const RestoreSpec& spec, const std::string& automatic) {
    const auto kernel = given<std::string>(spec.taskParameters, "kernel");
    return {.kernel = kernel.value_or(automatic),
            .isCircular = given<std::string>(spec.taskParameters, "boundary") == "circular",
            .isGiven = kernel.has_value()};
}

void readKernelOf(const BlurParameters& blur, const RestoreInput& input, PictureTensors& tensors) {
    if (blur.isNone()) {
        return;
    }
    tensors.kernel = isKernelInWords(blur.kernel) ? kernelPixels(blurKernelFromText(blur.kernel)) : at::Tensor();
    if (!tensors.kernel.defined()) {
        if (input.kernel.isNull()) {
            throw Error(
                ErrorCode::badArgument,
                Message("the blur \"%1\" is neither a kernel in words nor a picture that was opened", blur.kernel),
                "use gaussian:SIGMA, motion:LENGTH,ANGLE, disk:RADIUS, or the path of a picture");
        }
        tensors.kernel = kernelFrom(input.kernel);
    }
    requireKernelFits(tensors.kernel, {3, tensors.picture.size(2), tensors.picture.size(3)});
}

void addBlur(OperatorChain& chain, const BlurParameters& blur, const PictureTensors& input) {
    if (!blur.isNone()) {
        chain.add("blur", {{"boundary", std::string(blur.isCircular ? "circular" : "real")}}, {}, input.kernel);
    }
}

Size blurMargin(const BlurParameters& blur, const PictureTensors& input) {
    if (blur.isNone() || blur.isCircular) {
        return {};
    }
    return {static_cast<int>(input.kernel.size(1) / 2), static_cast<int>(input.kernel.size(0) / 2)};
}

double effectiveBlurNoise(const BlurParameters& blur, bool isNoiseGiven, double sigma, double rounding) {
    if (blur.isNone()) {
        return sigma;
    }
    const double least = std::max(sigma, isNoiseGiven && blur.isGiven ? rounding : kLeastNoise);
    return least < kExact ? 0 : least;
}

double noiseWithBlur(double sigma, const PictureTensors& input, std::vector<Message>& notices) {
    const double beyond = noiseBeyondBlur(input.picture[0].add(1).div(2).to(at::kCPU), input.kernel);
    if (beyond > kTooSharp * std::max(sigma, kLeastNoise)) {
        notices.emplace_back(
            "the picture is sharper than this blur allows, so it is sharpened gently: try a smaller blur");
    }
    return std::max(sigma, beyond);
}

} // namespace palimpsest
