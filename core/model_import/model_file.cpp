// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/model_file.h"

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/containers/ncnn_model.h"
#include "core/model_import/training_folder.h"
#include "core/model_import/weight_shards.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <utility>
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

/// Regular files of a folder that `isWanted`, in the order of their names.
template <typename Wanted>
std::vector<fs::path> filesIn(const fs::path& folder, Wanted isWanted) {
    std::vector<fs::path> files;
    std::error_code failure;
    for (fs::directory_iterator item(folder, failure), end; !failure && item != end; item.increment(failure)) {
        if (isFile(item->path()) && isWanted(item->path())) {
            files.push_back(item->path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// Checkpoints in one file.
std::vector<fs::path> checkpointsIn(const fs::path& folder) {
    return filesIn(folder, [](const fs::path& file) {
        return hasCheckpointEnding(file.string()) && !isShardName(file.filename().string());
    });
}

/// Without a variant before those with one: their names are shorter.
std::optional<fs::path> shardIndexIn(const fs::path& folder) {
    const std::vector<fs::path> indexes =
        filesIn(folder, [](const fs::path& file) { return isShardIndexName(file.filename().string()); });
    const auto isBetter = [](const fs::path& a, const fs::path& b) {
        const auto worth = [](const fs::path& file) {
            const std::string name = file.filename().string();
            return std::pair(name.size(), name.find("safetensors") == std::string::npos);
        };
        return worth(a) < worth(b);
    };
    const auto best = std::min_element(indexes.begin(), indexes.end(), isBetter);
    return best == indexes.end() ? std::nullopt : std::optional(*best);
}

[[noreturn]] void refuseSeveral(const fs::path& folder, const std::vector<fs::path>& files) {
    std::string names;
    for (const fs::path& file : files) {
        names += (names.empty() ? "" : ", ") + file.filename().string();
    }
    throw Error(ErrorCode::badInput, Message("%1 holds several checkpoints: %2", folder.string(), names),
                "name one of them");
}

/// The checkpoint to take, in one file or by the index of its pieces.
fs::path checkpointIn(const fs::path& folder, CheckpointOutline& outline) {
    const std::vector<fs::path> files = checkpointsIn(folder);
    if (const auto index = shardIndexIn(folder); index && files.empty()) {
        return *index;
    }
    if (files.empty()) {
        const bool hasShards =
            !filesIn(folder, [](const fs::path& file) { return isShardName(file.filename().string()); }).empty();
        throw hasShards ? Error(ErrorCode::badInput,
                                Message("%1 holds pieces of a checkpoint without their index", folder.string()),
                                "put the file that ends in .index.json beside them")
                        : Error(ErrorCode::badInput, Message("%1 is a folder without a checkpoint", folder.string()),
                                "name the file, or the folder of a prior or of a diffusers model");
    }
    if (files.size() == 1) {
        return files.front();
    }
    const std::optional<fs::path> chosen = checkpointOfTraining(files);
    if (!chosen) {
        refuseSeveral(folder, files);
    }
    outline.chosenFile = chosen->filename().string();
    return *chosen;
}

fs::path diffusersWeights(const fs::path& folder, CheckpointOutline& outline) {
    for (const char* name : kDiffusersWeights) {
        if (isFile(folder / name)) {
            return folder / name;
        }
        if (isFile(folder / (std::string(name) + ".index.json"))) {
            return folder / (std::string(name) + ".index.json");
        }
    }
    return checkpointIn(folder, outline);
}

/// Where trainers keep the network below the folder that a person names; the folder itself if nowhere.
fs::path folderOfNetwork(const fs::path& folder) {
    constexpr std::array kBelow{"unet_ema", "unet", "ema", "checkpoints", "checkpoint", "ckpt", "weights", "model"};
    const bool isPipeline = isFile(folder / "model_index.json");
    const bool holdsWeights = isFile(folder / "config.json") || isFile(folder / "card.json") ||
                              !checkpointsIn(folder).empty() || shardIndexIn(folder);
    for (const char* name : kBelow) {
        if (isFolder(folder / name) && (isPipeline || !holdsWeights)) {
            return folder / name;
        }
    }
    return folder;
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
    folder = folderOfNetwork(folder);
    outline.card = jsonText(folder / "card.json");
    if (!outline.card.empty()) {
        return weightsOfPrior(folder, outline.card);
    }
    outline.config = jsonText(folder / "config.json");
    if (outline.config.empty()) {
        return checkpointIn(folder, outline);
    }
    outline.scheduler = schedulerText(folder);
    return diffusersWeights(folder, outline);
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

/// The files that hold the tensors: `file`, or if it is an index or one of several pieces, all of them; `file` is then
/// the index.
std::vector<std::string> piecesOf(fs::path& file) {
    if (isShardName(file.filename().string())) {
        file = indexOf(file).value_or(file);
    }
    return isShardIndexName(file.filename().string()) ? shardsOf(file) : std::vector{file.string()};
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
    const std::vector<std::string> pieces = piecesOf(file);
    model.weightsFile = file.string();
    model.checkpoint = openCheckpoint(pieces);
    model.outline.format = model.checkpoint->format();
    model.outline.tensors = model.checkpoint->tensors();
    model.outline.facts = model.checkpoint->facts();
    for (const std::string& piece : pieces) {
        model.outline.byteSize += static_cast<std::int64_t>(fs::file_size(piece, ignored));
    }
    return model;
}

} // namespace palimpsest
