// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/mask_patch.h"

#include "core/base/error.h"

#include <algorithm>
#include <span>

namespace palimpsest {
namespace {

// The code is a sequence of tokens over the rows of the rectangle, one after the other. A token is a number
// (7 bits a byte, least significant first, top bit set on all but the last) of which the lowest bit is the kind
// and the rest the length: an even one repeats the byte that follows it, an odd one is followed by its bytes.
constexpr std::uint64_t kRepeated = 0;
constexpr std::uint64_t kLiteral = 1;
/// Below this length a repeated byte is cheaper inside a literal.
constexpr std::size_t kShortestRun = 4;

void putNumber(std::vector<std::uint8_t>& code, std::uint64_t number) {
    for (; number >= 128; number >>= 7) {
        code.push_back(static_cast<std::uint8_t>(number | 128));
    }
    code.push_back(static_cast<std::uint8_t>(number));
}

std::uint64_t takeNumber(std::span<const std::uint8_t>& code) {
    std::uint64_t number = 0;
    for (int shift = 0;; shift += 7) {
        const std::uint8_t part = code.front();
        code = code.subspan(1);
        number |= std::uint64_t{part & 127u} << shift;
        if (part < 128) {
            return number;
        }
    }
}

std::size_t runLength(std::span<const std::uint8_t> bytes) {
    const auto end = std::find_if(bytes.begin(), bytes.end(), [&](std::uint8_t byte) { return byte != bytes.front(); });
    return static_cast<std::size_t>(end - bytes.begin());
}

void putLiteral(std::vector<std::uint8_t>& code, std::span<const std::uint8_t> bytes) {
    if (!bytes.empty()) {
        putNumber(code, bytes.size() << 1 | kLiteral);
        code.insert(code.end(), bytes.begin(), bytes.end());
    }
}

std::vector<std::uint8_t> encoded(std::span<const std::uint8_t> bytes) {
    std::vector<std::uint8_t> code;
    std::size_t literal = 0;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t run = runLength(bytes.subspan(at));
        if (run >= kShortestRun) {
            putLiteral(code, bytes.subspan(literal, at - literal));
            putNumber(code, run << 1 | kRepeated);
            code.push_back(bytes[at]);
            literal = at + run;
        }
        at += run;
    }
    putLiteral(code, bytes.subspan(literal));
    code.shrink_to_fit();
    return code;
}

std::vector<std::uint8_t> decoded(std::span<const std::uint8_t> code, std::size_t size) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(size);
    while (!code.empty()) {
        const std::uint64_t token = takeNumber(code);
        const std::size_t length = token >> 1;
        if ((token & 1) == kRepeated) {
            bytes.insert(bytes.end(), length, code.front());
            code = code.subspan(1);
        } else {
            bytes.insert(bytes.end(), code.begin(), code.begin() + static_cast<std::ptrdiff_t>(length));
            code = code.subspan(length);
        }
    }
    return bytes;
}

Rect differenceBounds(const Mask& before, const Mask& after, const Rect& within) {
    Rect area;
    for (int y = within.y; y < within.bottom(); ++y) {
        const std::span a(before.row(y) + within.x, static_cast<std::size_t>(within.width));
        const std::span b(after.row(y) + within.x, a.size());
        const auto first = std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin();
        if (first < within.width) {
            const auto last = std::mismatch(a.rbegin(), a.rend(), b.rbegin()).first - a.rbegin();
            area =
                area.united({within.x + static_cast<int>(first), y, static_cast<int>(within.width - last - first), 1});
        }
    }
    return area;
}

} // namespace

MaskPatch::MaskPatch(const Mask& before, const Mask& after)
    : MaskPatch(before, after, Rect{0, 0, before.width(), before.height()}) {}

MaskPatch::MaskPatch(const Mask& before, const Mask& after, const Rect& within) : size_(before.size()) {
    if (before.size() != after.size()) {
        throw Bug("a patch lies between two masks of one size");
    }
    area_ = differenceBounds(before, after, within.intersected({0, 0, before.width(), before.height()}));
    std::vector<std::uint8_t> difference;
    difference.reserve(static_cast<std::size_t>(area_.size().area()));
    for (int y = area_.y; y < area_.bottom(); ++y) {
        std::transform(before.row(y) + area_.x, before.row(y) + area_.right(), after.row(y) + area_.x,
                       std::back_inserter(difference), [](std::uint8_t a, std::uint8_t b) { return a ^ b; });
    }
    runs_ = encoded(difference);
}

void MaskPatch::toggle(Mask& mask) const {
    if (mask.size() != size_) {
        throw Bug("a patch fits only the mask that it was made from");
    }
    const std::vector<std::uint8_t> difference = decoded(runs_, static_cast<std::size_t>(area_.size().area()));
    const std::uint8_t* next = difference.data();
    for (int y = area_.y; y < area_.bottom(); ++y, next += area_.width) {
        std::transform(next, next + area_.width, mask.row(y) + area_.x, mask.row(y) + area_.x,
                       [](std::uint8_t a, std::uint8_t b) { return a ^ b; });
    }
}

} // namespace palimpsest
