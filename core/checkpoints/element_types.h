// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <c10/core/ScalarType.h>

namespace palimpsest {

at::ScalarType scalarTypeOf(ElementType type);
/// Throws Bug for one that no file holds.
ElementType elementTypeOf(at::ScalarType type);

} // namespace palimpsest
