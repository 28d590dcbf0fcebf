// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/model_actions.h"
#include "app/cli/report.h"
#include "core/base/error.h"

#include <algorithm>

namespace palimpsest {
namespace {

const std::vector<ModelAction>& actions() {
    static const std::vector<ModelAction> table{
        {"list", "list: what is installed.", "", {}, listModels},
        {"show", "show PRIOR: one prior in full.", "PRIOR", {}, showModel},
        {"verify",
         "verify [PRIOR]: hash the weights again and run the network once, of one prior or of all.",
         "[PRIOR]",
         {},
         verifyModels},
        {"add",
         "add FILE|FOLDER|ID: recognise a checkpoint and convert it, once, into a prior or a restorer; ID: of the "
         "catalogue, "
         "downloaded first.",
         "FILE|FOLDER|ID",
         {"id", "title", "licence", "choice", "dry-run", "accept-licence"},
         addModel},
        {"catalogue", "catalogue: published checkpoints that can be downloaded.", "", {}, listPublishedModels},
        {"preview",
         "preview FILE|FOLDER: draw small pictures from a checkpoint without adding it.",
         "FILE|FOLDER",
         {"choice", "output", "count"},
         previewModel},
        {"evaluate",
         "evaluate PRIOR: run the network once on an array, as its authors' code does.",
         "PRIOR",
         {"input", "time", "output", "gradient", "cotangent", "class"},
         evaluateModel},
        {"remove", "remove PRIOR: delete a prior that was added or trained.", "PRIOR", {}, removeModel},
    };
    return table;
}

std::string sentences() {
    std::string text;
    for (const ModelAction& action : actions()) {
        text += (text.empty() ? "" : " ") + std::string(action.sentence);
    }
    return text;
}

std::vector<std::string> ids() {
    std::vector<std::string> names;
    std::transform(actions().begin(), actions().end(), std::back_inserter(names),
                   [](const ModelAction& a) { return std::string(a.id); });
    return names;
}

CommandOption textOption(std::string name, std::string valueName, std::string description) {
    return {.schema = {.name = std::move(name),
                       .type = ParameterType::text,
                       .defaultValue = std::string(),
                       .description = std::move(description)},
            .valueName = std::move(valueName)};
}

std::vector<CommandOption> addOptions() {
    CommandOption choice =
        textOption("choice", "NAME=VALUE", "Of add and preview: what the tensors do not tell, answered by you.");
    choice.repeatable = true;
    return {textOption("id", "ID", "Of add: what the prior will be called on the command line."),
            textOption("title", "TEXT", "Of add: what lists will call it."),
            textOption("licence", "TEXT", "Of add: under what conditions its weights may be used."),
            std::move(choice),
            {.schema = {.name = "dry-run",
                        .type = ParameterType::boolean,
                        .defaultValue = false,
                        .description = "Of add: say what it is and what would be assumed, and add nothing."}},
            {.schema = {.name = "accept-licence",
                        .type = ParameterType::boolean,
                        .defaultValue = false,
                        .description =
                            "Of add, for a published checkpoint whose licence restricts its use: you agree to it."}}};
}

std::vector<CommandOption> evaluateOptions() {
    return {
        pathOption("input", "", "X.npy", "Of evaluate: float32 array [N,C,H,W] in the range that the network takes.",
                   false),
        {.schema =
             {.name = "time",
              .type = ParameterType::real,
              .defaultValue = 0.0,
              .minimum = 0,
              .maximum = 1e9,
              .description =
                  "Of evaluate: the label that the authors' code passes, an index or the noise's standard deviation."},
         .valueName = "T"},
        pathOption("output", "o", "FILE",
                   "Of evaluate: the array of the network's raw output. Of preview: the sheet of pictures.", false),
        pathOption("gradient", "", "G.npy",
                   "Of evaluate: also write the cotangent times the derivative of the output in the input.", false),
        pathOption("cotangent", "", "C.npy", "Of evaluate: array of the output's shape; without it, ones.", false),
        {.schema = {.name = "class",
                    .type = ParameterType::integer,
                    .defaultValue = Automatic{},
                    .minimum = 0,
                    .maximum = 1e6,
                    .description = "Of evaluate: class of a class-conditional network."},
         .valueName = "N"}};
}

CommandSyntax syntax() {
    CommandSyntax syntax;
    std::string valueName;
    for (const std::string& id : ids()) {
        valueName += (valueName.empty() ? "" : "|") + id;
    }
    syntax.positionals = {
        {.schema = {.name = "action",
                    .type = ParameterType::choice,
                    .defaultValue = std::string(),
                    .description = sentences(),
                    .choices = ids()},
         .valueName = valueName,
         .required = true},
        {.schema = {.name = "model",
                    .type = ParameterType::text,
                    .defaultValue = std::string(),
                    .description =
                        "Id of an installed prior or the folder of one; for add and preview a checkpoint."}}};
    syntax.options = addOptions();
    for (CommandOption& option : evaluateOptions()) {
        syntax.options.push_back(std::move(option));
    }
    syntax.options.push_back({.schema = {.name = "count",
                                         .type = ParameterType::integer,
                                         .defaultValue = std::int64_t{4},
                                         .minimum = 1,
                                         .maximum = 16,
                                         .unit = "pictures",
                                         .description = "Of preview: how many pictures to draw."}});
    syntax.options.push_back(jsonOption());
    syntax.details = "Checkpoints are read without running anything that is in them: safetensors, PyTorch's .pt, .pth "
                     "and .ckpt, new and "
                     "old, folders of diffusers, and pairs of ncnn (.param and .bin). What their tensors do not tell "
                     "is taken from NAME.json beside a "
                     "file, an object such as "
                     "{\"schedule\": \"cosine\"}, from a table of published checkpoints, or assumed, and said.\n"
                     "\n"
                     "Example\n"
                     "  palimpsest models add ffhq_10m.pt --dry-run\n"
                     "  palimpsest models preview model.pt --choice schedule=cosine -o sheet.png\n"
                     "  palimpsest models add model.pt --choice schedule=cosine --id mine\n"
                     "  palimpsest models evaluate mine --input x.npy --time 500 -o eps.npy\n";
    return syntax;
}

const ModelAction& actionOf(const std::string& id) {
    return *std::find_if(actions().begin(), actions().end(),
                         [&](const ModelAction& action) { return action.id == id; });
}

/// An option of another action is a mistake, not to be passed over.
void checkArguments(const ModelAction& action, const Arguments& arguments) {
    const std::string name = "palimpsest models " + std::string(action.id);
    for (const CommandOption& option : syntax().options) {
        const std::string& flag = option.schema.name;
        const bool isGiven = arguments.has(flag) || !arguments.texts(flag).empty();
        const bool isTaken =
            flag == "json" || std::find(action.options.begin(), action.options.end(), flag) != action.options.end();
        if (isGiven && !isTaken) {
            throw Error(ErrorCode::badArgument, Message("%1 does not take --%2", name, flag),
                        "\"palimpsest models --help\" says which action takes what");
        }
    }
    const bool hasModel = !arguments.text("model").empty();
    if (action.subject.empty() && hasModel) {
        throw Error(ErrorCode::badArgument, Message("%1 does not take \"%2\"", name, arguments.text("model")),
                    "leave it out");
    }
    if (!action.subject.empty() && !action.subject.starts_with('[') && !hasModel) {
        throw Error(ErrorCode::badArgument, Message("%1 needs %2", name, action.subject),
                    "\"palimpsest models list\" lists the priors");
    }
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const ModelAction& action = actionOf(arguments.text("action"));
    checkArguments(action, arguments);
    return action.run(arguments, report, std::move(stop));
}

} // namespace

Command modelsCommand() { return {"models", "List, add, check, draw from and remove priors.", syntax, run}; }

} // namespace palimpsest
