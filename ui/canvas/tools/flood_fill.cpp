// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/canvas/tools/flood_fill.h"

#include "ui/session/document/qt_geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

namespace palimpsest::ui {
namespace {

template <typename T>
constexpr double kFullScale = 1;
template <>
constexpr double kFullScale<std::uint8_t> = 255;
template <>
constexpr double kFullScale<std::uint16_t> = 65535;

/// Sets `row[x]` to 255 where the pixel is like the start's. NaN is like nothing.
template <typename T>
void markSimilarRow(const T* pixels, std::uint8_t* row, int width, const std::vector<std::array<T, 2>>& ranges) {
    for (int x = 0; x < width; ++x) {
        bool similar = true;
        for (const auto& [low, high] : ranges) {
            similar &= *pixels >= low && *pixels <= high;
            ++pixels;
        }
        row[x] = similar ? 255 : 0;
    }
}

template <typename T>
Mask similarPixels(const Image& image, const FloodFill& fill) {
    const double tolerance = fill.tolerance * kFullScale<T> / 255;
    const T* start = image.rowAs<T>(fill.y) + std::ptrdiff_t{fill.x} * image.channels();
    std::vector<std::array<T, 2>> ranges;
    for (int channel = 0; channel < image.channels(); ++channel) {
        const double low = start[channel] - tolerance;
        const double high = start[channel] + tolerance;
        ranges.push_back({static_cast<T>(std::is_integral_v<T> ? std::max(0.0, low) : low),
                          static_cast<T>(std::is_integral_v<T> ? std::min(kFullScale<T>, high) : high)});
    }
    Mask similar(image.size());
    for (int y = 0; y < image.height(); ++y) {
        markSimilarRow(image.rowAs<T>(y), similar.row(y), image.width(), ranges);
    }
    return similar;
}

Mask similarPixels(const Image& image, const FloodFill& fill) {
    switch (image.depth()) {
    case PixelDepth::uint8:
        return similarPixels<std::uint8_t>(image, fill);
    case PixelDepth::uint16:
        return similarPixels<std::uint16_t>(image, fill);
    case PixelDepth::float32:
        return similarPixels<float>(image, fill);
    }
    return {};
}

/// Moves what hangs together with the start from `open` to the result, run by run of a row.
class RunFill {
public:
    RunFill(Mask& open, Mask& filled) : open_(open), filled_(filled) {}

    void from(int x, int y) {
        pending_.push_back({x, y});
        while (!pending_.empty()) {
            const auto [column, row] = pending_.back();
            pending_.pop_back();
            if (open_.at(column, row)) {
                takeRun(column, row);
            }
        }
    }

private:
    void takeRun(int x, int y) {
        std::uint8_t* row = open_.row(y);
        int first = x;
        int last = x + 1;
        while (first > 0 && row[first - 1]) {
            --first;
        }
        while (last < open_.width() && row[last]) {
            ++last;
        }
        std::fill(row + first, row + last, std::uint8_t{0});
        std::fill(filled_.row(y) + first, filled_.row(y) + last, std::uint8_t{255});
        for (const int neighbour : {y - 1, y + 1}) {
            if (neighbour >= 0 && neighbour < open_.height()) {
                queueRuns(first, last, neighbour);
            }
        }
    }

    void queueRuns(int first, int last, int y) {
        const std::uint8_t* row = open_.row(y);
        for (int x = first; x < last; ++x) {
            if (row[x] && (x == first || !row[x - 1])) {
                pending_.push_back({x, y});
            }
        }
    }

    Mask& open_;
    Mask& filled_;
    std::vector<std::pair<int, int>> pending_;
};

} // namespace

Region similarRegion(const Image& image, const FloodFill& fill) {
    Mask similar = similarPixels(image, fill);
    if (fill.contiguous) {
        Mask filled(image.size());
        RunFill(similar, filled).from(fill.x, fill.y);
        similar = std::move(filled);
    }
    if (similar.bounds().isEmpty()) {
        return {};
    }
    return {wholeOf(image.size()), std::move(similar)};
}

} // namespace palimpsest::ui
