// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/prior_denoiser.h"

#include "core/base/error.h"
#include "core/denoisers/network_denoiser.h"
#include "core/denoisers/per_channel_denoiser.h"
#include "core/schedules/catalogue.h"

namespace palimpsest {
namespace {

NetworkConvention conventionOf(const PriorCard& card, std::optional<int> classLabel) {
    return {.parametrisation = parametrisation(card.parametrisation),
            .timeLabel = timeLabel(card.timeLabel),
            .valueRange = card.valueRange,
            .classLabel = classLabel};
}

} // namespace

std::shared_ptr<const Denoiser> priorDenoiser(std::shared_ptr<const Network> network, const PriorCard& card,
                                              int channels, std::optional<int> classLabel) {
    if (card.channels != channels && card.channels != 1) {
        throw Error(
            ErrorCode::badArgument,
            Message("the prior %1 is for pictures of %2 channels, and this has %3", card.id, card.channels, channels),
            Message("choose a prior for %1 channels, or a grey one, which sees each channel alone", channels));
    }
    auto denoiser = std::make_shared<NetworkDenoiser>(std::move(network), conventionOf(card, classLabel));
    if (card.channels == channels) {
        return denoiser;
    }
    return std::make_shared<PerChannelDenoiser>(std::move(denoiser));
}

NoiseSchedule priorSchedule(const PriorCard& card) {
    ParameterValues values = card.scheduleValues;
    values["times"] = std::int64_t{card.scheduleSteps};
    return makeSchedule(card.schedule, values).withNoise(conventionOf(card, -1).scale());
}

} // namespace palimpsest
