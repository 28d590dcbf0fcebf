// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"

#include <memory>

namespace palimpsest {

/// Loads the engine's library (it lies beside the program's own libraries and takes LibTorch with it, some tenths of a
/// second) on the first call; later calls return the same engine. Thread-safe. Throws Error(failed) if it cannot be
/// loaded.
std::shared_ptr<Engine> loadEngine();

} // namespace palimpsest
