// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace palimpsest {

/// Something about a checkpoint that its tensors do not tell, and that a person may know.
struct ModelChoice {
    std::string name;                ///< "attention-order", "heads", "schedule", "value-range" ...
    Message question;                ///< one sentence
    std::vector<std::string> values; ///< what fits the tensors, the likeliest first
    std::string assumed;             ///< what is taken if nobody chooses: one of the values
    bool isKnown = false;            ///< a preset or a file beside the checkpoint says so; false: a guess
};

/// What a file or folder was recognised as, before anything of it is imported.
struct RecognisedModel {
    std::string path;
    Message family;             ///< "ADM U-Net as guided-diffusion saves it"
    std::vector<Message> facts; ///< one sentence each: what was read off
    std::vector<ModelChoice> choices;
    std::string id;           ///< suggested
    std::string title;        ///< suggested
    std::string licence;      ///< of a published checkpoint that was recognised; empty: unknown
    std::string architecture; ///< id in the catalogue of networks
    int channels = 3;
    int nativeSize = 0; ///< px
    std::int64_t parameterCount = 0;
    std::int64_t byteSize = 0; ///< of what is read
    Message problem;           ///< why it cannot be a prior; empty: it can
};

/// A checkpoint that shall become an installed prior.
struct ModelImport {
    std::string path; ///< file or folder
    std::string id;   ///< empty: the suggested one; so are title and licence
    std::string title;
    std::string licence;
    std::map<std::string, std::string> choices; ///< by ModelChoice::name; those that are missing are assumed
};

/// One evaluation of a prior's network as its authors' code makes it: the label that they pass, the output that they
/// get. Files are NumPy's .npy, float32 [N,C,H,W].
struct NetworkEvaluation {
    std::string prior;     ///< id or folder
    std::string input;     ///< file, in the range that the network takes
    double time = 0;       ///< index 0 .. T-1, or sigma
    std::string output;    ///< file to be written
    std::string cotangent; ///< file of the output's shape; empty: ones
    std::string gradient;  ///< file to be written: cotangent times the derivative in the input; empty: not asked for
    std::optional<int> classLabel = {}; ///< of a class-conditional network
};

} // namespace palimpsest
