// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/diffusion_choices.h"

namespace palimpsest {
namespace {

constexpr int kSteps = 1000;
constexpr double kSmallestSize = 8; // px
constexpr double kLargestSize = 8192;

} // namespace

void chooseVariancePreserving(ChoiceTable& choices, PriorCard& card) {
    card.parametrisation =
        choices.choose("prediction", "What does the network predict: the noise, the velocity, or the clean picture?",
                       {"eps", "v", "x0"});
    card.schedule = choices.choose("schedule", "How does the noise of its training grow with time?",
                                   {"linear", "cosine", "scaled-linear"});
    card.scheduleSteps = kSteps;
    card.timeLabel = "index";
    chooseValueRange(choices, card, "-1..1");
}

void chooseSize(ChoiceTable& choices, PriorCard& card, std::vector<std::string> guesses) {
    card.nativeSize =
        static_cast<int>(choices.number("size", "How many pixels wide were the pictures that it was trained on?",
                                        std::move(guesses), kSmallestSize, kLargestSize));
}

void chooseValueRange(ChoiceTable& choices, PriorCard& card, const std::string& guess) {
    const std::string other = guess == "0..1" ? "-1..1" : "0..1";
    const std::string range = choices.choose("value-range", "Which numbers are black and white to it?", {guess, other});
    card.valueRange = range == "0..1" ? std::array<double, 2>{0, 1} : std::array<double, 2>{-1, 1};
}

} // namespace palimpsest
