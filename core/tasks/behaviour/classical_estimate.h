// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/classical_restorer.h"
#include "core/tasks/behaviour/whole_task.h"

#include <string>

namespace palimpsest {

inline constexpr const char* kPseudoInverse = "pseudo-inverse";

/// What parameters of classical methods begin with in a spec.
inline constexpr const char* kClassicalPrefix = "classical.";

/// What a classical restorer is told of the degradation.
Degradation degradationOf(const WholeTask& task, const RestoreSpec& spec, const PictureTensors& input,
                          const TaskMeasurement& measured);

/// picture [1,3,H,W] restored by the classical method `id`; parameters: those of the spec that begin with
/// kClassicalPrefix.
at::Tensor classicallyRestored(const std::string& id, const ParameterValues& parameters, const at::Tensor& picture,
                               const Degradation& degradation, const std::stop_token& stop);

} // namespace palimpsest
