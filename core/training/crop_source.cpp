// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/crop_source.h"

#include "core/base/error.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace palimpsest {

namespace {

constexpr double kFlat = 0.07;       // standard deviation below which there is little to learn, of a range of 2
constexpr double kFlatRefused = 0.8; // share of flat crops that are drawn again

/// Standard deviation of the green values.
double deviation(const Crop& crop) {
    const std::size_t area = crop.planes.size() / 3;
    double sum = 0;
    double sumOfSquares = 0;
    for (std::size_t i = area; i < 2 * area; ++i) {
        sum += crop.planes[i];
        sumOfSquares += static_cast<double>(crop.planes[i]) * crop.planes[i];
    }
    const double mean = sum / static_cast<double>(area);
    return std::sqrt(std::max(0.0, sumOfSquares / static_cast<double>(area) - mean * mean));
}

/// The source pixels that one output pixel averages, with weights that sum to 1.
struct Tap {
    int first = 0;
    int count = 0;
    std::array<float, 4> weights{};
};

/// Output pixel i covers [start + i * ratio, start + (i + 1) * ratio), ratio in [1,2].
std::vector<Tap> areaTaps(double start, double ratio, int side, int limit) {
    std::vector<Tap> taps(static_cast<std::size_t>(side));
    for (int i = 0; i < side; ++i) {
        const double from = start + i * ratio;
        const double to = from + ratio;
        Tap& tap = taps[static_cast<std::size_t>(i)];
        tap.first = std::clamp(static_cast<int>(std::floor(from + 1e-9)), 0, limit - 1);
        for (int pixel = tap.first; pixel < limit && tap.count < 4; ++pixel) {
            const double share = std::min(to, pixel + 1.0) - std::max(from, static_cast<double>(pixel));
            if (share <= 1e-9) {
                break;
            }
            tap.weights[static_cast<std::size_t>(tap.count++)] = static_cast<float>(share / ratio);
        }
    }
    return taps;
}

/// Shrinks a window of `picture` into planes in [-1,1].
Crop shrunk(const RgbPicture& picture, const std::vector<Tap>& columns, const std::vector<Tap>& rows) {
    const auto side = columns.size();
    Crop crop{static_cast<int>(side), std::vector<float>(3 * side * side)};
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            std::array<float, 3> sum{};
            for (int j = 0; j < rows[y].count; ++j) {
                const auto row = static_cast<std::size_t>(rows[y].first + j);
                const std::uint8_t* pixel =
                    picture.pixels.data() +
                    (row * static_cast<std::size_t>(picture.size.width) + static_cast<std::size_t>(columns[x].first)) *
                        3;
                for (int i = 0; i < columns[x].count; ++i, pixel += 3) {
                    const float weight =
                        rows[y].weights[static_cast<std::size_t>(j)] * columns[x].weights[static_cast<std::size_t>(i)];
                    for (std::size_t c = 0; c < 3; ++c) {
                        sum[c] += weight * static_cast<float>(pixel[c]);
                    }
                }
            }
            for (std::size_t c = 0; c < 3; ++c) {
                crop.planes[(c * side + y) * side + x] = sum[c] / 127.5F - 1.0F;
            }
        }
    }
    return crop;
}

void mirror(Crop& crop, bool horizontally, bool vertically, bool transposed) {
    const auto side = static_cast<std::size_t>(crop.side);
    std::vector<float> result(crop.planes.size());
    for (std::size_t c = 0; c < 3; ++c) {
        for (std::size_t y = 0; y < side; ++y) {
            for (std::size_t x = 0; x < side; ++x) {
                std::size_t fromX = horizontally ? side - 1 - x : x;
                std::size_t fromY = vertically ? side - 1 - y : y;
                if (transposed) {
                    std::swap(fromX, fromY);
                }
                result[(c * side + y) * side + x] = crop.planes[(c * side + fromY) * side + fromX];
            }
        }
    }
    crop.planes = std::move(result);
}

