// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

// What trainers put around and beside a network's own names.

/// The name without the segments that compilers and sharding wrappers put into it anywhere: "_orig_mod.",
/// "_fsdp_wrapped_module." ...
std::string withoutMarkers(const std::string& name);

/// Whether a name before the first dot is one that wrappers give: "module", "model", "net" ...
bool isWrapper(std::string_view segment);

/// Whether a path or a wrapper speaks of averaged weights: "state_dict_ema", "shadow", "swa_model" ...
bool saysAverage(std::string_view path);
/// Whether a wrapper beside an average holds the state that it follows: "online_model".
bool saysLatestState(std::string_view segment);

/// What a network remembers besides its weights, and does not need: running statistics, counters, the schedule of a
/// diffusion.
bool isBuffer(const std::string& name, const std::vector<std::int64_t>& shape);

} // namespace palimpsest
