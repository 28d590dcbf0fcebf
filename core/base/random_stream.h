// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace palimpsest {

/// Random numbers: SplitMix64 (Steele, Lea, Flood 2014), the same on every machine. Made from streamSeed(), one stream
/// for each part of the work (a training sample, a strip of rows), so that a part depends on its number alone.
class RandomStream {
public:
    explicit RandomStream(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31);
    }
    /// In [0,1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Its logarithm is uniform.
    double logUniform(double low, double high) { return low * std::pow(high / low, uniform()); }
    /// 0 .. count - 1.
    int below(int count) { return static_cast<int>(uniform() * count); }
    /// low .. high, both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool chance(double probability) { return uniform() < probability; }

private:
    std::uint64_t state_;
};

} // namespace palimpsest
