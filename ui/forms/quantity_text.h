// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace palimpsest::ui {

/// "14 s", "3 min 20 s", "2 h 5 min", translated.
QString durationText(double seconds);
/// "374 MB", in steps of 1000 and the current locale.
QString byteText(std::int64_t bytes);
/// "93.6 million", of parameters; below a million the number itself.
QString countText(std::int64_t count);

} // namespace palimpsest::ui
