// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/checkpoint.h"
#include "core/model_import/checkpoint_outline.h"

#include <memory>
#include <string>

namespace palimpsest {

/// A checkpoint that is open, and what is known of it without reading its numbers.
struct ModelFile {
    CheckpointOutline outline;
    std::unique_ptr<Checkpoint> checkpoint;
    std::string weightsFile; ///< where the tensors are: the path itself, or a file in that folder, or their index
};

/// Whether a file is named as checkpoints are: .safetensors, .pt, .pth, .ckpt, .bin or .param.
bool hasCheckpointEnding(const std::string& path);

/// Opens a file of any format that is read, or a folder: of a prior, of a diffusers model (config.json beside the
/// weights), of a diffusers pipeline (model_index.json above a folder "unet"), or of a training (see
/// training_folder.h). Weights in pieces are found by their index, whichever of them is named. Answers are taken from
/// NAME.json or NAME.ENDING.json beside a file: an object of texts and numbers by ModelChoice::name. Throws
/// Error(badInput) for what is no checkpoint, Error(badArgument) if there is nothing of that name.
ModelFile openModelFile(const std::string& path);

} // namespace palimpsest
