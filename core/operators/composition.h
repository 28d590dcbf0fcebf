// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/linear_operator.h"

#include <memory>
#include <vector>

namespace palimpsest {

/// A = A_n ... A_2 A_1 of `operators` in the order in which they act: the first is the first to touch the picture.
/// Closed forms where they are exact: if A A^* is diagonal (a mask after grey, grey after a mask, area means of grey),
/// and if A_1 A_1^* = c I (then A_1 drops out: a blur or a bicubic downsampling of grey keeps its own closed forms).
/// Otherwise conjugate gradients. Throws Bug for an empty list, and where a range is not the next domain.
std::unique_ptr<LinearOperator> composed(std::vector<std::unique_ptr<LinearOperator>> operators);

} // namespace palimpsest
