// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provenance/replay_comparison.h"

#include "core/image/metrics.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace palimpsest {
namespace {

using Differences = std::vector<CircumstanceDifference>;

void compare(Differences& differences, const std::string& name, const std::string& recorded,
             const std::string& replayed) {
    if (recorded != replayed) {
        differences.push_back({name, recorded, replayed});
    }
}

std::string hashOf(const std::vector<WeightsRecord>& weights, const std::string& id) {
    const auto found = std::find_if(weights.begin(), weights.end(), [&](const auto& w) { return w.id == id; });
    return found == weights.end() ? "none" : found->sha256;
}

void compareWeights(Differences& differences, const RunRecord& recorded, const RunRecord& replayed) {
    for (const auto& weights : recorded.weights) {
        compare(differences, "weights of " + weights.id, weights.sha256, hashOf(replayed.weights, weights.id));
    }
    for (const auto& weights : replayed.weights) {
        if (hashOf(recorded.weights, weights.id) == "none") {
            compare(differences, "weights of " + weights.id, "none", weights.sha256);
        }
    }
}

void compareSpecs(Differences& differences, const RestoreSpec& recorded, RestoreSpec replayed) {
    if (!recorded.estimate) { // records of 0.1 do not name the task's usual first estimate
        replayed.estimate.reset();
    }
    const bool isSameTask = recorded.task == replayed.task;
    for (const auto& schema : isSameTask ? restoreSchemas(recorded.task) : commonSchemas()) {
        compare(differences, schema.name, toText(field(recorded, schema.name)), toText(field(replayed, schema.name)));
    }
    compare(differences, "parameters", toJson(recorded.parameters).dump(), toJson(replayed.parameters).dump());
}

std::string planOf(const RunRecord& record) {
    std::string text;
    for (const auto& region : record.regions) {
        text += (text.empty() ? "" : "; ") + std::to_string(region.area.width) + " x " +
                std::to_string(region.area.height) + " in " + std::to_string(region.levels.size()) + " levels";
        for (const auto& level : region.levels) {
            text +=
                ", " + std::to_string(level.tiles) + " tiles of " + std::to_string(level.evaluations) + " evaluations";
        }
    }
    return text.empty() ? "none" : text;
}

bool comparable(const Image& a, const Image& b) {
    return !a.isNull() && a.size() == b.size() && a.channels() == b.channels();
}

std::string decibels(double psnr) {
    if (std::isinf(psnr)) {
        return "no pixel of the saved file differs";
    }
    char text[64];
    std::snprintf(text, sizeof text, "PSNR %.1f dB against the saved file", psnr);
    return text;
}

} // namespace

std::vector<CircumstanceDifference> differingCircumstances(const RunRecord& recorded, const RunRecord& replayed) {
    Differences differences;
    compare(differences, "palimpsest", recorded.programVersion, replayed.programVersion);
    compare(differences, "libtorch", recorded.torchVersion, replayed.torchVersion);
    compare(differences, "hardware", recorded.deviceTitle, replayed.deviceTitle);
    compareWeights(differences, recorded, replayed);
    compareSpecs(differences, recorded.resolved, replayed.resolved);
    compare(differences, "plan", planOf(recorded), planOf(replayed));
    return differences;
}

bool ReplayComparison::agrees() const {
    return !samples.empty() && std::all_of(samples.begin(), samples.end(), [](const auto& s) { return s.agrees; });
}

ReplayComparison compareReplay(const RunRecord& recorded, const RunRecord& replayed,
                               std::span<const Image> savedPictures, std::span<const Image> replayedPictures) {
    ReplayComparison comparison;
    comparison.differences = differingCircumstances(recorded, replayed);
    for (std::size_t i = 0; i < std::max(recorded.samples.size(), replayed.samples.size()); ++i) {
        SampleComparison sample;
        if (i < recorded.samples.size() && i < replayed.samples.size()) {
            sample.agrees = recorded.samples[i].pixelsSha256 == replayed.samples[i].pixelsSha256;
        }
        if (!sample.agrees && i < savedPictures.size() && i < replayedPictures.size() &&
            comparable(savedPictures[i], replayedPictures[i])) {
            sample.psnr = psnr(savedPictures[i], replayedPictures[i]);
        }
        comparison.samples.push_back(sample);
    }
    return comparison;
}

std::string inWords(const ReplayComparison& comparison) {
    const std::size_t count = comparison.samples.size();
    if (comparison.agrees()) {
        return "the bytes agree" + (count > 1 ? " (" + std::to_string(count) + " samples)" : std::string());
    }
    std::string text = "the bytes differ";
    for (std::size_t i = 0; i < count; ++i) {
        const SampleComparison& sample = comparison.samples[i];
        text += "\n  sample " + std::to_string(i + 1) + ": ";
        text += sample.agrees ? "agrees"
                : sample.psnr ? decibels(*sample.psnr)
                              : "differs; its saved file cannot be compared";
    }
    for (const auto& difference : comparison.differences) {
        text += "\n  " + difference.name + ": recorded " + difference.recorded + ", here " + difference.replayed;
    }
    return text + (comparison.differences.empty() ? "\n  nothing recorded explains the difference" : "");
}

} // namespace palimpsest
