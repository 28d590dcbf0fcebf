// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/commands/picture_patch.h"

#include "ui/session/document/qt_geometry.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace palimpsest::ui {
namespace {

bool haveOneLayout(const Image& a, const Image& b) {
    return a.size() == b.size() && a.channels() == b.channels() && a.depth() == b.depth();
}

/// Columns first .. last - 1 of the pixels that differ in a row; empty if none does.
Rect differenceInRow(const Image& before, const Image& after, int y) {
    const auto a = before.row(y);
    const auto b = after.row(y);
    if (std::memcmp(a.data(), b.data(), a.size()) == 0) {
        return {};
    }
    const auto bytes = static_cast<std::ptrdiff_t>(a.size()) / before.width();
    const auto first = (std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin()) / bytes;
    const auto end = (std::mismatch(a.rbegin(), a.rend(), b.rbegin()).first.base() - a.begin() + bytes - 1) / bytes;
    return {static_cast<int>(first), y, static_cast<int>(end - first), 1};
}

Rect differenceOf(const Image& before, const Image& after) {
    Rect area;
    for (int y = 0; y < before.height(); ++y) {
        area = area.united(differenceInRow(before, after, y));
    }
    return area;
}

} // namespace

PicturePatch::PicturePatch(const Image& before, const Image& after)
    : isWhole_(!haveOneLayout(before, after)), area_(isWhole_ ? wholeOf(after.size()) : differenceOf(before, after)) {
    if (isWhole_) {
        before_ = before;
        after_ = after;
    } else if (!area_.isEmpty()) {
        before_ = cropped(before, area_);
        after_ = cropped(after, area_);
    }
}

Image PicturePatch::applied(const Image& picture, bool forward) const {
    const Image& part = forward ? after_ : before_;
    if (isWhole_) {
        return part;
    }
    if (part.isNull()) {
        return picture;
    }
    if (part.size() == picture.size()) {
        return part.withMetadata(picture.metadata());
    }
    std::vector<std::byte> pixels(picture.pixels().begin(), picture.pixels().end());
    const std::size_t pixelBytes = picture.rowByteSize() / static_cast<std::size_t>(picture.width());
    for (int y = 0; y < area_.height; ++y) {
        const auto row = part.row(y);
        const std::size_t start = picture.rowByteSize() * static_cast<std::size_t>(area_.y + y) +
                                  pixelBytes * static_cast<std::size_t>(area_.x);
        std::copy(row.begin(), row.end(), pixels.begin() + static_cast<std::ptrdiff_t>(start));
    }
    return Image(picture.size(), picture.channels(), picture.depth(), std::move(pixels))
        .withMetadata(picture.metadata());
}

} // namespace palimpsest::ui
