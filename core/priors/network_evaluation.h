// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/model_import.h"
#include "core/priors/prior_store.h"

namespace palimpsest {

/// One evaluation of a prior's network in float32 on the CPU, as its authors' code makes it: their time label, their
/// raw output. See NetworkEvaluation. Throws Error(badInput) for arrays that do not fit the network, Error(badArgument)
/// for a class that it does not have or lacks.
void runNetworkEvaluation(const NetworkEvaluation& evaluation, PriorStore& store);

} // namespace palimpsest
