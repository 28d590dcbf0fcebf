// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/exemplar/exemplar_fill.h"

#include "core/image/exemplar/patch_field.h"
#include "core/image/exemplar/seam_blending.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/photo.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace palimpsest {
namespace {

using Planes = std::vector<cv::Mat>;

/// px: radius of the hole at the coarsest level.
constexpr double kCoarsestRadius = 4;
/// px: no level is smaller.
constexpr int kLeastSide = 3 * kPatchSide;
/// Squared differences of gradients count as much more as those of colours.
const float kTextureWeight = std::sqrt(50.0F);
/// px: gradients are averaged over squares of this side, at full size.
constexpr int kTextureSide = 17;
constexpr int kMostPlaces = kPatchSide * kPatchSide;
constexpr std::uint64_t kSeed = 2014;

struct Level {
    cv::Mat features; ///< CV_32FC(n): colours, then the strength of the gradients along x and y
    cv::Mat hole;     ///< CV_8UC1
    cv::Mat sources;  ///< CV_8UC1
    PatchField field;
};

/// Means over squares of what is known there.
cv::Mat knownMean(const cv::Mat& values, const cv::Mat& known) {
    cv::Mat sums;
    cv::Mat counts;
    cv::boxFilter(values.mul(known), sums, CV_32F, {kTextureSide, kTextureSide}, {-1, -1}, false);
    cv::boxFilter(known, counts, CV_32F, {kTextureSide, kTextureSide}, {-1, -1}, false);
    return sums / cv::max(counts, 1.0);
}

/// Strength of the gradients of the luminance; of the hole, nothing.
Planes textureOf(const Planes& planes, const cv::Mat& hole) {
    cv::Mat grey = planes.size() == 3 ? cv::Mat((planes[0] + planes[1] + planes[2]) / 3) : planes.front();
    grey = cv::Mat(cv::min(cv::max(grey, -1.0), 2.0)); // a deep picture's highlights are not all that counts
    Planes textures;
    for (const cv::Point& step : {cv::Point(1, 0), cv::Point(0, 1)}) {
        cv::Mat kernel = cv::Mat::zeros(3, 3, CV_32F);
        kernel.at<float>(cv::Point(1, 1) + step) = 0.5F;
        kernel.at<float>(cv::Point(1, 1) - step) = -0.5F;
        cv::Mat gradient;
        cv::filter2D(grey, gradient, CV_32F, kernel, {-1, -1}, 0, cv::BORDER_REFLECT);
        cv::Mat known;
        cv::dilate(hole, known, cv::Mat());
        known.convertTo(known, CV_32F, -1.0 / 255, 1);
        textures.push_back(kTextureWeight * knownMean(cv::abs(gradient), known));
    }
    return textures;
}

Level levelOf(cv::Mat features, const cv::Mat& hole, const cv::Mat& sources) {
    return {std::move(features), hole, sources, PatchField(hole, sources)};
}

Level finestLevel(const Planes& planes, const cv::Mat& hole, const cv::Mat& sources) {
    const cv::Mat open = hole > 0;
    Planes all = planes;
    const Planes textures = textureOf(planes, open);
    all.insert(all.end(), textures.begin(), textures.end());
    cv::Mat features;
    cv::merge(all, features);
    return levelOf(std::move(features), open, sources.empty() ? cv::Mat(hole == 0) : cv::Mat(sources > 0));
}

/// Half the size; a pixel is known if the four below it are.
Level halved(const Level& fine) {
    const auto half = [](const cv::Mat& plane) {
        cv::Mat padded;
        cv::copyMakeBorder(plane, padded, 0, plane.rows % 2, 0, plane.cols % 2, cv::BORDER_REPLICATE);
        cv::Mat result;
        cv::resize(padded, result, padded.size() / 2, 0, 0, cv::INTER_AREA);
        return result;
    };
    return levelOf(half(fine.features), half(fine.hole) > 0, half(fine.sources) == 255);
}

double holeRadius(const cv::Mat& hole) {
    cv::Mat distances;
    cv::distanceTransform(hole, distances, cv::DIST_L2, cv::DIST_MASK_PRECISE);
    double radius = 0;
    cv::minMaxLoc(distances, nullptr, &radius);
    return radius;
}

/// Finest first; each has something to copy from.
std::vector<Level> pyramidOf(Level finest) {
    std::vector<Level> levels{std::move(finest)};
    while (holeRadius(levels.back().hole) > kCoarsestRadius) {
        Level next = halved(levels.back());
        if (std::min(next.hole.cols, next.hole.rows) < kLeastSide || !next.field.hasSources()) {
            break;
        }
        levels.push_back(std::move(next));
    }
    return levels;
}

void fillEvenly(Planes& planes, const cv::Mat& hole) {
    for (cv::Mat& plane : planes) {
        plane.setTo(cv::mean(plane, hole == 0), hole);
    }
}

void startSmoothly(Level& level) {
    Planes planes;
    cv::split(level.features, planes);
    for (cv::Mat& plane : planes) {
        cv::Mat filled;
        cv::inpaint(plane * 255, level.hole, filled, kPatchRadius, cv::INPAINT_NS);
        plane = filled / 255;
    }
    cv::merge(planes, level.features);
}

/// What a pixel of the hole is made of: the places that the matches of the patches around it have for it.
struct Places {
    std::array<const float*, kMostPlaces> pixels{};
    std::array<float, kMostPlaces> distances{};
    std::array<cv::Point, kMostPlaces> sources{};
    int count = 0;
};

Places placesFor(const Level& level, const cv::Point& pixel) {
    const PatchField& field = level.field;
    Places places;
    for (int dy = -kPatchRadius; dy <= kPatchRadius; ++dy) {
        for (int dx = -kPatchRadius; dx <= kPatchRadius; ++dx) {
            const cv::Point middle = pixel + cv::Point(dx, dy);
            if (middle.x < 0 || middle.y < 0 || middle.x >= level.hole.cols || middle.y >= level.hole.rows ||
                !field.isTarget(middle.x, middle.y)) {
                continue;
            }
            const cv::Point source = field.match(middle.x, middle.y) - cv::Point(dx, dy);
            places.pixels[places.count] =
                level.features.ptr<float>(source.y) + static_cast<std::ptrdiff_t>(source.x) * level.features.channels();
            places.sources[places.count] = source;
            places.distances[places.count++] = field.distance(middle.x, middle.y);
        }
    }
    return places;
}

/// Weights exp(-d / 2 s), s the third quartile of the distances (Newson et al., equation 5).
void setMean(const Places& places, float* pixel, int channels) {
    std::array<float, kMostPlaces> sorted = places.distances;
    const auto quartile = sorted.begin() + (places.count - 1) * 3 / 4;
    std::nth_element(sorted.begin(), quartile, sorted.begin() + places.count);
    const float scale = -0.5F / std::max(*quartile, 1e-12F);
    float total = 0;
    std::fill_n(pixel, channels, 0.0F);
    for (int i = 0; i < places.count; ++i) {
        const float weight = std::exp(scale * places.distances[i]);
        total += weight;
        for (int channel = 0; channel < channels; ++channel) {
            pixel[channel] += weight * places.pixels[i][channel];
        }
    }
    for (int channel = 0; channel < channels; ++channel) {
        pixel[channel] /= total;
    }
}

float* pixelOf(Level& level, const cv::Point& pixel) {
    return level.features.ptr<float>(pixel.y) + static_cast<std::ptrdiff_t>(pixel.x) * level.features.channels();
}

template <typename Work>
void forHole(const Level& level, const Work& work) {
    cv::parallel_for_({0, level.hole.rows}, [&](const cv::Range& rows) {
        for (int y = rows.start; y < rows.end; ++y) {
            for (int x = 0; x < level.hole.cols; ++x) {
                if (level.hole.at<std::uint8_t>(y, x) > 0) {
                    work(cv::Point(x, y));
                }
            }
        }
    });
}

/// Sources are known pixels: what is written is read by nobody.
void rebuild(Level& level) {
    forHole(level, [&](const cv::Point& pixel) {
        setMean(placesFor(level, pixel), pixelOf(level, pixel), level.features.channels());
    });
}

/// Copies from the best patch of each pixel; returns where from.
cv::Mat copyBest(Level& level) {
    cv::Mat sources(level.hole.size(), CV_32SC2, cv::Scalar::all(-1));
    forHole(level, [&](const cv::Point& pixel) {
        const Places places = placesFor(level, pixel);
        const auto nearest = std::min_element(places.distances.begin(), places.distances.begin() + places.count);
        const auto best = static_cast<std::size_t>(nearest - places.distances.begin());
        std::copy_n(places.pixels[best], level.features.channels(), pixelOf(level, pixel));
        sources.at<cv::Point>(pixel) = places.sources[best];
    });
    return sources;
}

/// Rounds of search and rebuilding: many where they are cheap and decide on the structure.
struct Rounds {
    int rebuilding;
    int search;
};

Rounds roundsOf(std::size_t index, std::size_t levels) {
    return index + 1 == levels ? Rounds{20, 4} : index == 0 ? Rounds{3, 2} : Rounds{6, 3};
}

void solve(std::vector<Level>& levels, const std::stop_token& stop) {
    for (std::size_t index = levels.size(); index-- > 0;) {
        Level& level = levels[index];
        const std::uint64_t seed = kSeed + index * 1000;
        if (index + 1 == levels.size()) {
            startSmoothly(level);
            level.field.scatter(seed);
        } else {
            level.field.refine(levels[index + 1].field, seed);
            rebuild(level);
        }
        const Rounds rounds = roundsOf(index, levels.size());
        for (int round = 0; round < rounds.rebuilding; ++round) {
            level.field.search(level.features, rounds.search, seed + 10 * static_cast<std::uint64_t>(round + 1), stop);
            rebuild(level);
        }
    }
}

} // namespace

void fillByExemplars(std::vector<cv::Mat>& planes, const cv::Mat& hole, const cv::Mat& sources,
                     const std::stop_token& stop) {
    Level finest = finestLevel(planes, hole, sources);
    if (!finest.field.hasSources()) {
        fillEvenly(planes, hole);
        return;
    }
    std::vector<Level> levels = pyramidOf(std::move(finest));
    solve(levels, stop);
    const cv::Mat origins = copyBest(levels.front());
    Planes filled;
    cv::split(levels.front().features, filled);
    filled.resize(planes.size());
    cv::Mat picture;
    cv::merge(filled, picture);
    blendSeams(picture, levels.front().hole, origins, stop);
    cv::split(picture, filled);
    for (std::size_t i = 0; i < planes.size(); ++i) {
        filled[i].copyTo(planes[i], hole);
    }
}

} // namespace palimpsest
