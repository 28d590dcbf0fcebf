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
    syntax.positionals = {{.schema = {.name = "name",
                                      .type = ParameterType::text,
                                      .defaultValue = std::string(),
                                      .description = "Which benchmark; an unknown name lists them."},
                           .required = true}};
    syntax.options = {jsonOption()};
    syntax.takesRest = true;
    syntax.details = "Further arguments go to the benchmark. The table is printed on standard output.\n"
                     "\n"
                     "Example\n"
                     "  palimpsest bench inpaint\n";
    return syntax;
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string name = arguments.text("name");
    const auto engine = loadEngine();
    report.started({{"benchmark", name}});
    report.succeeded(engine->benchmark(name, arguments.rest(), report, std::move(stop)), {{"benchmark", name}});
    return kExitDone;
}

} // namespace

Command benchCommand() { return {"bench", "Measure quality or speed and print a table.", syntax, run}; }

} // namespace palimpsest
