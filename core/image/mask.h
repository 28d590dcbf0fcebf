// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace palimpsest {

/// One byte per pixel: 0 keeps the picture, 255 restores it, values between come from soft brushes and feathering and
/// mix the result with the picture. Every pixel above 0 is solved.
class Mask {
public:
    Mask() = default;
    explicit Mask(Size size, std::uint8_t value = 0);
    Mask(Size size, std::vector<std::uint8_t> values);

    bool isNull() const { return size_.isEmpty(); }
    Size size() const { return size_; }
    int width() const { return size_.width; }
    int height() const { return size_.height; }
    std::uint8_t at(int x, int y) const { return values_[offset(x, y)]; }
    void set(int x, int y, std::uint8_t value) { values_[offset(x, y)] = value; }
    std::uint8_t* row(int y) { return values_.data() + offset(0, y); }
    const std::uint8_t* row(int y) const { return values_.data() + offset(0, y); }
    std::span<const std::uint8_t> values() const { return values_; }

    /// Smallest rectangle that holds every pixel above 0; empty if there is none.
    Rect bounds() const;
    /// Number of pixels above 0.
    std::int64_t coveredPixels() const;
    bool operator==(const Mask&) const = default;

private:
    std::size_t offset(int x, int y) const { return static_cast<std::size_t>(y) * size_.width + x; }

    Size size_;
    std::vector<std::uint8_t> values_;
};

Mask inverted(const Mask& mask);
/// Euclidean growth (negative: shrinking) by a radius in pixels.
Mask grown(const Mask& mask, double radius);
/// Soft edge of the given radius (pixels) on both sides of the outline.
Mask feathered(const Mask& mask, double radius);
Mask united(const Mask& a, const Mask& b);
Mask subtracted(const Mask& a, const Mask& b);
std::string contentHash(const Mask& mask);

} // namespace palimpsest
