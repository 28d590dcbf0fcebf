// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/state_dict.h"

#include <map>
#include <string>

namespace palimpsest {

struct Safetensors {
    StateDict tensors; ///< in the order of their bytes
    std::map<std::string, std::string> metadata;
};

/// Reads a safetensors file strictly by its specification (huggingface/safetensors, README "Format"): nothing in it is
/// ever executed. The tensors borrow the mapped file, which lives as long as one of them does; writing to one changes
/// private memory only. Throws Error(badInput) naming the file and what is wrong with it.
Safetensors readSafetensors(const std::string& path);

/// Writes all tensors, whole or not at all, and returns the SHA-256 of the file. Wider element types come first, so
/// that every tensor is aligned. Throws Error(failed) if the file cannot be written, Bug for an element type that the
/// format does not have.
std::string writeSafetensors(const std::string& path, const Safetensors& content);

} // namespace palimpsest
