// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/blend.h"

#include "core/image/colour_transform.h"
#include "core/image/resample.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <type_traits>
#include <vector>

namespace palimpsest::ui {
namespace {

double whiteOf(PixelDepth depth) { return depth == PixelDepth::uint8 ? 255 : depth == PixelDepth::uint16 ? 65535 : 1; }

template <typename T, typename S>
void blendRow(const S* from, int fromChannels, T* to, const Image& result, double scale, double strength) {
    for (int x = 0; x < result.width(); ++x, from += fromChannels, to += result.channels()) {
        for (int c = 0; c < result.colourChannels(); ++c) {
            const double original = scale * static_cast<double>(from[fromChannels >= 3 ? c : 0]);
            const double value = original + strength * (static_cast<double>(to[c]) - original);
            if constexpr (std::is_integral_v<T>) {
                to[c] = static_cast<T>(std::lround(std::clamp(value, 0.0, whiteOf(result.depth()))));
            } else {
                to[c] = static_cast<T>(value);
            }
        }
    }
}

template <typename T>
void blend(const Image& original, const Image& result, double strength, std::vector<std::byte>& pixels) {
    const double scale = whiteOf(result.depth()) / whiteOf(original.depth());
    for (int y = 0; y < result.height(); ++y) {
        auto* to = reinterpret_cast<T*>(pixels.data() + result.rowByteSize() * static_cast<std::size_t>(y));
        const auto row = [&](const auto* from) { blendRow(from, original.channels(), to, result, scale, strength); };
        switch (original.depth()) {
        case PixelDepth::uint8:
            row(original.rowAs<std::uint8_t>(y));
            break;
        case PixelDepth::uint16:
            row(original.rowAs<std::uint16_t>(y));
            break;
        case PixelDepth::float32:
            row(original.rowAs<float>(y));
            break;
        }
    }
}

/// The mean of the colours of a float image.
Image greyOf(const Image& image) {
    std::vector<std::byte> pixels(static_cast<std::size_t>(image.size().area()) * sizeof(float));
    auto* to = reinterpret_cast<float*>(pixels.data());
    for (int y = 0; y < image.height(); ++y) {
        const float* from = image.rowAs<float>(y);
        for (int x = 0; x < image.width(); ++x, from += image.channels()) {
            *to++ = (from[0] + from[1] + from[2]) / 3;
        }
    }
    return {image.size(), 1, PixelDepth::float32, std::move(pixels)};
}

} // namespace

Image blended(const Image& original, const Image& result, double strength) {
    // A result in other channels has left the original's colour space for the working space.
    Image base = original.colourChannels() == result.colourChannels() ? original : toWorkingSpace(original);
    if (base.size() != result.size()) {
        base = resampled(base, result.size());
    }
    std::vector<std::byte> pixels(result.pixels().begin(), result.pixels().end());
    switch (result.depth()) {
    case PixelDepth::uint8:
        blend<std::uint8_t>(base, result, strength, pixels);
        break;
    case PixelDepth::uint16:
        blend<std::uint16_t>(base, result, strength, pixels);
        break;
    case PixelDepth::float32:
        blend<float>(base, result, strength, pixels);
        break;
    }
    return Image(result.size(), result.channels(), result.depth(), std::move(pixels)).withMetadata(result.metadata());
}

Image meanLike(const Image& sample, const Image& mean) {
    const bool becomesGrey = sample.colourChannels() == 1 && mean.colourChannels() == 3;
    const Image own = fromWorkingSpace(becomesGrey ? greyOf(mean) : mean, sample);
    return blended(own, sample, 0);
}

} // namespace palimpsest::ui
