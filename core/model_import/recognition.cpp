// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/recognition.h"

#include "core/base/error.h"
#include "core/model_import/other_checkpoints.h"
#include "core/model_import/published_checkpoints.h"
#include "core/model_import/recogniser.h"
#include "core/model_import/shape_text.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <optional>
#include <set>

namespace palimpsest {
namespace {

constexpr const char* kUnknownLicence = "unknown";

/// Lower case letters, digits and single hyphens, at most 48 of them.
std::string slug(const std::string& text) {
    constexpr std::size_t kLongest = 48;
    std::string id;
    for (const unsigned char c : text) {
        if (std::isalnum(c) && c < 128) {
            id += static_cast<char>(std::tolower(c));
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    id.resize(std::min(id.size(), kLongest));
    while (!id.empty() && id.back() == '-') {
        id.pop_back();
    }
    return id.empty() ? "model" : id;
}

/// Without folders and the ending.
std::string stemOf(const std::string& path) {
    const std::filesystem::path trimmed = std::filesystem::path(path).lexically_normal();
    return (trimmed.has_filename() ? trimmed : trimmed.parent_path()).stem().string();
}

std::string typesOf(const CheckpointOutline& outline, const std::vector<WeightSource>& weights) {
    std::set<std::string> names;
    for (const WeightSource& weight : weights) {
        names.emplace(nameOf(outline.tensors[weight.index].type));
    }
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ", ") + name;
    }
    return text;
}

/// One attempt: this set of weights, by this family.
class Reading {
public:
    Reading(const CheckpointOutline& outline, const WeightSet& weights, const Recogniser& recogniser,
            const std::map<std::string, std::string>& given)
        : outline_(outline), weights_(weights), recogniser_(recogniser),
          match_(publishedMatch(recogniser.id, weights.size(), weights.parameterCount(), outline.path)),
          choices_(given, outline.beside, match_.answers) {}

    Recognition make() {
        Recognition recognition;
        RecognisedModel& model = recognition.model;
        suggestNames(recognition);
        tellWhichWeights(model);
        try {
            recogniser_.read({outline_, weights_, choices_}, recognition);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::badInput) {
                throw;
            }
            model.problem = error.message();
            recognition.weights.clear();
        }
        if (model.problem.isEmpty()) {
            choices_.finish();
            model.facts.insert(model.facts.begin(),
                               Message("%1 weights in %2 tensors of %3.", countText(model.parameterCount),
                                       recognition.weights.size(), typesOf(outline_, recognition.weights)));
        }
        finish(recognition);
        return recognition;
    }

private:
    void suggestNames(Recognition& recognition) const {
        RecognisedModel& model = recognition.model;
        const PublishedCheckpoint* published = match_.isNamed ? match_.checkpoint : nullptr;
        model.path = outline_.path;
        model.family = recogniser_.family;
        model.byteSize = outline_.byteSize;
        model.parameterCount = weights_.parameterCount();
        recognition.card.id = published ? std::string(published->id) : slug(stemOf(outline_.path));
        recognition.card.title = published ? std::string(published->title) : stemOf(outline_.path);
        recognition.card.licence =
            published && !published->licence.empty() ? std::string(published->licence) : kUnknownLicence;
        recognition.card.trainingData = published ? std::string(published->trainingData) : "";
        tellPublished(model);
    }

    void tellPublished(RecognisedModel& model) const {
        std::string titles;
        for (const PublishedCheckpoint* one : match_.candidates) {
            titles += (titles.empty() ? "" : "; ") + std::string(one->title);
        }
        if (match_.checkpoint) {
            model.facts.push_back(Message("Shapes as published: %1.", match_.checkpoint->title));
        } else if (!titles.empty()) {
            model.facts.push_back(Message("Shapes as published for several: %1.", titles));
        }
    }

    void tellWhichWeights(RecognisedModel& model) const {
        if (!outline_.chosenFile.empty()) {
            model.facts.push_back(Message("Of the files in the folder, %1 is taken.", outline_.chosenFile));
        }
        if (weights_.isAveraged()) {
            model.facts.push_back(Message("The averaged weights under \"%1\" are taken.", weights_.container()));
        } else if (!weights_.container().empty()) {
            model.facts.push_back(
                Message("The weights under \"%1\" are taken; there is no average of them.", weights_.container()));
        }
    }

    void finish(Recognition& recognition) const {
        RecognisedModel& model = recognition.model;
        const PriorCard& card = recognition.card;
        model.choices = choices_.choices();
        model.id = card.id;
        model.title = card.title;
        model.licence = card.licence == kUnknownLicence ? "" : card.licence;
        model.architecture = card.architecture;
        model.channels = card.channels;
        model.nativeSize = card.nativeSize;
    }

    const CheckpointOutline& outline_;
    const WeightSet& weights_;
    const Recogniser& recogniser_;
    PublishedMatch match_;
    ChoiceTable choices_;
};

Recognition refused(const CheckpointOutline& outline, Message family, Message problem) {
    Recognition recognition;
    RecognisedModel& model = recognition.model;
    model.path = outline.path;
    model.family = std::move(family);
    model.problem = std::move(problem);
    model.id = slug(stemOf(outline.path));
    model.title = stemOf(outline.path);
    model.byteSize = outline.byteSize;
    model.channels = 0;
    return recognition;
}

Recognition unknown(const CheckpointOutline& outline, const std::vector<WeightSet>& sets) {
    if (sets.empty()) {
        return refused(outline, "file without weights", "it holds no tensors with names");
    }
    if (holdsOnlyOptimizers(sets)) {
        return refused(outline, "state of an optimizer", "it holds what a training remembers, and no weights");
    }
    const WeightSet& first = sets.front();
    return refused(outline, "unknown network",
                   Message("its tensors are those of no network that is known here; the first of them is \"%1\"",
                           first.container() + first.weights().front().name));
}

std::optional<Recognition> firstThatFits(const CheckpointOutline& outline, const std::vector<WeightSet>& sets,
                                         const std::map<std::string, std::string>& choices) {
    for (const WeightSet& set : sets) {
        for (const Recogniser& recogniser : recogniserCatalogue()) {
            if (recogniser.fits(outline, set)) {
                return Reading(outline, set, recogniser, choices).make();
            }
        }
    }
    return std::nullopt;
}

} // namespace

Recognition recognise(const CheckpointOutline& outline, const std::map<std::string, std::string>& choices) {
    const std::vector<WeightSet> sets = weightSetsOf(outline.tensors);
    for (const WeightSet& set : sets) {
        if (const OtherCheckpoint* other = otherCheckpoint(set)) {
            return refused(outline, other->family, other->problem);
        }
    }
    if (const auto recognition = firstThatFits(outline, sets, choices)) {
        return *recognition;
    }
    if (const auto recognition = firstThatFits(outline, weightSetsOf(outline.tensors, true), choices)) {
        return *recognition;
    }
    return unknown(outline, sets);
}

} // namespace palimpsest
