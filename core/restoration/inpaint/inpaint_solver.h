// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/solver.h"

#include <memory>

namespace palimpsest {

/// Restores holes in crops around them, region by region and sample by sample, and blends the results into the picture.
std::unique_ptr<Solver> makeInpaintSolver(const Problem& problem);

} // namespace palimpsest
