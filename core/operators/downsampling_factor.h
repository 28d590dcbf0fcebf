// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/parameter.h"
#include "core/tensor/shape.h"

#include <cstdint>

namespace palimpsest {

/// The parameter "factor" of the operators that make pictures smaller.
ParameterSchema downsamplingFactorSchema();

/// The factor, from complete values. Throws Error(badInput) if it is not 2, 4 or 8, if it does not divide height and
/// width, or if they hold less than `leastOutputs` times the factor.
std::int64_t downsamplingFactor(const ParameterValues& values, const Shape& domain, std::int64_t leastOutputs);

/// [C,H/f,W/f]
Shape downsampledShape(const Shape& domain, std::int64_t factor);

} // namespace palimpsest