void makeGrey(Crop& crop) {
    const std::size_t area = crop.planes.size() / 3;
    for (std::size_t i = 0; i < area; ++i) {
        const float grey =
            0.299F * crop.planes[i] + 0.587F * crop.planes[area + i] + 0.114F * crop.planes[2 * area + i];
        crop.planes[i] = crop.planes[area + i] = crop.planes[2 * area + i] = grey;
    }
}

} // namespace

CropSource::CropSource(const std::vector<TrainingPicture>& pictures, CropOptions options) : options_(options) {
    double total = 0.0;
    for (const TrainingPicture& picture : pictures) {
        const Size size = picture.levels.front().size;
        if (std::min(size.width, size.height) >= options_.side) {
            usable_.push_back(&picture);
            total += std::sqrt(static_cast<double>(size.area()));
            cumulativeWeights_.push_back(total);
        }
    }
    if (usable_.empty()) {
        throw Error(ErrorCode::badInput,
                    Message("none of the photos is at least %1 pixels high and wide", options_.side),
                    "choose a folder with larger photos");
    }
}

const TrainingPicture& CropSource::choose(RandomStream& random) const {
    const double at = random.uniform() * cumulativeWeights_.back();
    const auto found = std::upper_bound(cumulativeWeights_.begin(), cumulativeWeights_.end(), at);
    const auto index =
        std::min<std::size_t>(static_cast<std::size_t>(found - cumulativeWeights_.begin()), usable_.size() - 1);
    return *usable_[index];
}

double CropSource::largestFactor(const TrainingPicture& picture) const {
    const Size size = picture.levels.front().size;
    return static_cast<double>(std::min(size.width, size.height)) / options_.side;
}

Crop CropSource::cut(const TrainingPicture& picture, double factor, double centreX, double centreY) const {
    const auto level = std::min(static_cast<std::size_t>(std::log2(factor)), picture.levels.size() - 1);
    const RgbPicture& source = picture.levels[level];
    const double shortest = std::min(source.size.width, source.size.height);
    double ratio = std::min(factor / static_cast<double>(1 << level), shortest / options_.side);
    ratio = ratio < 1.05 ? 1.0 : ratio; // whole pixels instead of a slight blur
    const double window = ratio * options_.side;
    const double left = std::floor(centreX * (source.size.width - window) + 0.5);
    const double top = std::floor(centreY * (source.size.height - window) + 0.5);
    const auto start = [&](double wanted, int extent) {
        return std::max(0.0, std::min(wanted, std::floor(extent - window)));
    };
    return shrunk(source, areaTaps(start(left, source.size.width), ratio, options_.side, source.size.width),
                  areaTaps(start(top, source.size.height), ratio, options_.side, source.size.height));
}

Crop CropSource::drawPlain(RandomStream& random) const {
    const TrainingPicture& picture = choose(random);
    const double factor = random.logUniform(1.0, std::max(1.0, largestFactor(picture)));
    const double centreX = random.uniform();
    const double centreY = random.uniform();
    return cut(picture, factor, centreX, centreY);
}

Crop CropSource::draw(RandomStream& random) const {
    Crop crop = drawPlain(random);
    while (deviation(crop) < kFlat && random.chance(kFlatRefused)) {
        crop = drawPlain(random);
    }
    if (options_.augment) {
        augment(crop, random);
    }
    return crop;
}

void augment(Crop& crop, RandomStream& random) {
    const bool horizontally = random.chance(0.5);
    const bool vertically = random.chance(0.1);
    mirror(crop, horizontally, vertically, random.chance(0.1));
    if (random.chance(0.05)) {
        makeGrey(crop);
    }
    const auto contrast = static_cast<float>(random.uniform(0.8, 1.15));
    const auto brightness = static_cast<float>(random.uniform(-0.15, 0.15));
    const std::size_t area = crop.planes.size() / 3;
    for (std::size_t c = 0; c < 3; ++c) {
        const float gain = contrast * static_cast<float>(random.uniform(0.92, 1.08));
        for (std::size_t i = 0; i < area; ++i) {
            float& value = crop.planes[c * area + i];
            value = std::clamp(gain * value + brightness, -1.0F, 1.0F);
        }
    }
}

} // namespace palimpsest
