// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace palimpsest::ui {

enum class ThemeChoice { system, light, dark };

/// Colours of the Fusion style for a bright or a dim room.
QPalette themePalette(bool isDark);
/// Gives the application style, palette and icon theme; icons that were loaded before stay as they are.
void applyTheme(bool isDark);
/// Whether the palette in use is a dark one.
bool isDarkTheme();

} // namespace palimpsest::ui
