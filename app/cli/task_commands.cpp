// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One command for each task. They differ in their flags.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/restoration_flags.h"
#include "app/cli/restoration_run.h"
#include "core/io/mask_meaning.h"
#include "core/tasks/task.h"

#include <array>

namespace palimpsest {
namespace {

CommandOption setOption() {
    return {.schema = {.name = "set",
                       .type = ParameterType::text,
                       .defaultValue = std::string(),
                       .description = "A parameter of the method; \"palimpsest methods\" lists them.",
                       .advanced = true},
            .valueName = "NAME=VALUE",
            .repeatable = true};
}

CommandOption maskMeaningOption() {
    std::vector<std::string> choices = maskMeaningNames();
    choices.insert(choices.begin(), "auto");
    return {.schema = {.name = "mask-meaning",
                       .type = ParameterType::choice,
                       .defaultValue = std::string("auto"),
                       .description =
                           "What marks in the mask: white, black, paint on a transparent layer (alpha), what "
                           "was erased from a copy of the picture, labels, or each value exactly. auto "
                           "looks at the whole mask.",
                       .choices = choices},
            .valueName = ""};
}

std::string detailsOf(const TaskDescription& task) {
    std::string details =
        "With --samples K above 1 the variants are OUTPUT-1.EXT to OUTPUT-K.EXT. Beside them OUTPUT.json "
        "records how they came about, for \"palimpsest replay\". Either all files appear or none.\n";
    const bool restoresHoles = task.coverage == Coverage::holes;
    if (restoresHoles) {
        details += "Pixels that the mask keeps are not changed.\n";
    }
    details +=
        "With --maps FOLDER the folder gets mean.png and deviation.png of the samples, if there are several, and "
        "invented.png: ";
    details += restoresHoles
                   ? "where the result is not the picture's own. "
                   : "what the measurement does not determine; residual.png is the misfit in units of the noise. ";
    details += "Each is scaled to its largest value; maps.json tells those scales, the noise, and the misfit after "
               "every step.\n";
    return details + "\nExample\n  palimpsest " + task.id + " " + task.example + "\n";
}

/// How the command line calls an input of a task beside the first one.
struct InputFlag {
    InputKind kind;
    const char* name;
    const char* valueName;
};
constexpr std::array kInputFlags{InputFlag{InputKind::mask, "mask", "MASK"},
                                 InputFlag{InputKind::hints, "hints", "HINTS"}};

CommandSyntax syntaxOf(const TaskDescription& task) {
    CommandSyntax syntax;
    syntax.positionals = {pathOption("input", "", "", task.inputs.front().description, true)};
    for (const InputFlag& flag : kInputFlags) {
        if (const InputSlot* slot = task.slot(flag.kind)) {
            syntax.options.push_back(pathOption(flag.name, "", flag.valueName, slot->description, slot->isRequired));
        }
    }
    if (task.takes(InputKind::mask)) {
        syntax.options.push_back(maskMeaningOption());
    }
    syntax.options.push_back(
        pathOption("output", "o", "OUTPUT", "The restored picture; its extension chooses the format.", true));
    for (auto& option : optionsFrom(restoreSchemas(task.id), {"task"})) {
        syntax.options.push_back(std::move(option));
    }
    syntax.options.push_back(setOption());
    syntax.options.push_back(pathOption("maps", "", "FOLDER", "Save there how sure the result is.", false));
    syntax.options.push_back(previewOption());
    syntax.options.push_back(jsonOption());
    syntax.details = detailsOf(task);
    return syntax;
}

int runTask(const TaskDescription& task, const Arguments& arguments, Report& report, std::stop_token stop) {
    const auto path = [&](InputKind kind, const char* name) {
        return task.takes(kind) ? arguments.text(name) : std::string();
    };
    RestorationRequest request{.picture = arguments.text("input"),
                               .mask = path(InputKind::mask, "mask"),
                               .maskMeaning = path(InputKind::mask, "mask-meaning"),
                               .hints = path(InputKind::hints, "hints"),
                               .output = arguments.text("output"),
                               .previewFolder = arguments.text("preview-dir"),
                               .mapsFolder = arguments.text("maps")};
    request.spec.task = task.id;
    for (const auto& schema : restoreSchemas(task.id)) {
        if (schema.name != "task" && arguments.has(schema.name)) {
            setField(request.spec, schema.name, arguments.value(schema.name));
        }
    }
    request.spec.parameters = parametersFromFlags(arguments.texts("set"));
    return runRestoration(request, report, std::move(stop));
}

} // namespace

std::vector<Command> taskCommands() {
    std::vector<Command> commands;
    for (const TaskDescription& task : taskCatalogue()) {
        commands.push_back({task.id, task.description, [&task] { return syntaxOf(task); },
                            [&task](const Arguments& arguments, Report& report, std::stop_token stop) {
                                return runTask(task, arguments, report, std::move(stop));
                            }});
    }
    return commands;
}

} // namespace palimpsest
