// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/solution_maps.h"
#include "core/tasks/behaviour/whole_task.h"

#include <ATen/core/Tensor.h>

#include <vector>

namespace palimpsest {

/// samples: [N,3,H,W] in [-1,1], with the measurement's margin. Everything but the residual curve.
SolutionMaps solutionMaps(const at::Tensor& samples, const TaskMeasurement& measured);

/// The maps of inpainted pictures: mean and deviation of several, and the mask as what was invented.
SolutionMaps inpaintingMaps(const std::vector<Image>& samples, const Mask& solved);

/// The unit in which residuals are told: the noise, or 1/255 of [0,1] if there is none; in model units of [-1,1].
double residualUnit(const NoiseModel& noise);

} // namespace palimpsest
