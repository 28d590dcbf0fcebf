// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/container_contents.h"
#include "core/files/byte_source.h"

namespace palimpsest {

/// Whether the first bytes are those that torch.save wrote before PyTorch 1.6.
bool looksLikeLegacyTorchFile(std::span<const std::byte> head);

/// Reads that format: five pickles one after the other (magic number, protocol, the machine's byte order, the object,
/// the keys of the storages), then for each key the count and the raw data. It has no checksums.
/// Throws Error(badInput) naming the file and the rule that it breaks.
ContainerContents readLegacyTorchFile(const ByteSource& file);

} // namespace palimpsest
