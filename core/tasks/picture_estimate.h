// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task_measurement.h"

#include <ATen/core/Tensor.h>

#include <stop_token>
#include <string>

namespace palimpsest {

/// A first estimate of the whole picture, [1,3,H,W] with the margin of the measurement: by a classical restorer's id,
/// "pseudo-inverse" (of all pictures that fit the measurement within its noise, the smallest), or "auto" for the task's usual one.
/// Throws Error(badArgument) for an id that does not serve the task, Cancelled.
at::Tensor firstPictureEstimate(const std::string& id, const RestoreSpec& spec, const PictureTensors& input,
                                const Measurement& measured, const std::stop_token& stop);

inline constexpr const char* kPseudoInverse = "pseudo-inverse";

/// What parameters of classical methods begin with in a spec.
inline constexpr const char* kClassicalPrefix = "classical.";

/// x [N,3,H,W] with its border repeated into a margin.
at::Tensor withMargin(const at::Tensor& x, Size margin);

} // namespace palimpsest
