// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One command for each task: inpaint, colorize, upscale, deblur, denoise, old-photo, dejpeg, declip. They differ in their flags.
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/restoration_flags.h"
#include "app/cli/restoration_run.h"
#include "core/tasks/task_catalogue.h"

#include <algorithm>

namespace palimpsest {
namespace {

struct TaskWords {
    std::string_view task;
    const char* input;
    const char* example;
};

constexpr TaskWords kInpaint{"inpaint", "The damaged picture: PNG, JPEG, TIFF, WebP, BMP or EXR.",
                             "photo.jpg --mask mask.png -o restored.png --seed 3 --samples 2"};
constexpr TaskWords kColorize{"colorize", "The grey picture; colours that it has are not looked at.",
                              "grandmother.png --hints strokes.png -o colours.png"};
constexpr TaskWords kUpscale{"upscale", "The small picture.", "small.jpg --factor 4 -o large.png"};
constexpr TaskWords kDeblur{"deblur", "The blurred picture.", "shaken.jpg --kernel motion:15,30 -o sharp.png"};
constexpr TaskWords kDenoise{"denoise", "The noisy picture.", "night.png --sigma auto -o clean.png"};
constexpr TaskWords kOldPhoto{"old-photo", "The old picture.", "scan.tif --mask scratches.png --kernel gaussian:1 -o new.tif"};
constexpr TaskWords kDejpeg{"dejpeg", "The compressed picture: the JPEG file itself, or with --quality any.", "blocky.jpg -o clean.png"};
constexpr TaskWords kDeclip{"declip", "The picture with lost highlights.", "sky.jpg --headroom 2 -o recovered.png"};

CommandOption setOption() {
    return {.schema = {.name = "set", .type = ParameterType::text, .defaultValue = std::string(),
                       .description = "A parameter of the method; \"palimpsest methods\" lists them.", .advanced = true},
            .valueName = "NAME=VALUE",
            .repeatable = true};
}

/// Fields of the spec that other tasks have and this one has not.
std::vector<std::string> foreignFields(const TaskEntry& task) {
    std::vector<std::string> foreign{"task"};
    for (const TaskEntry& other : taskCatalogue()) {
        for (const std::string_view field : other.fields) {
            if (std::find(task.fields.begin(), task.fields.end(), field) == task.fields.end()) {
                foreign.emplace_back(field);
            }
        }
    }
    return foreign;
}

std::string detailsOf(const TaskEntry& task, const TaskWords& words) {
    std::string details = "With --samples K above 1 the variants are OUTPUT-1.EXT to OUTPUT-K.EXT. Beside them OUTPUT.json "
                          "records how they came about, for \"palimpsest replay\". Either all files appear or none.\n";
    if (task.needsMask) {
        details += "Pixels that the mask keeps are not changed.\n";
    }
    details += "With --maps FOLDER the folder gets mean.png and deviation.png of the samples, if there are several, and "
               "invented.png: ";
    details += task.needsMask ? "where the result is not the picture's own. "
                              : "what the measurement does not determine; residual.png is the misfit in units of the noise. ";
    details += "Each is scaled to its largest value; maps.json tells those scales, the noise, and the misfit after every step.\n";
    return details + "\nExample\n  palimpsest " + std::string(task.id) + " " + words.example + "\n";
}

CommandSyntax syntaxOf(const TaskWords& words) {
    const TaskEntry& task = taskCatalogue().at(words.task);
    CommandSyntax syntax;
    syntax.positionals = {pathOption("input", "", "", words.input, true)};
    if (task.takesMask) {
        syntax.options.push_back(pathOption("mask", "", "MASK", "Picture of the same size: white is restored, black is kept, grey mixes.",
                                            task.needsMask));
    }
    if (task.takesHints) {
        syntax.options.push_back(pathOption("hints", "", "HINTS",
                                            "Picture of the same size with strokes of known colour: transparent elsewhere, or "
                                            "painted over a copy of the input.", false));
    }
    syntax.options.push_back(pathOption("output", "o", "OUTPUT", "The restored picture; its extension chooses the format.", true));
    for (auto& option : optionsFrom(restoreSchemas(), foreignFields(task))) {
        syntax.options.push_back(std::move(option));
    }
    syntax.options.push_back(setOption());
    syntax.options.push_back(pathOption("maps", "", "FOLDER", "Save there how sure the result is.", false));
    syntax.options.push_back(previewOption());
    syntax.options.push_back(jsonOption());
    syntax.details = detailsOf(task, words);
    return syntax;
}

int runTask(const TaskWords& words, const Arguments& arguments, Report& report, std::stop_token stop) {
    const TaskEntry& task = taskCatalogue().at(words.task);
    RestorationRequest request{.picture = arguments.text("input"),
                               .mask = task.takesMask ? arguments.text("mask") : std::string(),
                               .hints = task.takesHints ? arguments.text("hints") : std::string(),
                               .output = arguments.text("output"),
                               .previewFolder = arguments.text("preview-dir"),
                               .mapsFolder = arguments.text("maps")};
    request.spec.task = std::string(task.id);
    const std::vector<std::string> foreign = foreignFields(task);
    for (const auto& schema : restoreSchemas()) {
        if (std::find(foreign.begin(), foreign.end(), schema.name) == foreign.end() && arguments.has(schema.name)) {
            setField(request.spec, schema.name, arguments.value(schema.name));
        }
    }
    request.spec.parameters = parametersFromFlags(arguments.texts("set"));
    return runRestoration(request, report, std::move(stop));
}

template <const TaskWords& kWords>
Command commandOf() {
    return {kWords.task, taskCatalogue().at(kWords.task).description, [] { return syntaxOf(kWords); },
            [](const Arguments& arguments, Report& report, std::stop_token stop) {
                return runTask(kWords, arguments, report, std::move(stop));
            }};
}

} // namespace

Command inpaintCommand() { return commandOf<kInpaint>(); }
Command colorizeCommand() { return commandOf<kColorize>(); }
Command upscaleCommand() { return commandOf<kUpscale>(); }
Command deblurCommand() { return commandOf<kDeblur>(); }
Command denoiseCommand() { return commandOf<kDenoise>(); }
Command dejpegCommand() { return commandOf<kDejpeg>(); }
Command declipCommand() { return commandOf<kDeclip>(); }
Command oldPhotoCommand() { return commandOf<kOldPhoto>(); }

} // namespace palimpsest
