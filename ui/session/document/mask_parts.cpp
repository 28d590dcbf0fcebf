// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/document/mask_parts.h"

#include "ui/session/document/qt_geometry.h"

#include <algorithm>

namespace palimpsest::ui {

Mask cropped(const Mask& mask, const Rect& area) {
    Mask part(area.size());
    for (int y = 0; y < area.height; ++y) {
        std::copy_n(mask.row(area.y + y) + area.x, area.width, part.row(y));
    }
    return part;
}

void paste(const Mask& part, Mask& mask, const Rect& area) {
    for (int y = 0; y < area.height; ++y) {
        std::copy_n(part.row(y), area.width, mask.row(area.y + y) + area.x);
    }
}

Mask blendBand(const Mask& mask, int grow, int feather) {
    const Rect bounds = mask.bounds();
    if (bounds.isEmpty() || (grow <= 0 && feather <= 0)) {
        return {};
    }
    // The ring of zeros around what is solved is what shrinking needs.
    const Rect area = bounds.grown(grow + 1).intersected(wholeOf(mask.size()));
    const Mask given = cropped(mask, area);
    const Mask solved = grow > 0 ? grown(given, grow) : given;
    const Mask inner = feather > 0 ? grown(solved, -feather) : solved;
    Mask band(area.size());
    for (int y = 0; y < area.height; ++y) {
        for (int x = 0; x < area.width; ++x) {
            const bool isBand = solved.at(x, y) > 0 && (given.at(x, y) == 0 || inner.at(x, y) == 0);
            band.set(x, y, isBand ? 255 : 0);
        }
    }
    Mask whole(mask.size());
    paste(band, whole, area);
    return whole;
}

} // namespace palimpsest::ui
