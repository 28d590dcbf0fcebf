// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/jobs/faster_way.h"

#include "core/base/error.h"

#include <algorithm>
#include <string>
#include <vector>

namespace palimpsest::ui {
namespace {

constexpr double kShare = 0.5;          ///< of the time, at most
constexpr double kGradientFactor = 2.5; ///< of the time of an evaluation
constexpr std::size_t kCandidates = 3;

/// Of the prior, in forward evaluations; 0: the method does not serve the task or does not sample.
double costOf(const MethodDescription& method, const std::string& task) {
    const MethodForTask* served = method.forTask(task);
    return (served ? served->evaluations : 0) * (method.needsGradient ? kGradientFactor : 1);
}

/// "default" first, then the cheapest.
std::vector<std::string> candidates(const Engine& engine, const std::string& task) {
    std::vector<MethodDescription> methods = engine.methods();
    std::erase_if(methods, [&](const MethodDescription& method) { return costOf(method, task) <= 0; });
    std::ranges::stable_sort(methods, {}, [&](const MethodDescription& method) {
        return method.id == kDefaultMethod ? 0 : costOf(method, task);
    });
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < std::min(kCandidates, methods.size()); ++i) {
        ids.push_back(methods[i].id);
    }
    return ids;
}

RestoreSpec withMethod(RestoreSpec spec, const std::string& method) {
    const RestoreSpec plain;
    spec.method = method;
    spec.parameters.clear();
    spec.steps = plain.steps;
    spec.t0 = plain.t0;
    spec.start = plain.start;
    spec.stepRule = plain.stepRule;
    return spec;
}

/// The estimate of a run that is so much faster.
std::optional<RunEstimate> ifFaster(const Engine& engine, const RestoreSpec& spec, const RestoreInput& input,
                                    double seconds) {
    try {
        const RunEstimate estimate = engine.estimate(spec, input);
        return estimate.seconds && *estimate.seconds <= kShare * seconds ? std::optional(estimate) : std::nullopt;
    } catch (const Error&) {
        return std::nullopt; // a way that would be refused is none
    }
}

} // namespace

std::optional<FasterWay> fasterWay(const Engine& engine, const RestoreSpec& spec, const RestoreInput& input,
                                   const RunEstimate& estimate) {
    if (estimate.seconds.value_or(0) < kLongRunSeconds) {
        return std::nullopt;
    }
    for (const std::string& method : candidates(engine, spec.task)) {
        const RestoreSpec other = withMethod(spec, method);
        if (const auto faster = ifFaster(engine, other, input, *estimate.seconds)) {
            return FasterWay{other, *faster, false};
        }
    }
    for (const PriorDescription& prior : engine.priors()) {
        RestoreSpec other = spec;
        other.prior = prior.id;
        const bool isUsable = prior.bundled && prior.kind == "diffusion" && prior.problem.isEmpty() &&
                              prior.id != spec.prior.value_or(kDefaultPrior);
        const auto faster = isUsable ? ifFaster(engine, other, input, *estimate.seconds) : std::nullopt;
        if (faster) {
            return FasterWay{other, *faster, true};
        }
    }
    return std::nullopt;
}

} // namespace palimpsest::ui
