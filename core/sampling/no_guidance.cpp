// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/catalogue.h"

namespace palimpsest {
namespace {

ParameterSchemas schemas() { return {}; }

GuidancePlan plan(const ParameterValues&) { return {}; }

std::unique_ptr<Guidance> make(const ParameterValues&, Measurement measurement) {
    if (measurement.isEmpty()) {
        return std::make_unique<Guidance>();
    }
    return std::make_unique<MeasurementGuidance>(GuidancePlan{}, std::move(measurement));
}

} // namespace

extern const GuidanceEntry kNoGuidance;
const GuidanceEntry kNoGuidance{
    "none", "Samples the prior; the measurement is ignored until the end.", "1 per step", schemas, plan, make, true};

} // namespace palimpsest
