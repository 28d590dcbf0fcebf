// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/priors/prior_card.h"
#include "core/schedules/noise_schedule.h"

#include <memory>
#include <optional>

namespace palimpsest {

class Network;

/// The network of a prior as a denoiser of pictures of `channels` channels in [-1,1]; a prior of grey pictures sees
/// each of them alone. classLabel: see NetworkConvention. Throws Error(badArgument) for any other number of channels
/// than the prior's, and for a class that it does not have or lacks.
std::shared_ptr<const Denoiser> priorDenoiser(std::shared_ptr<const Network> network, const PriorCard& card,
                                              int channels, std::optional<int> classLabel = {});

/// The prior's schedule in units of the model's range [-1,1]: what priorDenoiser() is to be sampled with.
NoiseSchedule priorSchedule(const PriorCard& card);

} // namespace palimpsest
