// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_table.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/exit_code.h"
#include "app/cli/manual_page.h"
#include "app/cli/report.h"
#include "core/engine/engine_loader.h"

#include <nlohmann/json.hpp>

namespace palimpsest {
namespace {

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.options = {jsonOption()};
    syntax.details = "Example\n"
                     "  palimpsest manual > palimpsest.1 && man -l palimpsest.1\n";
    return syntax;
}

int run(const Arguments&, Report& report, std::stop_token) {
    report.succeeded(manualPage(commandTable(), loadEngine()->methods()), Json::object());
    return kExitDone;
}

} // namespace

Command manualCommand() { return {"manual", "Print the manual page, as roff.", syntax, run}; }

} // namespace palimpsest
