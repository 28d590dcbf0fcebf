// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model_import/weight_set.h"
#include "core/networks/ncsnpp/ncsnpp_config.h"

#include <optional>

namespace palimpsest {

/// The configuration as far as the way down tells it: channels, widths, blocks, attention, the input's pyramid. Throws
/// Error(badInput) if the modules follow each other in no way that is known.
NcsnppConfig ncsnppLayout(const WeightSet& weights);

/// Whether pictures are resampled with a filter, as far as the weights of a convolution that does so tell.
std::optional<bool> filtersWhereItResamples(const WeightSet& weights);

} // namespace palimpsest
