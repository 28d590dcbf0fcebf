// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/restorer_recognition.h"

#include "core/model_import/layout_refusal.h"

namespace palimpsest {

void fillRestorer(const RestorerFacts& facts, Recognition& recognition) {
    PriorCard& card = recognition.card;
    card.kind = "restorer";
    card.architecture = facts.architecture;
    card.config = facts.config;
    card.parametrisation = "x0";
    card.schedule.clear();
    card.scheduleSteps = 0;
    card.channels = facts.channels;
    card.nativeSize = facts.nativeSize;
    card.valueRange = {0, 1};
    card.restorer = facts.rule;
    std::string tasks;
    for (const std::string& task : facts.rule.tasks) {
        tasks += (tasks.empty() ? "" : ", ") + task;
    }
    std::vector<Message>& said = recognition.model.facts;
    said.push_back(facts.rule.scale > 1 ? Message("It enlarges by %1.", facts.rule.scale)
                                        : Message("It keeps the size of the picture."));
    said.push_back(Message("It makes first estimates for %1, and is a method of its own there.", tasks));
}

std::vector<std::string> tasksOfScale(int scale) {
    return scale > 1 ? std::vector<std::string>{"upscale"} : std::vector<std::string>{"denoise", "dejpeg"};
}

WeightSet renamed(const WeightSet& weights, const std::function<std::string(const std::string& name)>& rename) {
    std::vector<StoredWeight> kept;
    for (StoredWeight weight : weights.weights()) {
        weight.name = rename(weight.name);
        if (!weight.name.empty()) {
            kept.push_back(std::move(weight));
        }
    }
    return {weights.container(), std::move(kept), weights.isAveraged()};
}

WeightSet namedInOrder(const WeightSet& weights, const std::vector<PlannedWeight>& plan) {
    if (weights.size() != plan.size()) {
        refuseLayout(
            Message("it has %1 tensors, and the network that it looks like has %2", weights.size(), plan.size()));
    }
    std::size_t next = 0;
    return renamed(weights, [&](const std::string&) { return plan[next++].name; });
}

int layersOfKind(const CheckpointOutline& file, const std::string& kind) {
    const auto found = file.facts.find("layers " + kind);
    return file.format != "ncnn" || found == file.facts.end() ? 0 : std::stoi(found->second);
}

} // namespace palimpsest
