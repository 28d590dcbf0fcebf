// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_estimate.h"

#include <algorithm>
#include <cmath>

namespace palimpsest {

namespace {

std::size_t areaOf(int side) { return static_cast<std::size_t>(side) * static_cast<std::size_t>(side); }

RgbPicture toBytes(const Crop& crop) {
    const std::size_t area = areaOf(crop.side);
    RgbPicture picture{{crop.side, crop.side}, std::vector<std::uint8_t>(3 * area)};
    for (std::size_t c = 0; c < 3; ++c) {
        for (std::size_t i = 0; i < area; ++i) {
            const float value = (crop.planes[c * area + i] + 1.0F) * 127.5F + 0.5F;
            picture.pixels[i * 3 + c] = static_cast<std::uint8_t>(std::clamp(value, 0.0F, 255.0F));
        }
    }
    return picture;
}

/// Takes the pixels of `picture` where the mask says hole.
void takeHole(Crop& crop, const TrainingMask& mask, const RgbPicture& picture) {
    const std::size_t area = areaOf(crop.side);
    for (std::size_t i = 0; i < area; ++i) {
        for (std::size_t c = 0; c < 3 && mask.pixels[i] != 0; ++c) {
            crop.planes[c * area + i] = static_cast<float>(picture.pixels[i * 3 + c]) / 127.5F - 1.0F;
        }
    }
}

struct Coarse {
    Crop crop; ///< mean of the known pixels of each block; of all pixels in `truth`
    Crop truth;
    TrainingMask mask; ///< hole where less than half of a block is known
};

Coarse coarsened(const Crop& crop, const TrainingMask& mask, int factor) {
    const int side = crop.side / factor;
    const std::size_t area = areaOf(side);
    Coarse coarse{{side, std::vector<float>(3 * area)},
                  {side, std::vector<float>(3 * area)},
                  {side, std::vector<std::uint8_t>(area)}};
    for (std::size_t i = 0; i < area; ++i) {
        const auto x = static_cast<int>(i) % side * factor;
        const auto y = static_cast<int>(i) / side * factor;
        float known = 0;
        for (int j = 0; j < factor * factor; ++j) {
            const auto pixel = static_cast<std::size_t>((y + j / factor) * crop.side + x + j % factor);
            const float isKnown = mask.pixels[pixel] != 0 ? 0.0F : 1.0F;
            known += isKnown;
            for (std::size_t c = 0; c < 3; ++c) {
                const float value = crop.planes[c * areaOf(crop.side) + pixel];
                coarse.truth.planes[c * area + i] += value / static_cast<float>(factor * factor);
                coarse.crop.planes[c * area + i] += isKnown * value;
            }
        }
        coarse.mask.pixels[i] = 2 * known >= static_cast<float>(factor * factor) ? 0 : 1;
        for (std::size_t c = 0; c < 3; ++c) {
            coarse.crop.planes[c * area + i] /= std::max(known, 1.0F);
        }
    }
    return coarse;
}

/// Bilinear, pixel centres at one half.
float sampled(const Crop& coarse, std::size_t channel, double x, double y) {
    const double limit = coarse.side - 1;
    x = std::clamp(x - 0.5, 0.0, limit);
    y = std::clamp(y - 0.5, 0.0, limit);
    const int left = static_cast<int>(x);
    const int top = static_cast<int>(y);
    const int right = std::min(left + 1, coarse.side - 1);
    const int bottom = std::min(top + 1, coarse.side - 1);
    const auto u = static_cast<float>(x - left);
    const auto v = static_cast<float>(y - top);
    const float* plane = coarse.planes.data() + channel * areaOf(coarse.side);
    const auto at = [&](int column, int row) { return plane[row * coarse.side + column]; };
    return (1 - v) * ((1 - u) * at(left, top) + u * at(right, top)) +
           v * ((1 - u) * at(left, bottom) + u * at(right, bottom));
}

void takeEnlarged(Crop& crop, const TrainingMask& mask, const Crop& coarse) {
    const std::size_t area = areaOf(crop.side);
    const double ratio = static_cast<double>(coarse.side) / crop.side;
    for (std::size_t i = 0; i < area; ++i) {
        if (mask.pixels[i] == 0) {
            continue;
        }
        const double x = (static_cast<double>(i % static_cast<std::size_t>(crop.side)) + 0.5) * ratio;
        const double y = (static_cast<double>(i / static_cast<std::size_t>(crop.side)) + 0.5) * ratio;
        for (std::size_t c = 0; c < 3; ++c) {
            crop.planes[c * area + i] = sampled(coarse, c, x, y);
        }
    }
}

/// A fill at 1/factor of the resolution, moved towards the ground truth by `foresight` in [0,1], enlarged.
Crop coarseEstimate(const Crop& crop, const TrainingMask& mask, const HoleFiller& filler, int factor, float foresight) {
    Coarse coarse = coarsened(crop, mask, factor);
    if (coarse.mask.share() > 0 && coarse.mask.share() < 1) {
        coarse.crop = classicalEstimate(coarse.crop, coarse.mask, filler, HoleFill::navierStokes);
    }
    for (std::size_t i = 0; i < coarse.crop.planes.size(); ++i) {
        coarse.crop.planes[i] += foresight * (coarse.truth.planes[i] - coarse.crop.planes[i]);
    }
    Crop estimate = crop;
    takeEnlarged(estimate, mask, coarse.crop);
    return estimate;
}

Crop meanEstimate(const Crop& crop, const TrainingMask& mask, RandomStream& random) {
    const std::size_t area = areaOf(crop.side);
    Crop estimate = crop;
    const double noise = random.chance(0.5) ? 0.0 : random.uniform(0, 0.2);
    for (std::size_t c = 0; c < 3; ++c) {
        double sum = 0;
        double known = 0;
        for (std::size_t i = 0; i < area; ++i) {
            sum += mask.pixels[i] != 0 ? 0.0 : crop.planes[c * area + i];
            known += mask.pixels[i] != 0 ? 0.0 : 1.0;
        }
        for (std::size_t i = 0; i < area; ++i) {
            if (mask.pixels[i] != 0) {
                estimate.planes[c * area + i] =
                    static_cast<float>(sum / std::max(known, 1.0) + noise * random.uniform(-1, 1));
            }
        }
    }
    return estimate;
}

} // namespace

Crop classicalEstimate(const Crop& crop, const TrainingMask& mask, const HoleFiller& filler, HoleFill fill) {
    RgbPicture picture = toBytes(crop);
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
        std::fill_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(i * 3), mask.pixels[i] != 0 ? 3 : 0,
                    std::uint8_t{0});
    }
    filler(picture, mask.pixels, fill);
    Crop estimate = crop;
    takeHole(estimate, mask, picture);
    return estimate;
}

Crop drawEstimate(const Crop& crop, const TrainingMask& mask, const HoleFiller& filler, RandomStream& random) {
    const double kind = random.uniform();
    if (kind < 0.40) {
        return classicalEstimate(crop, mask, filler, HoleFill::frequencySelective);
    }
    if (kind < 0.60) {
        return classicalEstimate(crop, mask, filler, HoleFill::navierStokes);
    }
    if (kind < 0.65) {
        return classicalEstimate(crop, mask, filler, HoleFill::telea);
    }
    const int factor = random.chance(0.6) ? 2 : 4;
    if (kind < 0.76) {
        return coarseEstimate(crop, mask, filler, factor, 0.0F);
    }
    if (kind < 0.95) {
        return coarseEstimate(crop, mask, filler, factor, static_cast<float>(random.uniform(0.1, 0.8)));
    }
    return meanEstimate(crop, mask, random);
}

} // namespace palimpsest
