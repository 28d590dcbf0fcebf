// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/nonlinear_catalogue.h"
#include "core/tasks/behaviour/whole_task.h"

namespace palimpsest {

/// A task whose measurement is not a matrix. It has no noise, and is made in the picture's own colour space, where it
/// was rounded or cut off.
class NonlinearTask : public WholeTask {
public:
    bool keepsColourSpace() const final { return true; }
    std::string_view operatorId() const final { return "identity"; }
    double noiseLevel(const RestoreSpec& /*spec*/, const PictureTensors& /*input*/,
                      std::vector<Message>& /*notices*/) const final {
        return 0;
    }

    at::Tensor observedPicture(const PictureTensors& input, const TaskMeasurement& measured) const final;
    /// The direct reconstruction.
    at::Tensor usualEstimate(const RestoreSpec& spec, const PictureTensors& input, const TaskMeasurement& measured,
                             const std::stop_token& stop) const final;
};

/// Domain and data of an operator on the input.
OperatorData operatorDataOf(const PictureTensors& input);

} // namespace palimpsest
