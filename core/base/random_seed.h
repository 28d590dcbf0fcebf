// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace palimpsest {

/// The seed of an independent stream of random numbers, from the seed of the job, the purpose ("start", "steps",
/// "crops") and an index (sample, step, worker). Equal arguments give equal seeds on every machine.
std::uint64_t streamSeed(std::uint64_t seed, std::string_view purpose, std::uint64_t index = 0);

} // namespace palimpsest
