// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/sampling/guidance.h"
#include "core/sampling/guidance_plan.h"
#include "core/sampling/measurement.h"
#include "core/sampling/start.h"
#include "core/sampling/step_rule.h"

#include <memory>
#include <string_view>

namespace palimpsest {

struct StepRuleEntry {
    std::string_view id;
    std::string_view description;
    ParameterSchemas (*schemas)();
    std::unique_ptr<StepRule> (*make)(const ParameterValues& complete);
};

struct GuidanceEntry {
    std::string_view id;
    std::string_view description;
    std::string_view evaluations; ///< of the denoiser, in words
    ParameterSchemas (*schemas)();
    GuidancePlan (*plan)(const ParameterValues& complete);
    std::unique_ptr<Guidance> (*make)(const ParameterValues& complete, Measurement measurement);
    bool takesNonlinear = false; ///< the operator need not be linear, if the measurement has no noise
};

struct StartEntry {
    std::string_view id;
    std::string_view description;
    ParameterSchemas (*schemas)();
    std::unique_ptr<Start> (*make)(const ParameterValues& complete, const at::Tensor& estimate);
};

const Catalogue<StepRuleEntry>& stepRuleCatalogue();
const Catalogue<GuidanceEntry>& guidanceCatalogue();
const Catalogue<StartEntry>& startCatalogue();

/// All of these throw Error(badArgument) for an unknown id or a value out of its schema's range.
std::unique_ptr<StepRule> makeStepRule(std::string_view id, const ParameterValues& values = {});
/// Every guidance but "none" needs a measurement (Bug); "none" leaves even that one alone until the end.
std::unique_ptr<Guidance> makeGuidance(std::string_view id, const ParameterValues& values, Measurement measurement);
/// The plan() that this guidance will have.
GuidancePlan guidancePlan(std::string_view id, const ParameterValues& values = {});
/// estimate: [1 or N, C,H,W] in the model's range [-1,1]; a start that needs none ignores it.
std::unique_ptr<Start> makeStart(std::string_view id, const ParameterValues& values = {},
                                 const at::Tensor& estimate = {});

} // namespace palimpsest
