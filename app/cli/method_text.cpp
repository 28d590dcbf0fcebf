// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/method_text.h"

#include "core/tasks/task.h"

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

/// The least and the most over the tasks.
std::pair<int, int> evaluationRange(const MethodDescription& method) {
    if (method.tasks.empty()) {
        return {0, 0};
    }
    const auto fewer = [](const MethodForTask& a, const MethodForTask& b) { return a.evaluations < b.evaluations; };
    const auto [least, most] = std::minmax_element(method.tasks.begin(), method.tasks.end(), fewer);
    return {least->evaluations, most->evaluations};
}

} // namespace

std::string tasksInWords(const MethodDescription& method) {
    if (method.tasks.size() == taskCatalogue().size()) {
        return "all";
    }
    std::string words;
    for (const MethodForTask& served : method.tasks) {
        words += (words.empty() ? "" : ", ") + served.task;
    }
    return words;
}

std::string evaluationsInWords(const MethodDescription& method) {
    const auto [least, most] = evaluationRange(method);
    if (most == 0) {
        return "none";
    }
    return least == most ? std::to_string(most) : std::to_string(least) + " to " + std::to_string(most);
}

std::string costInWords(const MethodDescription& method) {
    const auto [least, most] = evaluationRange(method);
    std::string words = "Evaluations: ";
    if (most == 0) {
        return words + "none of the prior";
    }
    if (least == most) {
        words += std::to_string(most);
    } else {
        std::string each;
        for (const MethodForTask& served : method.tasks) {
            each += (each.empty() ? "" : ", ") + served.task + " " + std::to_string(served.evaluations);
        }
        words += each;
    }
    return words + (method.needsGradient ? "; needs gradients of the network" : "; no gradients of the network");
}

const ParameterSchemas& parametersOf(const MethodDescription& method) {
    static const ParameterSchemas none;
    return method.tasks.empty() ? none : method.tasks.front().parameters;
}

} // namespace palimpsest
