// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model_import/choice_table.h"
#include "core/networks/unet2d/unet2d_config.h"
#include "core/priors/prior_card.h"

#include <string>

namespace palimpsest {

/// What a prior of diffusers predicts, and its noise: from the JSON text of scheduler_config.json, else asked for.
/// Throws Error(badInput) for a scheduler that says what is not known here.
void readScheduler(const std::string& scheduler, const Unet2dConfig& config, ChoiceTable& choices, PriorCard& card);

} // namespace palimpsest
