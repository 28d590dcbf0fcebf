// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/common_options.h"

#include <algorithm>
#include <map>

namespace palimpsest {
namespace {

/// What help calls the values of fields that are free text.
std::string valueNameOf(const std::string& field) {
    static const std::map<std::string, std::string> names = {
        {"device", "DEVICE"}, {"estimate", "ID|FILE"}, {"id", "ID"}, {"method", "ID"}, {"prior", "ID|FOLDER"}};
    const auto found = names.find(field);
    return found == names.end() ? std::string() : found->second;
}

} // namespace

CommandOption jsonOption() {
    return {.schema = {.name = "json",
                       .type = ParameterType::boolean,
                       .defaultValue = false,
                       .description = "Print one JSON object per line on standard output, and nothing else there: "
                                      "started, progress, notice, preview, finished, error."}};
}

CommandOption previewOption() {
    return pathOption("preview-dir", "", "FOLDER",
                      "Save every streamed estimate there as sample-K-NNNN.png; the folder is made if it is missing.",
                      false);
}

CommandOption pathOption(std::string name, std::string shortName, std::string valueName, std::string description,
                         bool required) {
    return {.schema = {.name = std::move(name),
                       .type = ParameterType::path,
                       .defaultValue = std::string(),
                       .description = std::move(description)},
            .shortName = std::move(shortName),
            .valueName = std::move(valueName),
            .required = required};
}

std::vector<CommandOption> optionsFrom(const ParameterSchemas& schemas, const std::vector<std::string>& without) {
    std::vector<CommandOption> options;
    for (const auto& schema : schemas) {
        if (std::find(without.begin(), without.end(), schema.name) == without.end()) {
            options.push_back({.schema = schema, .valueName = valueNameOf(schema.name)});
        }
    }
    return options;
}

} // namespace palimpsest
