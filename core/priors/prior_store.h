// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priors/model_cache.h"
#include "core/priors/prior_catalogue.h"

namespace palimpsest {

/// The priors there are and the networks that are loaded; outlives every job.
struct PriorStore {
    PriorCatalogue catalogue;
    ModelCache networks;
};

} // namespace palimpsest
