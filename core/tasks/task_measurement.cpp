// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/task_measurement.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"
#include "core/tasks/blur_noise.h"
#include "core/tasks/nonlinear_measurement.h"
#include "core/io/kernel_file.h"
#include "core/operators/blur_kernel.h"
#include "core/operators/catalogue.h"
#include "core/operators/composition.h"
#include "core/operators/grey_weights.h"
#include "core/operators/noise_level.h"
#include "core/tensor/noise_source.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace palimpsest {
namespace {

/// Deconvolution of a picture whose noise or kernel nobody gave needs some: for compression, and for what the kernel is not quite.
constexpr double kLeastNoiseOfBlur = 0.004;
/// A blur's pseudo-inverse leaves out what would multiply noise by more than some hundred: less noise than this is as good as none.
constexpr double kExact = 0.001;
/// Below this the noise of a picture is its rounding.
constexpr double kNoNoise = 0.002;
/// px: smaller pictures do not show their noise.
constexpr std::int64_t kLeastSide = 32;
constexpr const char* kGreyWeights = "luma";

Rect whole(const Image& image) { return {0, 0, image.width(), image.height()}; }

bool isBlurTask(const RestoreSpec& spec) {
    return (spec.task == "deblur" || spec.task == "old-photo") && kernelWord(spec) != "none";
}

at::Tensor kernelOf(const RestoreSpec& spec, PictureTensors& tensors) {
    if (!isBlurTask(spec)) {
        return {};
    }
    const std::string word = kernelWord(spec);
    const bool isNamed = word.starts_with("gaussian:") || word.starts_with("motion:") || word.starts_with("disk:");
    if (isNamed) {
        return kernelPixels(blurKernelFromText(word));
    }
    const KernelReading read = readKernel(word);
    tensors.notices.insert(tensors.notices.end(), read.notices.begin(), read.notices.end());
    tensors.kernelSha256 = contentHash(read.kernel);
    const auto* values = read.kernel.rowAs<float>(0);
    return preparedKernel(at::tensor(at::ArrayRef<float>(values, read.kernel.size().area()), at::kFloat)
                              .view({read.kernel.height(), read.kernel.width()}))
        .pixels;
}

/// Chains the operators of a task, each made on the range of the one before.
class Chain {
public:
    Chain(Shape domain, at::TensorOptions options, std::stop_token stop)
        : domain_(std::move(domain)), options_(options), stop_(std::move(stop)) {}

    void add(const char* id, const ParameterValues& values, at::Tensor mask = {}, at::Tensor kernel = {}) {
        OperatorData data{.domain = operators_.empty() ? domain_ : operators_.back()->range(), .options = options_};
        data.mask = std::move(mask);
        data.kernel = std::move(kernel);
        data.stop = stop_;
        operators_.push_back(makeOperator(id, values, data));
    }

