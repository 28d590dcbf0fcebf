// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/restoration/compute_setup.h"
#include "core/methods/method_settings.h"
#include "core/provenance/run_record.h"
#include "core/engine/restore_input.h"

namespace palimpsest {

/// The record of a run that begins: what was asked for, what every "auto" became, and what it works on.
RunRecord startedRecord(const RestoreSpec& spec, const MethodSettings& settings, const ComputeSetup& setup, const RestoreInput& input);

} // namespace palimpsest
