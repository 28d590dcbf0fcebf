// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/model_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace palimpsest {
namespace {

constexpr std::size_t kNameWidth = 16;

std::string wordsOf(const ModelChoice& choice) {
    std::string others;
    for (const std::string& value : choice.values) {
        others += value == choice.assumed ? "" : (others.empty() ? "" : ", ") + value;
    }
    return padded(choice.name, kNameWidth) + choice.assumed + (choice.isKnown ? "" : "  (assumed)") + "\n" +
           std::string(kNameWidth, ' ') + choice.question.text() + (others.empty() ? "" : " Else: " + others + ".") +
           "\n";
}

} // namespace

Json toJson(const PriorDescription& prior) {
    return {{"id", prior.id},
            {"title", prior.title},
            {"kind", prior.kind},
            {"folder", prior.folder},
            {"licence", prior.licence},
            {"architecture", prior.architecture},
            {"trainingData", prior.trainingData},
            {"channels", prior.channels},
            {"nativeSize", prior.nativeSize},
            {"parameters", prior.parameterCount},
            {"bytes", prior.byteSize},
            {"sha256", prior.sha256},
            {"bundled", prior.bundled},
            {"classes", prior.classes},
            {"problem", prior.problem.text()}};
}

Json toJson(const RecognisedModel& model) {
    Json facts = Json::array();
    for (const Message& fact : model.facts) {
        facts.push_back(fact.text());
    }
    Json choices = Json::array();
    for (const ModelChoice& choice : model.choices) {
        choices.push_back({{"name", choice.name},
                           {"question", choice.question.text()},
                           {"values", choice.values},
                           {"assumed", choice.assumed},
                           {"known", choice.isKnown}});
    }
    return {{"path", model.path},
            {"family", model.family.text()},
            {"facts", facts},
            {"choices", choices},
            {"id", model.id},
            {"title", model.title},
            {"licence", model.licence},
            {"architecture", model.architecture},
            {"channels", model.channels},
            {"nativeSize", model.nativeSize},
            {"parameters", model.parameterCount},
            {"bytes", model.byteSize},
            {"problem", model.problem.text()}};
}

std::string wordsOf(const RecognisedModel& model) {
    std::string words = model.path + ": " + model.family.text() + ", " + megabytes(model.byteSize) + "\n";
    for (const Message& fact : model.facts) {
        words += fact.text() + "\n";
    }
    if (!model.problem.isEmpty()) {
        return words + "It cannot become a prior: " + model.problem.text() + "\n";
    }
    for (const ModelChoice& choice : model.choices) {
        words += wordsOf(choice);
    }
    return words + padded("licence", kNameWidth) + (model.licence.empty() ? "unknown" : model.licence) + "\n";
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(text.size() + 2, width), ' ');
    return text;
}

std::string megabytes(std::int64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f MB", static_cast<double>(bytes) / 1e6);
    return text;
}

} // namespace palimpsest
