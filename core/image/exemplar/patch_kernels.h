// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace palimpsest {

/// Sum of squared differences of two patches of 7 rows of `values` numbers each, which begin at a and b; something not
/// below `limit` as soon as that is sure. stride: values from row to row of the picture.
float patchDistance(const float* a, const float* b, std::ptrdiff_t stride, int values, float limit);

} // namespace palimpsest
