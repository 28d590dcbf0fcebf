// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"

#include <map>
#include <string>
#include <vector>

namespace palimpsest {

/// Answers to what tensors do not tell, by ModelChoice::name, from four sources: who is in front of the program, a JSON
/// file beside the checkpoint, the table of published checkpoints, and last the likeliest guess.
class ChoiceTable {
public:
    using Answers = std::map<std::string, std::string>;
    ChoiceTable(Answers given, Answers beside, Answers published);

    /// One of `values`, of which the first is the guess. Throws Error(badArgument) if another was given.
    std::string choose(const std::string& name, const Message& question, std::vector<std::string> values);
    /// Any number of that range; `guesses` are what a person is offered, the first is the guess.
    double number(const std::string& name, const Message& question, std::vector<std::string> guesses, double low,
                  double high);

    /// Whether somebody or something besides a guess would answer: for questions that are not worth asking else.
    bool knows(const std::string& name) const;

    const std::vector<ModelChoice>& choices() const { return choices_; }
    /// Throws Error(badArgument) for a given answer that no question asked for.
    void finish() const;

private:
    /// The value, and whether it is known.
    std::pair<std::string, bool> answer(const std::string& name, const std::string& guess) const;
    std::string record(ModelChoice choice);

    Answers given_, beside_, published_;
    std::vector<ModelChoice> choices_;
};

} // namespace palimpsest
