// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/image.h"

#include <QImage>

namespace palimpsest::ui {

/// Pixels for other programs: 16 bit where the picture is deeper than 8, with alpha, colours not multiplied with it.
QImage toClipboard(const Image& image);
/// Pixels from other programs as 8 or 16 bit, grey, RGB or RGBA.
Image fromClipboard(const QImage& image);

} // namespace palimpsest::ui
