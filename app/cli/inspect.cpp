// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/exit_code.h"
#include "app/cli/report.h"
#include "core/engine/engine_loader.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {
        pathOption("file", "", "", "A picture, a weights file, the folder of a prior, or a run record.", true)};
    syntax.options = {jsonOption()};
    return syntax;
}

int run(const Arguments& arguments, Report& report, std::stop_token) {
    const std::string path = arguments.text("file");
    report.succeeded(loadEngine()->inspect(path), {{"file", path}});
    return kExitDone;
}

} // namespace

Command inspectCommand() { return {"inspect", "Say what a file is and what it holds.", syntax, run}; }

} // namespace palimpsest
