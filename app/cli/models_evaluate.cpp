// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exit_code.h"
#include "app/cli/model_actions.h"
#include "app/cli/output_files.h"
#include "app/cli/picture_strip.h"
#include "core/base/error.h"
#include "core/engine/engine_loader.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

std::string required(const Arguments& arguments, const std::string& name) {
    if (!arguments.has(name)) {
        throw Error(ErrorCode::badArgument, Message("palimpsest models %1 needs --%2", arguments.text("action"), name),
                    "\"palimpsest models --help\" says what it means");
    }
    return toText(arguments.value(name));
}

NetworkEvaluation evaluationFrom(const Arguments& arguments) {
    NetworkEvaluation evaluation;
    evaluation.prior = arguments.text("model");
    evaluation.input = required(arguments, "input");
    required(arguments, "time");
    evaluation.time = std::get<double>(arguments.value("time"));
    evaluation.output = required(arguments, "output");
    evaluation.gradient = arguments.text("gradient");
    evaluation.cotangent = arguments.text("cotangent");
    if (const auto label = given<std::int64_t>(arguments.given(), "class")) {
        evaluation.classLabel = static_cast<int>(*label);
    }
    return evaluation;
}

/// Nothing that is read may be written over, nor one result over the other.
void checkFiles(const NetworkEvaluation& evaluation) {
    if (!evaluation.cotangent.empty() && evaluation.gradient.empty()) {
        throw Error(ErrorCode::badArgument, "--cotangent is for the gradient, which is not asked for",
                    "give --gradient, or leave --cotangent out");
    }
    const std::pair<std::string, std::string> pairs[] = {{evaluation.output, evaluation.input},
                                                         {evaluation.output, evaluation.cotangent},
                                                         {evaluation.gradient, evaluation.input},
                                                         {evaluation.gradient, evaluation.cotangent},
                                                         {evaluation.gradient, evaluation.output}};
    for (const auto& [written, other] : pairs) {
        if (!written.empty() && !other.empty() && isSameFile(written, other)) {
            throw Error(ErrorCode::badArgument, Message("%1 would overwrite %2", written, other), "name another file");
        }
    }
}

} // namespace

int evaluateModel(const Arguments& arguments, Report& report, std::stop_token) {
    const NetworkEvaluation evaluation = evaluationFrom(arguments);
    checkFiles(evaluation);
    loadEngine()->evaluateNetwork(evaluation);
    report.succeeded("wrote " + evaluation.output + (evaluation.gradient.empty() ? "" : " and " + evaluation.gradient) +
                         "\n",
                     {{"output", evaluation.output}, {"gradient", evaluation.gradient}});
    return kExitDone;
}

int previewModel(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string output = required(arguments, "output");
    const ModelImport import{.path = arguments.text("model"), .choices = choicesIn(arguments)};
    checkOutputs({.pictures = {output}}, {import.path});
    const int count = static_cast<int>(std::get<std::int64_t>(arguments.value("count")));
    writePictureStrip(output, loadEngine()->previewModel(import, count, report, std::move(stop)));
    report.succeeded("wrote " + output + "\n", {{"output", output}, {"pictures", count}});
    return kExitDone;
}

} // namespace palimpsest