    std::unique_ptr<LinearOperator> finish() && {
        if (operators_.empty()) {
            return makeOperator("identity", {}, {.domain = domain_, .options = options_});
        }
        return operators_.size() == 1 ? std::move(operators_.front()) : composed(std::move(operators_));
    }

private:
    Shape domain_;
    at::TensorOptions options_;
    std::stop_token stop_;
    std::vector<std::unique_ptr<LinearOperator>> operators_;
};

/// The operator of the task on pictures of `domain`. Grey comes first, where it leaves the others their closed forms,
/// unless hints say what colours the blurred picture had.
std::unique_ptr<LinearOperator> taskOperator(const RestoreSpec& spec, const Shape& domain, const PictureTensors& input,
                                             const std::stop_token& stop = {}) {
    const at::TensorOptions options = input.picture.options();
    const ParameterValues boundary{{"boundary", spec.boundary}};
    const ParameterValues weights{{"weights", std::string(kGreyWeights)}};
    Chain chain(domain, options, stop);
    if (spec.task == "upscale") {
        chain.add(spec.downsampling == "area" ? "downsample-area" : "downsample-bicubic", {{"factor", std::to_string(spec.factor)}});
    }
    const bool isHinted = recoversColour(spec) && input.hinted.defined();
    if (recoversColour(spec) && !isHinted) {
        chain.add("grey", weights);
    }
    if (isBlurTask(spec)) {
        chain.add("blur", boundary, {}, input.kernel);
    }
    if (isHinted) {
        chain.add("grey-with-hints", weights, input.hinted);
    }
    if (spec.task == "old-photo" && input.known.defined()) {
        chain.add("inpainting-mask", {}, input.known);
    }
    return std::move(chain).finish();
}

Size marginOf(const RestoreSpec& spec, const PictureTensors& input) {
    if (!isBlurTask(spec) || spec.boundary == "circular") {
        return {};
    }
    return {static_cast<int>(input.kernel.size(1) / 2), static_cast<int>(input.kernel.size(0) / 2)};
}

/// Grey is a matter of one operator, so that the measured grey picture is what it makes of the given one.
at::Tensor measuredValues(const RestoreSpec& spec, const PictureTensors& input) {
    const at::Tensor& picture = input.picture;
    at::Tensor y = picture;
    if (recoversColour(spec)) {
        const Shape shape{3, picture.size(2), picture.size(3)};
        const OperatorData data{.domain = shape, .options = picture.options(), .mask = input.hinted};
        const ParameterValues weights{{"weights", std::string(kGreyWeights)}};
        const at::Tensor grey = makeOperator("grey", weights, {.domain = shape, .options = picture.options()})->forward(picture);
        y = input.hinted.defined() ? makeOperator("grey-with-hints", weights, data)
                                         ->forward(withGrey(input.hints, grey, greyWeights(kGreyWeights)))
                                   : grey;
    }
    return spec.task == "old-photo" && input.known.defined() ? y * input.known.to(y.options()) : y;
}

at::Tensor halvedPlane(const at::Tensor& x) { return at::avg_pool2d(x, {2, 2}, {2, 2}, {0, 0}, true, false); }

at::Tensor middle(const at::Tensor& x, std::int64_t height, std::int64_t width) {
    const std::int64_t top = (x.size(-2) - height) / 2;
    const std::int64_t left = (x.size(-1) - width) / 2;
    return x.narrow(-2, top, height).narrow(-1, left, width).contiguous();
}

PictureTensors middleOf(const PictureTensors& input, std::int64_t height, std::int64_t width) {
    PictureTensors cut = input;
    for (at::Tensor* tensor : {&cut.picture, &cut.known, &cut.hints, &cut.hinted}) {
        *tensor = tensor->defined() ? middle(*tensor, height, width) : *tensor;
    }
    return cut;
}

void requireTaskInput(const RestoreSpec& spec, const RestoreInput& input) {
    if (!input.hints.isNull() && input.hints.size() != input.picture.size()) {
        throw Error(ErrorCode::badInput, "the colour hints have another size than the picture", "paint them on this picture");
    }
    const bool usesMask = spec.task == "old-photo" && !input.mask.bounds().isEmpty();
    if (usesMask && input.mask.size() != input.picture.size()) {
        throw Error(ErrorCode::badInput, "the mask has another size than the picture", "make the mask as large as the picture");
    }
}

} // namespace

double roundingOf(PixelDepth depth) {
    const double step = depth == PixelDepth::uint8 ? 1.0 / 255 : depth == PixelDepth::uint16 ? 1.0 / 65535 : 0;
    return step / std::sqrt(12.0); // of a uniform error
}

bool recoversColour(const RestoreSpec& spec) {
    return spec.task == "colorize" || (spec.task == "old-photo" && !spec.keepColours);
}

int enlargementOf(const RestoreSpec& spec) { return spec.task == "upscale" ? spec.factor : 1; }

std::string kernelWord(const RestoreSpec& spec) {
    if (spec.kernel != "auto") {
        return spec.kernel;
    }
    return spec.task == "deblur" ? "gaussian:1.6" : "none";
}

PictureTensors pictureTensors(const RestoreSpec& spec, const RestoreInput& input) {
    requireTaskInput(spec, input);
    PictureTensors tensors;
    tensors.picture = toTensor(input.picture, whole(input.picture));
    tensors.rounding = roundingOf(input.picture.depth());
    if (spec.task == "old-photo" && !input.mask.bounds().isEmpty()) {
        tensors.known = (holeTensor(input.mask, whole(input.picture)) < 0.5)[0][0];
    }
    if (recoversColour(spec) && !input.hints.isNull()) {
        tensors.hints = toTensor(input.hints, whole(input.hints));
        tensors.hinted = at::zeros({input.hints.height(), input.hints.width()}, at::kBool);
        auto* hinted = tensors.hinted.data_ptr<bool>();
        for (int y = 0; y < input.hints.height(); ++y) {
            for (int x = 0; x < input.hints.width(); ++x) {
                *hinted++ = input.hints.valueAt(x, y, 3) > 0.5F;
            }
        }
        if (!tensors.hinted.any().item<bool>()) {
            tensors.hints = at::Tensor();
            tensors.hinted = at::Tensor();
        }
    }
    tensors.kernel = kernelOf(spec, tensors);
    if (spec.task == "dejpeg") {
        readCompression(spec, input.picture, tensors);
    }
    if (tensors.kernel.defined()) {
        requireKernelFits(tensors.kernel, {3, input.picture.height(), input.picture.width()});
    }
    return tensors;
}

PictureTensors halved(const PictureTensors& full) {
    PictureTensors half;
    half.kernel = full.kernel;
    half.picture = halvedPlane(full.picture);
    half.rounding = full.rounding / 2;
    if (full.known.defined()) {
        half.known = halvedPlane(full.known.to(at::kFloat).unsqueeze(0).unsqueeze(0))[0][0] > 0.99;
    }
    if (full.hinted.defined()) {
        const at::Tensor weight = full.hinted.to(full.hints.options()).unsqueeze(0).unsqueeze(0);
        const at::Tensor share = halvedPlane(weight);
        half.hints = halvedPlane(full.hints * weight) / share.clamp_min(1e-6);
        half.hinted = share[0][0] > 0;
    }
    return half;
}

