// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model_import/choice_table.h"
#include "core/priors/prior_card.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Asks what every variance-preserving prior leaves open and its tensors do not tell: what it predicts, its schedule,
/// and the range of its pictures; and enters the answers into the card.
void chooseVariancePreserving(ChoiceTable& choices, PriorCard& card);

/// Asks for the side of the pictures that it was trained on, px; `guesses` has the likeliest first.
void chooseSize(ChoiceTable& choices, PriorCard& card, std::vector<std::string> guesses);

/// Asks for the range of values of the pictures; `guess` is "-1..1" or "0..1".
void chooseValueRange(ChoiceTable& choices, PriorCard& card, const std::string& guess);

} // namespace palimpsest
