// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/container_contents.h"
#include "core/files/byte_source.h"

namespace palimpsest {

/// Reads what torch.save has written since PyTorch 1.6: a zip archive of PREFIX/data.pkl, PREFIX/data/KEY with the raw
/// data, and a few small files that describe it. Archives with anything else, above all with code, are refused.
/// Throws Error(badInput) naming the file and the rule that it breaks.
ContainerContents readTorchArchive(const ByteSource& file);

} // namespace palimpsest
