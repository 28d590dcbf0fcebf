// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palimpsest {

/// Version of the program, written into run records.
inline constexpr const char* kVersion = "0.2.0";

} // namespace palimpsest
