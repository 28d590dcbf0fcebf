// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

namespace palimpsest {

/// "noise-aware", the same for all guidances that were published with a hard projection.
ParameterSchema noiseAwareSchema();
/// Of complete values.
bool noiseAwareFrom(const ParameterValues& values);

} // namespace palimpsest
