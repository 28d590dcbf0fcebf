// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace palimpsest {

// ICC profiles (ICC.1) that are made, not found.

/// How a file without a profile says its colours; all numbers in hundred-thousandths, as in PNG's gAMA and cHRM.
struct GammaAndPrimaries {
    std::uint32_t gamma = 0; ///< exponent from light to value; 0: not said, the curve of sRGB
    /// x and y of white, red, green and blue.
    std::optional<std::array<std::uint32_t, 8>> primaries = {};

    bool operator==(const GammaAndPrimaries&) const = default;
};

/// True if nothing is said, or what sRGB is within the habits of writers: a gamma of 1/2.2 and its primaries.
bool meansSrgb(const GammaAndPrimaries& colours);

/// The profile for grey (1) or RGB (3) pictures, equal numbers giving equal bytes. Empty if there is no such colour
/// space: primaries on a line, a gamma beyond all sense.
std::vector<std::byte> profileFrom(const GammaAndPrimaries& colours, int colourChannels);

/// The numbers that profileFrom was given; nothing for any other profile.
std::optional<GammaAndPrimaries> gammaAndPrimariesOf(const std::vector<std::byte>& profile);

/// A profile for grey pictures with the tones that an RGB profile gives to equal values of R, G and B. Empty if that
/// cannot be used.
std::vector<std::byte> greyProfileFrom(const std::vector<std::byte>& rgbProfile);

} // namespace palimpsest
