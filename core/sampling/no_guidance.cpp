// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/catalogue.h"

namespace palimpsest {
namespace {

ParameterSchemas schemas() { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues&) { return std::make_unique<Guidance>(); }

} // namespace

extern const GuidanceEntry kNoGuidance;
const GuidanceEntry kNoGuidance{"none", "Samples the prior; the measurement is ignored until the end.", false, "1 per step",
                                schemas, make, true};

} // namespace palimpsest