Measurement measure(const RestoreSpec& spec, const PictureTensors& input, double sigma, const std::stop_token& stop) {
    if (isNonlinear(spec.task)) {
        return measureNonlinearly(spec, input);
    }
    Measurement measurement;
    measurement.noise.sigmaY = 2 * sigma;
    measurement.margin = marginOf(spec, input);
    const std::int64_t factor = enlargementOf(spec);
    const Shape domain{3, input.picture.size(2) * factor + 2 * measurement.margin.height,
                       input.picture.size(3) * factor + 2 * measurement.margin.width};
    measurement.A = taskOperator(spec, domain, input, stop);
    measurement.y = measuredValues(spec, input);
    return measurement;
}

PictureTensors degraded(const RestoreSpec& spec, const PictureTensors& clean) {
    if (isNonlinear(spec.task)) {
        return degradedNonlinearly(spec, clean);
    }
    const std::int64_t factor = enlargementOf(spec);
    const PictureTensors cut =
        middleOf(clean, clean.picture.size(2) / factor * factor, clean.picture.size(3) / factor * factor);
    const Shape domain{3, cut.picture.size(2), cut.picture.size(3)};
    PictureTensors bare = cut;
    bare.known = at::Tensor();
    bare.hinted = at::Tensor();
    const at::Tensor y = taskOperator(spec, domain, bare)->forward(cut.picture);
    PictureTensors damaged = y.size(2) == cut.picture.size(2) ? cut : middleOf(cut, y.size(2), y.size(3));
    NoiseSource noise(streamSeed(spec.seed, "degrade", 0), {0}, y.options());
    const at::Tensor noisy = NoiseModel{.sigmaY = 2 * std::max(0.0, spec.sigma)}.applyTo(y, noise);
    damaged.rounding = 0;
    damaged.picture = noisy.expand({1, 3, noisy.size(2), noisy.size(3)}).contiguous(); // grey becomes three equal channels
    return damaged;
}

NoiseModel noiseForPrior(const RestoreSpec& spec, const PictureTensors& input, const NoiseModel& noise) {
    const at::Tensor first = input.picture.narrow(1, 0, 1);
    const bool isGrey = input.picture.narrow(1, 1, 1).equal(first) && input.picture.narrow(1, 2, 1).equal(first);
    NoiseModel seen = noise;
    if (isGrey && !recoversColour(spec)) {
        seen.sigmaY *= std::sqrt(3.0);
    }
    return seen;
}

double noiseOfTask(const RestoreSpec& spec, double sigma, double rounding) {
    if (!isBlurTask(spec)) {
        return sigma;
    }
    const bool isGiven = spec.sigma >= 0 && spec.kernel != "auto";
    const double least = std::max(sigma, isGiven ? rounding : kLeastNoiseOfBlur);
    return least < kExact ? 0 : least;
}

namespace {

/// From this ratio on the blur that is named is not the picture's.
constexpr double kTooSharp = 4;

double noiseSeenIn(const RestoreSpec& spec, const PictureTensors& input, std::vector<std::string>* notices) {
    const at::Tensor picture = input.picture[0].add(1).div(2).to(at::kCPU);
    const double everywhere = estimatedNoiseLevel(picture);
    const double sigma = everywhere < kNoNoise ? 0 : everywhere;
    const bool hasHoles = input.known.defined(); // whose rims no blur explains
    if (!isBlurTask(spec) || hasHoles) {
        return sigma;
    }
    const double beyond = noiseBeyondBlur(picture, input.kernel);
    if (notices && beyond > kTooSharp * std::max(sigma, kLeastNoiseOfBlur)) {
        notices->emplace_back("the picture is sharper than this blur allows, so it is sharpened gently: try a smaller blur");
    }
    return std::max(sigma, beyond);
}

} // namespace

double noiseLevelOf(const RestoreSpec& spec, const PictureTensors& input, std::vector<std::string>* notices) {
    if (isNonlinear(spec.task)) {
        return 0;
    }
    double sigma = spec.sigma;
    if (sigma < 0) {
        const std::int64_t smallest = std::min(input.picture.size(2), input.picture.size(3));
        sigma = spec.degrade || smallest < kLeastSide ? 0 : noiseSeenIn(spec, input, notices);
    }
    return noiseOfTask(spec, sigma, input.rounding);
}

at::Tensor withoutMargin(const at::Tensor& x, Size margin) {
    return x.narrow(2, margin.height, x.size(2) - 2 * margin.height).narrow(3, margin.width, x.size(3) - 2 * margin.width);
}

} // namespace palimpsest
