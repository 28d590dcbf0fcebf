// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/choice_table.h"

#include "core/base/error.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace palimpsest {
namespace {

std::string listed(const std::vector<std::string>& values) {
    std::string text;
    for (const std::string& value : values) {
        text += (text.empty() ? "" : ", ") + value;
    }
    return text;
}

std::optional<double> toNumber(const std::string& text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Error refusal(const std::string& name, const std::string& value, const Message& hint) {
    return Error(ErrorCode::badArgument, Message("\"%1\" is no answer for \"%2\" of this checkpoint", value, name),
                 hint);
}

/// A bound as a person writes it: without trailing zeros.
std::string brief(double value) {
    char text[32];
    const auto [end, failure] = std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

} // namespace

ChoiceTable::ChoiceTable(Answers given, Answers beside, Answers published)
    : given_(std::move(given)), beside_(std::move(beside)), published_(std::move(published)) {}

std::pair<std::string, bool> ChoiceTable::answer(const std::string& name, const std::string& guess) const {
    for (const Answers* source : {&given_, &beside_, &published_}) {
        if (const auto found = source->find(name); found != source->end()) {
            return {found->second, true};
        }
    }
    return {guess, false};
}

bool ChoiceTable::knows(const std::string& name) const { return answer(name, {}).second; }

std::string ChoiceTable::record(ModelChoice choice) {
    choices_.push_back(std::move(choice));
    return choices_.back().assumed;
}

std::string ChoiceTable::choose(const std::string& name, const Message& question, std::vector<std::string> values) {
    if (values.empty()) {
        throw Bug("the question " + name + " has no answers");
    }
    auto [value, isKnown] = answer(name, values.front());
    if (std::find(values.begin(), values.end(), value) == values.end()) {
        throw refusal(name, value, Message("choose one of %1", listed(values)));
    }
    std::stable_partition(values.begin(), values.end(), [&](const std::string& one) { return one == value; });
    return record({name, question, std::move(values), value, isKnown});
}

double ChoiceTable::number(const std::string& name, const Message& question, std::vector<std::string> guesses,
                           double low, double high) {
    auto [value, isKnown] = answer(name, guesses.front());
    const std::optional<double> number = toNumber(value);
    if (!number || !(*number >= low && *number <= high)) {
        throw refusal(name, value, Message("choose a number from %1 to %2", brief(low), brief(high)));
    }
    if (std::find(guesses.begin(), guesses.end(), value) == guesses.end()) {
        guesses.push_back(value);
    }
    std::stable_partition(guesses.begin(), guesses.end(), [&](const std::string& one) { return one == value; });
    record({name, question, std::move(guesses), value, isKnown});
    return *number;
}

void ChoiceTable::finish() const {
    for (const auto& [name, value] : given_) {
        const bool asked =
            std::any_of(choices_.begin(), choices_.end(), [&](const ModelChoice& c) { return c.name == name; });
        if (!asked) {
            std::vector<std::string> names;
            std::transform(choices_.begin(), choices_.end(), std::back_inserter(names),
                           [](const ModelChoice& c) { return c.name; });
            throw Error(ErrorCode::badArgument,
                        Message("\"%1\" is nothing that can be chosen for this checkpoint", name),
                        names.empty() ? Message("nothing can be chosen: leave it out")
                                      : Message("choose among %1", listed(names)));
        }
    }
}

} // namespace palimpsest
