// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/method_text.h"

#include "core/tasks/task_catalogue.h"

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

/// The least and the most over the tasks.
std::pair<int, int> evaluationRange(const MethodDescription& method) {
    if (method.evaluations.empty()) {
        return {0, 0};
    }
    const auto [least, most] = std::minmax_element(method.evaluations.begin(), method.evaluations.end());
    return {*least, *most};
}

} // namespace

std::string tasksInWords(const MethodDescription& method) {
    if (method.tasks.size() == taskCatalogue().size()) {
        return "all";
    }
    std::string words;
    for (const std::string& task : method.tasks) {
        words += (words.empty() ? "" : ", ") + task;
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
    }
    for (std::size_t i = 0; least < most && i < method.evaluations.size(); ++i) {
        words += (i > 0 ? ", " : "") + method.tasks.at(i) + " " + std::to_string(method.evaluations[i]);
    }
    return words + (method.needsGradient ? "; needs gradients of the network" : "; no gradients of the network");
}

} // namespace palimpsest
