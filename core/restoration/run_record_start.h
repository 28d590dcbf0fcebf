// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/provenance/run_record.h"
#include "core/restoration/solver.h"
#include "core/tensor/compute_setup.h"

namespace palimpsest {

/// The record of a run that begins: what was asked for, what was chosen where that left it open, and what it works on.
RunRecord startedRecord(const RestoreSpec& asked, const Solver& solver, const ComputeSetup& setup,
                        const RestoreInput& input);

} // namespace palimpsest
