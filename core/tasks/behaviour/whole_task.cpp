// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/whole_task.h"

#include "core/base/error.h"
#include "core/operators/noise_level.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

/// Below this the noise of a picture is its rounding.
constexpr double kNoNoise = 0.002;
/// px: smaller pictures do not show their noise.
constexpr std::int64_t kLeastSide = 32;

} // namespace

void WholeTask::requireUsable(const RestoreSpec& spec, const RestoreInput& input) const {
    const TaskDescription& task = taskCatalogue().at(spec.task);
    const Size size = input.picture().size();
    if (task.takes(InputKind::hints) && !input.hints.isNull() && input.hints.size() != size) {
        throw Error(ErrorCode::badInput, "the colour hints have another size than the picture",
                    "paint them on this picture");
    }
    if (task.takes(InputKind::mask) && !input.mask.bounds().isEmpty() && input.mask.size() != size) {
        throw Error(ErrorCode::badInput, "the mask has another size than the picture",
                    "make the mask as large as the picture");
    }
}

PictureTensors WholeTask::tensors(const RestoreSpec& /*spec*/, const RestoreInput& /*input*/,
                                  const Image& picture) const {
    return tensorsOf(picture);
}

double WholeTask::effectiveNoise(const RestoreSpec& /*spec*/, double sigma, double /*rounding*/) const { return sigma; }

double WholeTask::noiseLevel(const RestoreSpec& spec, const PictureTensors& input,
                             std::vector<Message>& notices) const {
    if (const auto sigma = given<double>(spec.taskParameters, "sigma")) {
        return effectiveNoise(spec, *sigma, input.rounding);
    }
    const bool isClean = std::get<bool>(spec.taskParameters.at("degrade"));
    const bool isSmall = std::min(input.picture.size(2), input.picture.size(3)) < kLeastSide;
    return effectiveNoise(spec, isClean || isSmall ? 0 : noiseSeenIn(spec, input, notices), input.rounding);
}

double WholeTask::noiseSeenIn(const RestoreSpec& /*spec*/, const PictureTensors& input,
                              std::vector<Message>& /*notices*/) const {
    const double sigma = estimatedNoiseLevel(input.picture[0].add(1).div(2).to(at::kCPU));
    return sigma < kNoNoise ? 0 : sigma;
}

NoiseModel WholeTask::noiseForPrior(const RestoreSpec& /*spec*/, const PictureTensors& /*input*/,
                                    const NoiseModel& noise) const {
    return noise;
}

} // namespace palimpsest
