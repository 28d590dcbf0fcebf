// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"

namespace palimpsest {

/// "picture-deviation", the same for all guidances that weigh an estimate by estimateVariance().
ParameterSchema pictureDeviationSchema();
/// Of complete values.
double pictureDeviationFrom(const ParameterValues& values);

} // namespace palimpsest
