// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model_import/weight_set.h"

namespace palimpsest {

/// score_sde_pytorch (models/ema.py) saves its moving averages as a bare list, in the order of the model's parameters
/// that are trained. The names come from the state of the model in the same file (without buffers), whose order is the
/// same. The frozen matrix of a Fourier embedding (a "W" of one dimension) has no average and is taken from the state
/// itself. Every shape is compared. Throws Error(badInput) that names the first tensor that does not fit.
WeightSet namedAverages(const WeightSet& averages, const WeightSet& state);

} // namespace palimpsest
