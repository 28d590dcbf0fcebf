// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/nonlinear_task.h"

#include "core/tasks/behaviour/classical_estimate.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor NonlinearTask::observedPicture(const PictureTensors& /*input*/, const TaskMeasurement& measured) const {
    return measured.known.A->directReconstruction(measured.known.y);
}

at::Tensor NonlinearTask::usualEstimate(const RestoreSpec& spec, const PictureTensors& input,
                                        const TaskMeasurement& measured, const std::stop_token& stop) const {
    return classicallyRestored("as-is", spec.parameters, observedPicture(input, measured),
                               degradationOf(*this, spec, input, measured), stop);
}

OperatorData operatorDataOf(const PictureTensors& input) {
    return {.domain = {3, input.picture.size(2), input.picture.size(3)},
            .options = input.picture.options(),
            .quantisation = input.quantisation,
            .mirrored = input.mirrored};
}

} // namespace palimpsest
