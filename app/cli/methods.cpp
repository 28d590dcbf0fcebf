// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/exit_code.h"
#include "app/cli/help.h"
#include "app/cli/method_text.h"
#include "app/cli/option_text.h"
#include "app/cli/report.h"
#include "core/engine/engine_loader.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

constexpr std::size_t kWidth = 94;
constexpr std::size_t kIndent = 6;

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.options = {jsonOption()};
    syntax.details =
        "Evaluations are those of the prior's network for one sample at the coarsest size of the picture, with the "
        "method's own settings; --steps changes them. A gradient takes two to three times the time of an evaluation.\n";
    return syntax;
}

std::string inWords(const MethodDescription& method) {
    std::string words = method.id + ": " + method.title + "\n    " + wrapped(method.description, kWidth, 4) + "\n";
    words += "    " + wrapped("Tasks: " + tasksInWords(method) + ". " + costInWords(method) + ".", kWidth, 4) + "\n";
    for (const auto& parameter : parametersOf(method)) {
        words += "    --set " + parameter.name + "=VALUE\n      " + wrapped(bodyOf(parameter), kWidth, kIndent) + "\n";
    }
    return words;
}

Json facts(const MethodDescription& method) {
    Json evaluations = Json::object();
    std::vector<std::string> tasks;
    for (const MethodForTask& served : method.tasks) {
        tasks.push_back(served.task);
        evaluations[served.task] = served.evaluations;
    }
    Json parameters = Json::array();
    for (const auto& schema : parametersOf(method)) {
        parameters.push_back({{"name", schema.name},
                              {"default", toText(schema.defaultValue)},
                              {"minimum", schema.minimum},
                              {"maximum", schema.maximum},
                              {"unit", schema.unit},
                              {"choices", schema.choices},
                              {"description", schema.description}});
    }
    return {{"id", method.id},
            {"title", method.title},
            {"description", method.description},
            {"usesPrior", method.usesPrior},
            {"samples", method.samples},
            {"needsGradient", method.needsGradient},
            {"published", method.isPublished},
            {"tasks", tasks},
            {"evaluations", evaluations},
            {"parameters", parameters}};
}

int run(const Arguments&, Report& report, std::stop_token) {
    std::string words;
    Json all = Json::array();
    for (const auto& method : loadEngine()->methods()) {
        words += (words.empty() ? "" : "\n") + inWords(method);
        all.push_back(facts(method));
    }
    report.succeeded(words, {{"methods", all}});
    return kExitDone;
}

} // namespace

Command methodsCommand() {
    return {"methods", "List the methods for --method, and their parameters for --set.", syntax, run};
}

} // namespace palimpsest
