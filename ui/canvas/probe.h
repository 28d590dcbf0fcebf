// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"
#include "core/image/mask.h"

#include <QMetaType>
#include <QPointF>
#include <QString>

#include <array>

namespace palimpsest::ui {

/// What lies under the pointer.
struct Probe {
    bool inside = false; ///< false: beside the picture, the rest means nothing
    int x = 0;
    int y = 0;
    int channels = 0;
    PixelDepth depth = PixelDepth::uint8;
    std::array<double, 4> values{}; ///< as stored: 0 .. 255, 0 .. 65535 or the float itself
    int mask = 0;                   ///< 0 .. 255

    bool operator==(const Probe&) const = default;
};

/// Of the pixel of `image` over a point in pixels of the mask, whose size may be another.
Probe probe(const Image& image, const Mask& mask, const QPointF& point);
/// "812, 344   R 201 G 180 B 77   mask 40 %", translated; empty if not inside.
QString probeText(const Probe& probe);

} // namespace palimpsest::ui

Q_DECLARE_METATYPE(palimpsest::ui::Probe)
