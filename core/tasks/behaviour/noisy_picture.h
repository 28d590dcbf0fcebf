// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palimpsest {

/// [0,1] units: from here on the defaults take a picture for a noisy one.
inline constexpr double kNoisy = 0.02;

} // namespace palimpsest
