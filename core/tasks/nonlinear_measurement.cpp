// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/nonlinear_measurement.h"

#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/operators/jpeg_error.h"
#include "core/operators/nonlinear_catalogue.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

/// For study, where none is given.
constexpr std::int64_t kStudyQuality = 20;
/// Model units: values this near to a limit count as cut off; compression leaves few that reach it.
constexpr double kLimitTolerance = 2 * 3.5 / 255;

at::Tensor tableOf(const std::array<std::uint16_t, 64>& steps) {
    const std::vector<double> values(steps.begin(), steps.end());
    return at::tensor(values, at::kDouble).view({8, 8});
}

std::string chromaOf(const JpegCompression& compression) {
    if (compression.chromaRows == 1) {
        return compression.chromaColumns == 1 ? "4:4:4" : "4:2:2";
    }
    return compression.chromaColumns == 1 ? "4:4:0" : "4:2:0";
}

/// What our own writer makes of a picture with this quality: its tables are those of all programs that use the same library.
Image savedAndRead(const at::Tensor& picture, std::int64_t quality) {
    const WriteOptions options{.format = "jpeg", .quality = static_cast<int>(quality)};
    return decodeImage(encodeImage(toImage(picture), options), "the compressed picture");
}

void takeCompression(const JpegCompression& compression, PictureTensors& tensors) {
    tensors.quantisation = at::stack({tableOf(compression.luma), tableOf(compression.chroma)});
    tensors.chroma = chromaOf(compression);
    tensors.mirrored.clear();
    if (compression.fromBottom) {
        tensors.mirrored.push_back(2);
    }
    if (compression.fromRight) {
        tensors.mirrored.push_back(3);
    }
}

ParameterValues clipValues(const RestoreSpec& spec) {
    const double pivot = spec.clipped == "highlights" ? -1 : spec.clipped == "shadows" ? 1 : 0;
    return {{"gain", spec.headroom}, {"pivot", pivot}};
}

OperatorData dataFor(const PictureTensors& input) {
    return {.domain = {3, input.picture.size(2), input.picture.size(3)},
            .options = input.picture.options(),
            .quantisation = input.quantisation,
            .mirrored = input.mirrored};
}

} // namespace

bool isNonlinear(std::string_view task) { return task == "dejpeg" || task == "declip"; }

void readCompression(const RestoreSpec& spec, const Image& picture, PictureTensors& tensors) {
    if (spec.quality > 0 || spec.degrade) {
        const Image any = savedAndRead(at::zeros({1, 3, 16, 16}), spec.quality > 0 ? spec.quality : kStudyQuality);
        takeCompression(*any.metadata()->compression, tensors);
    } else if (picture.metadata() && picture.metadata()->compression) {
        takeCompression(*picture.metadata()->compression, tensors);
    } else {
        throw Error(ErrorCode::badInput, "the picture does not come from a JPEG file that tells how it was compressed",
                    "give the quality with which it was saved, or open the JPEG file itself");
    }
}

Measurement measureNonlinearly(const RestoreSpec& spec, const PictureTensors& input) {
    Measurement measurement;
    measurement.y = input.picture;
    if (spec.task == "dejpeg") {
        measurement.A = makeNonlinearOperator("jpeg", {{"chroma", input.chroma}}, dataFor(input));
        measurement.directError = expectedJpegError(input.picture, input.quantisation[0], input.mirrored);
        return measurement;
    }
    measurement.A = makeNonlinearOperator("clip", clipValues(spec), dataFor(input));
    const at::Tensor one = at::ones({}, measurement.y.options());
    measurement.y = at::where(measurement.y >= 1 - kLimitTolerance, one, measurement.y);
    measurement.y = at::where(measurement.y <= kLimitTolerance - 1, -one, measurement.y);
    return measurement;
}

PictureTensors degradedNonlinearly(const RestoreSpec& spec, const PictureTensors& clean) {
    PictureTensors damaged = clean;
    if (spec.task == "dejpeg") {
        const Image image = savedAndRead(clean.picture, spec.quality > 0 ? spec.quality : kStudyQuality);
        damaged.picture = toTensor(image, {0, 0, image.width(), image.height()});
    } else {
        damaged.picture = makeNonlinearOperator("clip", clipValues(spec), dataFor(clean))->forward(clean.picture);
    }
    return damaged;
}

} // namespace palimpsest
