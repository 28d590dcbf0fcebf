// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/model_file.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/containers/ncnn_model.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <vector>

namespace palimpsest {
namespace fs = std::filesystem;
namespace {

constexpr std::array kDiffusersWeights{"diffusion_pytorch_model.safetensors", "diffusion_pytorch_model.bin",
                                       "diffusion_pytorch_model.fp16.safetensors",
                                       "diffusion_pytorch_model.non_ema.safetensors"};
constexpr std::array kEndings{".safetensors", ".pt", ".pth", ".ckpt", ".bin", ".param"};

bool isFile(const fs::path& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

/// Empty if there is no such file.
std::string jsonText(const fs::path& path) { return isFile(path) ? readJson(path.string()).dump() : std::string(); }

std::vector<fs::path> checkpointsIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (fs::directory_iterator item(folder, failure), end; !failure && item != end; item.increment(failure)) {
        if (isFile(item->path()) && hasCheckpointEnding(item->path().string())) {
            files.push_back(item->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

fs::path onlyCheckpointIn(const fs::path& folder) {
    const std::vector<fs::path> files = checkpointsIn(folder);
    if (files.empty()) {
        throw Error(ErrorCode::badInput, Message("%1 is a folder without a checkpoint", folder.string()),
                    "name the file, or the folder of a prior or of a diffusers model");
    }
    if (files.size() > 1) {
        std::string names;
        for (const fs::path& file : files) {
            names += (names.empty() ? "" : ", ") + file.filename().string();
        }
        throw Error(ErrorCode::badInput, Message("%1 holds several checkpoints: %2", folder.string(), names),
                    "name one of them");
    }
    return files.front();
}

fs::path diffusersWeights(const fs::path& folder) {
    for (const char* name : kDiffusersWeights) {
        if (isFile(folder / name)) {
            return folder / name;
        }
        if (isFile(folder / (std::string(name) + ".index.json"))) {
            throw Error(ErrorCode::badInput,
                        Message("%1 holds weights in several pieces, which are not read", folder.string()),
                        "save the model in one file");
        }
    }
    return onlyCheckpointIn(folder);
}

/// Of a diffusers model: beside its config, or in the pipeline's own folder for it.
std::string schedulerText(const fs::path& folder) {
    const std::string beside = jsonText(folder / "scheduler_config.json");
    return beside.empty() ? jsonText(folder.parent_path() / "scheduler" / "scheduler_config.json") : beside;
}

fs::path weightsOfPrior(const fs::path& folder, const std::string& card) {
    const Json json = parseJson(card, (folder / "card.json").string());
    const Json weights = json.is_object() ? json.value("weights", Json()) : Json();
    const std::string name = weights.is_object() && weights.contains("file") && weights["file"].is_string()
                                 ? fs::path(weights["file"].get<std::string>()).filename().string()
                                 : "weights.safetensors";
    return folder / name;
}

/// Fills in what lies beside the weights, and returns where those are.
fs::path readFolder(fs::path folder, CheckpointOutline& outline) {
    if (isFile(folder / "model_index.json") && isFolder(folder / "unet")) {
        folder /= "unet";
    }
    outline.card = jsonText(folder / "card.json");
    if (!outline.card.empty()) {
        return weightsOfPrior(folder, outline.card);
    }
    outline.config = jsonText(folder / "config.json");
    if (outline.config.empty()) {
        return onlyCheckpointIn(folder);
    }
    outline.scheduler = schedulerText(folder);
    return diffusersWeights(folder);
}

/// Numbers become the text that a person would type; what is neither text nor number is no answer.
std::map<std::string, std::string> answersIn(const fs::path& path) {
    const Json json = readJson(path.string());
    if (!json.is_object()) {
        throw Error(ErrorCode::badInput, Message("%1 is no JSON object of answers", path.string()),
                    "write {\"schedule\": \"cosine\"}, or remove it");
    }
    std::map<std::string, std::string> answers;
    for (const auto& [name, value] : json.items()) {
        if (value.is_string()) {
            answers[name] = value.get<std::string>();
        } else if (value.is_number()) {
            answers[name] = value.dump();
        }
    }
    return answers;
}

void readBeside(const fs::path& file, CheckpointOutline& outline) {
    for (const fs::path& candidate : {fs::path(file.string() + ".json"), fs::path(file).replace_extension(".json")}) {
        if (isFile(candidate)) {
            outline.beside = answersIn(candidate);
            return;
        }
    }
    if (file.filename().string().starts_with("diffusion_pytorch_model")) {
        outline.config = jsonText(file.parent_path() / "config.json");
        outline.scheduler = schedulerText(file.parent_path());
    } else if (file.filename() == "weights.safetensors") {
        outline.card = jsonText(file.parent_path() / "card.json");
    }
}

} // namespace

bool hasCheckpointEnding(const std::string& path) {
    return std::find(kEndings.begin(), kEndings.end(), fs::path(path).extension().string()) != kEndings.end();
}

ModelFile openModelFile(const std::string& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) {
        throw Error(ErrorCode::badArgument, Message("there is no file or folder %1", path), "check the name");
    }
    ModelFile model;
    model.outline.path = path;
    fs::path file = fs::absolute(path).lexically_normal();
    if (isFolder(file)) {
        file = readFolder(file, model.outline);
    } else {
        readBeside(file, model.outline);
    }
    if (const std::optional<NcnnPair> pair = ncnnPairOf(file.string())) {
        file = pair->numbers;
    }
    model.weightsFile = file.string();
    model.checkpoint = openCheckpoint(model.weightsFile);
    model.outline.format = model.checkpoint->format();
    model.outline.tensors = model.checkpoint->tensors();
    model.outline.facts = model.checkpoint->facts();
    model.outline.byteSize = static_cast<std::int64_t>(fs::file_size(file, ignored));
    return model;
}

} // namespace palimpsest
