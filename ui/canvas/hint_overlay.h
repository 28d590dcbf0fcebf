// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/canvas/view_transform.h"

#include <QImage>
#include <QRect>

class QPainter;

namespace palimpsest::ui {

/// Draws colour hints (an image of the picture's size, alpha 0 or 255) over the picture; painter and rectangle in
/// physical pixels.
void paintHints(QPainter& painter, const QImage& hints, const ViewTransform& view, const QRect& dirty);

} // namespace palimpsest::ui
