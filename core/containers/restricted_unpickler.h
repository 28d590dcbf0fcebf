// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/pickle_objects.h"

#include <string>
#include <string_view>

namespace palimpsest {

/// Longest pickle that is read: those of the largest published checkpoints have a few MB.
inline constexpr std::size_t kLongestPickle = 32u << 20;

/// Reads the pickle at the front of `bytes`, which must outlive the result, without executing it: a restricted
/// unpickler knows only the instructions that torch.save writes and the names of pickle_names.h, and makes plain
/// values; objects that trainers leave beside weights are passed over, with all that is in them (foreign_names.h).
/// Memory is bounded by the length of the pickle and PickleHeap::kMostItems. Throws Error(badInput) naming `origin` and
/// the first thing that is not allowed.
PickleObjects readPickle(std::string_view bytes, const std::string& origin);

} // namespace palimpsest
