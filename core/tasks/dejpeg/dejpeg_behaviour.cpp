// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/io/image_file.h"
#include "core/methods/recipes.h"
#include "core/operators/jpeg_chroma.h"
#include "core/operators/jpeg_error.h"
#include "core/tasks/behaviour/nonlinear_task.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

/// For study, where none is given.
constexpr std::int64_t kStudyQuality = 20;

at::Tensor tableOf(const std::array<std::uint16_t, 64>& steps) {
    const std::vector<double> values(steps.begin(), steps.end());
    return at::tensor(values, at::kDouble).view({8, 8});
}

Error unknownCompression() {
    return Error(
        ErrorCode::badInput,
        "how the picture was compressed is not known: it is no JPEG file, or one of an unusual kind, such as CMYK",
        "give the quality with which it was saved, or open the JPEG file itself");
}

std::string chromaOf(const JpegCompression& compression) {
    const auto kind = std::ranges::find_if(kJpegChroma, [&](const JpegChroma& one) {
        return one.rows == compression.chromaRows && one.columns == compression.chromaColumns &&
               one.isRgb == compression.isRgb;
    });
    if (kind == kJpegChroma.end()) {
        throw unknownCompression();
    }
    return std::string(kind->name);
}

/// What our own writer makes of a picture with this quality: its tables are those of all programs that use the same
/// library.
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

/// y = x, with each coefficient rounded as the file's tables say.
class Dejpeg : public NonlinearTask {
public:
    PictureTensors tensors(const RestoreSpec& spec, const RestoreInput& /*input*/,
                           const Image& picture) const override {
        PictureTensors tensors = tensorsOf(picture);
        const auto quality = given<std::int64_t>(spec.taskParameters, "quality");
        if (quality || std::get<bool>(spec.taskParameters.at("degrade"))) {
            takeCompression(
                *savedAndRead(at::zeros({1, 3, 16, 16}), quality.value_or(kStudyQuality)).metadata()->compression,
                tensors);
        } else if (picture.metadata() && picture.metadata()->compression) {
            takeCompression(*picture.metadata()->compression, tensors);
        } else {
            throw unknownCompression();
        }
        return tensors;
    }

    TaskMeasurement measure(const RestoreSpec& /*spec*/, const PictureTensors& input, double /*sigma*/,
                            const std::stop_token& /*stop*/) const override {
        TaskMeasurement measured;
        measured.known.y = input.picture;
        measured.known.A = makeNonlinearOperator("jpeg", {{"chroma", input.chroma}}, operatorDataOf(input));
        measured.directError = expectedJpegError(input.picture, input.quantisation[0], input.mirrored);
        return measured;
    }

    PictureTensors degraded(const RestoreSpec& spec, const PictureTensors& clean) const override {
        PictureTensors damaged = clean;
        const Image image =
            savedAndRead(clean.picture, given<std::int64_t>(spec.taskParameters, "quality").value_or(kStudyQuality));
        damaged.picture = toTensor(image, {0, 0, image.width(), image.height()});
        return damaged;
    }

    MethodSettings defaultMethod(const MethodRequest& request) const override {
        MethodSettings settings = posteriorMean();
        settings.guidance = "ddnm";
        settings.coarsest.steps = request.sample > 0 ? 12 : 1;
        return settings;
    }
};

} // namespace

std::unique_ptr<TaskBehaviour> dejpegBehaviour() { return std::make_unique<Dejpeg>(); }

} // namespace palimpsest
