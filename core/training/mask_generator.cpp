// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/mask_generator.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace palimpsest {

namespace {

constexpr double kLeastShare = 0.003;
constexpr double kLargestShare = 0.6;

struct Point {
    double x, y;
};

void punch(TrainingMask& mask, int x, int y) {
    mask.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(mask.side) + static_cast<std::size_t>(x)] = 1;
}

void stampDisc(TrainingMask& mask, Point centre, double radius) {
    const int top = std::max(0, static_cast<int>(std::ceil(centre.y - radius)));
    const int bottom = std::min(mask.side - 1, static_cast<int>(std::floor(centre.y + radius)));
    for (int y = top; y <= bottom; ++y) {
        const double half = std::sqrt(std::max(0.0, radius * radius - (y - centre.y) * (y - centre.y)));
        const int left = std::max(0, static_cast<int>(std::ceil(centre.x - half)));
        const int right = std::min(mask.side - 1, static_cast<int>(std::floor(centre.x + half)));
        for (int x = left; x <= right; ++x) {
            punch(mask, x, y);
        }
    }
}

/// A line with round ends; never thinner than one pixel.
void stroke(TrainingMask& mask, Point from, Point to, double width) {
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = std::max(1, static_cast<int>(std::ceil(length * 2)));
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        stampDisc(
            mask,
            {std::round(2 * (from.x + t * (to.x - from.x))) / 2, std::round(2 * (from.y + t * (to.y - from.y))) / 2},
            std::max(0.71, width / 2));
    }
}

void drawScratches(TrainingMask& mask, RandomStream& random) {
    const int count = random.between(1, 5);
    for (int i = 0; i < count; ++i) {
        const double width = random.logUniform(1, 6);
        Point at{random.uniform(0, mask.side), random.uniform(0, mask.side)};
        double angle = random.uniform(0, 2 * std::numbers::pi);
        const double bend = random.uniform(-0.25, 0.25);
        const double wobble = random.uniform(0, 0.3);
        const int segments = random.between(2, mask.side / 6);
        for (int s = 0; s < segments; ++s) {
            angle += bend + random.uniform(-wobble, wobble);
            const double length = random.uniform(3, 9);
            const Point next{at.x + length * std::cos(angle), at.y + length * std::sin(angle)};
            stroke(mask, at, next, width);
            at = next;
        }
    }
}

struct TextLine {
    double height, slant, width;
    Point start;
    double angle;
};

/// A letter-like figure of a few strokes between the points of a 3 x 4 grid.
void drawGlyphAt(TrainingMask& mask, const TextLine& line, double along, double glyphWidth, RandomStream& random) {
    const auto place = [&](int column, int row) {
        const double u = along + glyphWidth * column / 2.0 + line.slant * (3 - row) * line.height / 3;
        const double v = line.height * row / 3.0;
        return Point{line.start.x + u * std::cos(line.angle) - v * std::sin(line.angle),
                     line.start.y + u * std::sin(line.angle) + v * std::cos(line.angle)};
    };
    int column = random.below(3);
    int row = random.chance(0.5) ? 0 : 3;
    const int strokes = random.between(2, 4);
    for (int i = 0; i < strokes; ++i) {
        const bool isUpright = random.chance(0.45);
        const int nextColumn = isUpright ? column : random.below(3);
        const int nextRow = isUpright ? 3 - row : random.below(4);
        stroke(mask, place(column, row), place(nextColumn, nextRow), line.width);
        column = nextColumn;
        row = nextRow;
    }
}

void drawText(TrainingMask& mask, RandomStream& random) {
    const double height = random.logUniform(5, mask.side * 0.45);
    TextLine line{height,
                  random.uniform(0, 0.3),
                  random.uniform(1, std::max(1.5, height / 5)),
                  {random.uniform(-8, mask.side * 0.3), random.uniform(-3, mask.side * 0.4)},
                  random.chance(0.6) ? 0.0 : random.uniform(-0.5, 0.5)};
    const int lines = random.between(1, std::max(1, static_cast<int>(mask.side / (1.6 * height))));
    for (int i = 0; i < lines; ++i) {
        double along = 0;
        while (along < mask.side * 1.1) {
            const double glyphWidth = height * random.uniform(0.35, 0.7);
            if (random.chance(0.85)) {
                drawGlyphAt(mask, line, along, glyphWidth, random);
            }
            along += glyphWidth + height * 0.2;
        }
        line.start.y += height * random.uniform(1.4, 1.9);
    }
}

