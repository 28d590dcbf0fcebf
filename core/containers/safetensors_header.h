// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/container_contents.h"
#include "core/files/byte_source.h"

#include <map>
#include <string>
#include <vector>

namespace palimpsest {

struct SafetensorsEntry {
    TensorInfo info;
    std::uint64_t begin = 0, end = 0; ///< bytes of the file
};

struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries; ///< in the order of their bytes, which they cover without hole or overlap
    std::map<std::string, std::string> metadata;
};

/// Reads and checks the header strictly by the specification (huggingface/safetensors, README "Format"), and at most
/// 64 dimensions a tensor; its memory is a small multiple of the header's length, whatever it holds.
/// Throws Error(badInput) naming the file and the rule it breaks.
SafetensorsHeader readSafetensorsHeader(const ByteSource& file);

/// The same as the contents of a container; the metadata are its facts.
ContainerContents readSafetensorsContents(const ByteSource& file);

} // namespace palimpsest
