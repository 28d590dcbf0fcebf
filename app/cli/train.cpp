// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/console_report.h"
#include "app/cli/exit_code.h"
#include "app/cli/report.h"
#include "core/base/error.h"
#include "core/engine/engine_loader.h"
#include "core/files/atomic_file.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {
        pathOption("pictures", "", "", "Folder with the pictures to learn from, searched with its subfolders.", true)};
    syntax.options = {
        pathOption("output", "o", "FOLDER", "Folder for the checkpoint, the sample sheet and the prior.", true)};
    for (auto& option : optionsFrom(trainSchemas(), {"pictures", "output"})) {
        syntax.options.push_back(std::move(option));
    }
    syntax.options.push_back(jsonOption());
    syntax.details =
        "A training that was stopped, by Ctrl+C, --minutes or a power cut, goes on from its last checkpoint when the "
        "same command is given again.\n"
        "\n"
        "Example\n"
        "  palimpsest train ~/Pictures -o my-prior --minutes 60\n"
        "  palimpsest inpaint photo.jpg --mask mask.png -o restored.png --prior ./my-prior/prior\n";
    return syntax;
}

TrainSpec specFrom(const Arguments& arguments) {
    TrainSpec spec;
    for (const auto& schema : trainSchemas()) {
        if (arguments.has(schema.name)) {
            setField(spec, schema.name, arguments.value(schema.name));
        }
    }
    validate(spec);
    return spec;
}

void checkFolders(const TrainSpec& spec) {
    std::error_code ignored;
    if (!fs::is_directory(spec.pictures, ignored)) {
        throw Error(ErrorCode::badInput, Message("%1 is not a folder", spec.pictures),
                    "give the folder that holds the pictures");
    }
    if (fs::exists(spec.output, ignored) && !fs::is_directory(spec.output, ignored)) {
        throw Error(ErrorCode::badArgument, Message("%1 is a file, and a training needs a folder", spec.output),
                    "choose another output");
    }
    // The folder itself may be made later: what must be writable is the nearest one that exists.
    fs::path nearest = fs::absolute(spec.output);
    while (!fs::exists(nearest, ignored) && nearest.has_relative_path()) {
        nearest = nearest.parent_path();
    }
    AtomicFile probe((nearest / "card.json").string());
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const auto start = std::chrono::steady_clock::now();
    const TrainSpec spec = specFrom(arguments);
    checkFolders(spec);
    const auto engine = loadEngine();
    report.started({{"spec", toJson(spec)}});
    engine->train(spec, report, std::move(stop));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const std::string prior = (fs::path(spec.output) / "prior").string();
    report.succeeded("trained in " + durationInWords(seconds) + "; the prior is the folder " + prior + "\n",
                     {{"prior", prior}, {"seconds", seconds}});
    return kExitDone;
}

} // namespace

Command trainCommand() { return {"train", "Learn a prior from a folder of pictures.", syntax, run}; }

} // namespace palimpsest
