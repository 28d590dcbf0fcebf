// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/restoration_flags.h"
#include "app/cli/restoration_run.h"

namespace palimpsest {
namespace {

CommandOption setOption() {
    return {.schema = {.name = "set", .type = ParameterType::text, .defaultValue = std::string(),
                       .description = "A parameter of the method; \"palimpsest methods\" lists them.", .advanced = true},
            .valueName = "NAME=VALUE",
            .repeatable = true};
}

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {pathOption("input", "", "", "The damaged picture: PNG, JPEG, TIFF, WebP, BMP or EXR.", true)};
    syntax.options = {
        pathOption("mask", "", "MASK", "Picture of the same size: white is restored, black is kept, grey mixes.", true),
        pathOption("output", "o", "OUTPUT", "The restored picture; its extension chooses the format.", true)};
    for (auto& option : optionsFrom(restoreSchemas(), {"task"})) {
        syntax.options.push_back(std::move(option));
    }
    syntax.options.push_back(setOption());
    syntax.options.push_back(previewOption());
    syntax.options.push_back(jsonOption());
    syntax.details = "With --samples K above 1 the variants are OUTPUT-1.EXT to OUTPUT-K.EXT. Beside them OUTPUT.json records how "
                     "they came about, for \"palimpsest replay\".\n"
                     "Pixels that the mask keeps are not changed. Either all files appear or none.\n"
                     "\n"
                     "Example\n"
                     "  palimpsest inpaint photo.jpg --mask mask.png -o restored.png --seed 3 --samples 2\n";
    return syntax;
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    RestorationRequest request{.picture = arguments.text("input"),
                               .mask = arguments.text("mask"),
                               .output = arguments.text("output"),
                               .previewFolder = arguments.text("preview-dir")};
    for (const auto& schema : restoreSchemas()) {
        if (arguments.has(schema.name)) {
            setField(request.spec, schema.name, arguments.value(schema.name));
        }
    }
    request.spec.parameters = parametersFromFlags(arguments.texts("set"));
    return runRestoration(request, report, std::move(stop));
}

} // namespace

Command inpaintCommand() { return {"inpaint", "Restore what a mask covers: scratches, stains, text, whole objects.", syntax, run}; }

} // namespace palimpsest