void drawDust(TrainingMask& mask, RandomStream& random) {
    const int count = random.between(3, 40);
    const double largest = random.uniform(1, 4);
    for (int i = 0; i < count; ++i) {
        stampDisc(mask, {random.uniform(0, mask.side), random.uniform(0, mask.side)}, random.uniform(0.5, largest));
    }
}

void stampEllipse(TrainingMask& mask, Point centre, Point radii, double angle) {
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (int y = 0; y < mask.side; ++y) {
        for (int x = 0; x < mask.side; ++x) {
            const double u = ((x - centre.x) * cosine + (y - centre.y) * sine) / radii.x;
            const double v = ((y - centre.y) * cosine - (x - centre.x) * sine) / radii.y;
            if (u * u + v * v <= 1) {
                punch(mask, x, y);
            }
        }
    }
}

void drawBlobs(TrainingMask& mask, RandomStream& random) {
    const int count = random.between(1, 4);
    Point centre{random.uniform(0.1, 0.9) * mask.side, random.uniform(0.1, 0.9) * mask.side};
    const double scale = random.logUniform(0.06, 0.32) * mask.side;
    for (int i = 0; i < count; ++i) {
        stampEllipse(mask, centre, {scale * random.uniform(0.5, 1.2), scale * random.uniform(0.5, 1.2)},
                     random.uniform(0, std::numbers::pi));
        centre.x += random.uniform(-1.2, 1.2) * scale;
        centre.y += random.uniform(-1.2, 1.2) * scale;
    }
}

void drawRectangle(TrainingMask& mask, RandomStream& random) {
    const int width = std::max(2, static_cast<int>(random.logUniform(0.06, 0.75) * mask.side));
    const int height = std::max(2, static_cast<int>(random.logUniform(0.06, 0.75) * mask.side));
    const int left = random.between(-width / 3, mask.side - width * 2 / 3);
    const int top = random.between(-height / 3, mask.side - height * 2 / 3);
    for (int y = std::max(0, top); y < std::min(mask.side, top + height); ++y) {
        for (int x = std::max(0, left); x < std::min(mask.side, left + width); ++x) {
            punch(mask, x, y);
        }
    }
}

void drawHalfPlane(TrainingMask& mask, RandomStream& random) {
    const double angle =
        random.chance(0.6) ? random.below(4) * std::numbers::pi / 2 : random.uniform(0, 2 * std::numbers::pi);
    const double offset = random.uniform(0.02, 0.45) * mask.side;
    const double middle = (mask.side - 1) / 2.0;
    const double reach = middle * (std::abs(std::cos(angle)) + std::abs(std::sin(angle)));
    for (int y = 0; y < mask.side; ++y) {
        for (int x = 0; x < mask.side; ++x) {
            const double depth = (x - middle) * std::cos(angle) + (y - middle) * std::sin(angle);
            if (depth > reach - offset) {
                punch(mask, x, y);
            }
        }
    }
}

HoleKind chooseKind(RandomStream& random) {
    constexpr std::array<double, 6> kShares{0.24, 0.2, 0.08, 0.32, 0.09, 0.07};
    double at = random.uniform();
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        at -= kShares[i];
        if (at < 0) {
            return static_cast<HoleKind>(i);
        }
    }
    return HoleKind::blobs;
}

void unite(TrainingMask& mask, const TrainingMask& other) {
    for (std::size_t i = 0; i < mask.pixels.size(); ++i) {
        mask.pixels[i] = mask.pixels[i] | other.pixels[i];
    }
}

} // namespace

double TrainingMask::share() const {
    return static_cast<double>(std::accumulate(pixels.begin(), pixels.end(), std::int64_t{0})) /
           static_cast<double>(pixels.size());
}

TrainingMask drawHole(HoleKind kind, int side, RandomStream& random) {
    TrainingMask mask{side,
                      std::vector<std::uint8_t>(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0)};
    switch (kind) {
    case HoleKind::scratches:
        drawScratches(mask, random);
        break;
    case HoleKind::text:
        drawText(mask, random);
        break;
    case HoleKind::dust:
        drawDust(mask, random);
        break;
    case HoleKind::blobs:
        drawBlobs(mask, random);
        break;
    case HoleKind::rectangle:
        drawRectangle(mask, random);
        break;
    case HoleKind::halfPlane:
        drawHalfPlane(mask, random);
        break;
    }
    return mask;
}

TrainingMask drawMask(int side, RandomStream& random) {
    while (true) {
        TrainingMask mask = drawHole(chooseKind(random), side, random);
        if (random.chance(0.15)) {
            unite(mask, drawHole(chooseKind(random), side, random));
        }
        if (mask.share() >= kLeastShare && mask.share() <= kLargestShare) {
            return mask;
        }
    }
}

} // namespace palimpsest
