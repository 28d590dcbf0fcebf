// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/display_frame.h"
#include "core/image/image.h"

#include <QImage>

namespace palimpsest::ui {

/// The frame's pixels without a copy (they live as long as the QImage does): Format_RGB32.
QImage qimageView(const DisplayFrame& frame);

/// The picture as the screen shows it: [0,1] becomes 0 .. 255, values beyond are clipped, NaN is black. Format_RGB32,
/// or Format_ARGB32_Premultiplied if the picture has alpha.
QImage toQImage(const Image& image);

} // namespace palimpsest::ui
