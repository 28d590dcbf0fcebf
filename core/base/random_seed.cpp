// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random_seed.h"

namespace palimpsest {
namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): a bijection that mixes all bits.
std::uint64_t mixed(std::uint64_t z) {
    z += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

} // namespace

std::uint64_t streamSeed(std::uint64_t seed, std::string_view purpose, std::uint64_t index) {
    std::uint64_t state = mixed(seed);
    for (const char letter : purpose) {
        state = mixed(state ^ static_cast<unsigned char>(letter));
    }
    return mixed(state ^ mixed(index));
}

} // namespace palimpsest
