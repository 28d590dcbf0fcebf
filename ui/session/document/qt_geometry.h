// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/geometry.h"

#include <QRect>
#include <QSize>

namespace palimpsest::ui {

inline QRect toQRect(const Rect& rect) { return {rect.x, rect.y, rect.width, rect.height}; }

inline Rect fromQRect(const QRect& rect) { return {rect.x(), rect.y(), rect.width(), rect.height()}; }

inline QSize toQSize(const Size& size) { return {size.width, size.height}; }

/// The whole of a picture of this size.
inline Rect wholeOf(const Size& size) { return {0, 0, size.width, size.height}; }

} // namespace palimpsest::ui
