// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/common_options.h"
#include "app/cli/restoration_run.h"
#include "core/base/error.h"
#include "core/runs/named_files.h"

#include <nlohmann/json.hpp>

#include <filesystem>

namespace palimpsest {
namespace {

namespace fs = std::filesystem;

CommandSyntax syntax() {
    CommandSyntax syntax;
    syntax.positionals = {pathOption("spec", "", "SPEC.json", "What is to be done, as a JSON object.", true)};
    syntax.options = {
        pathOption("output", "o", "OUTPUT", "The restored picture, in place of the one that SPEC names.", false),
        previewOption(), jsonOption()};
    syntax.details =
        "SPEC holds \"task\", \"input\", \"output\", \"mask\" and \"hints\" where the task takes them, \"maps\" for "
        "a folder of maps, and any option of the task's command without its dashes; \"parameters\" is an object of "
        "what "
        "--set takes. Without a \"task\" it is inpaint. Paths in SPEC are relative to its folder.\n"
        "\n"
        "Example\n"
        "  {\"input\": \"photo.jpg\", \"mask\": \"mask.png\", \"output\": \"restored.png\", \"seed\": 3}\n"
        "  {\"task\": \"upscale\", \"input\": \"small.jpg\", \"output\": \"large.png\", \"factor\": 2}\n";
    return syntax;
}

/// Takes the text out of the object. Throws Error(badInput).
std::string takePath(Json& json, const std::string& key, const std::string& specPath) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_string() || found->get<std::string>().empty()) {
        throw Error(ErrorCode::badInput, Message("%1 has no \"%2\", or it is not a text", specPath, key),
                    Message("add the path of a file, relative to the folder of %1", specPath));
    }
    std::string path = (fs::path(specPath).parent_path() / found->get<std::string>()).string();
    json.erase(found);
    return path;
}

/// Empty if there is none. Throws Error(badInput).
std::string takeMaskMeaning(Json& json, const std::string& specPath) {
    const auto found = json.find("mask-meaning");
    if (found == json.end()) {
        return {};
    }
    if (!found->is_string()) {
        throw Error(ErrorCode::badInput, Message("\"mask-meaning\" of %1 is not a text", specPath),
                    "take auto, white, black, alpha, erased, labels or exact");
    }
    std::string meaning = found->get<std::string>();
    json.erase(found);
    return meaning;
}

/// Files that the spec names lie beside it.
void resolveFiles(RestoreSpec& spec, const std::string& specPath) {
    const auto beside = [&](const std::string& name) { return (fs::path(specPath).parent_path() / name).string(); };
    const NamedFiles named = namedFiles(spec);
    std::error_code ignored;
    if (!named.kernel.empty() && fs::is_regular_file(beside(named.kernel), ignored)) {
        spec.taskParameters["kernel"] = beside(named.kernel);
    }
    if (!named.estimate.empty() && fs::is_regular_file(beside(named.estimate), ignored)) {
        spec.estimate = beside(named.estimate);
    }
}

int run(const Arguments& arguments, Report& report, std::stop_token stop) {
    const std::string path = arguments.text("spec");
    Json json = readJson(path);
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, Message("%1 is not a JSON object", path),
                    "\"palimpsest restore --help\" shows an example");
    }
    if (arguments.has("output")) {
        json.erase("output");
    }
    const auto takeIfThere = [&](const char* key) {
        return json.contains(key) ? takePath(json, key, path) : std::string();
    };
    RestorationRequest request{.picture = takePath(json, "input", path),
                               .mask = takeIfThere("mask"),
                               .maskMeaning = takeMaskMeaning(json, path),
                               .hints = takeIfThere("hints"),
                               .output =
                                   arguments.has("output") ? arguments.text("output") : takePath(json, "output", path),
                               .previewFolder = arguments.text("preview-dir"),
                               .mapsFolder = takeIfThere("maps")};
    request.spec = restoreSpecFromJson(json);
    resolveFiles(request.spec, path);
    return runRestoration(request, report, std::move(stop));
}

} // namespace

Command restoreCommand() { return {"restore", "Do what a JSON file describes.", syntax, run}; }

} // namespace palimpsest
