// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/sampling/guidance.h"
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
    bool needsGradient;           ///< through the denoiser: about twice the time and several times the memory of a step
    std::string_view evaluations; ///< of the denoiser, in words
    ParameterSchemas (*schemas)();
    std::unique_ptr<Guidance> (*make)(const ParameterValues& complete);
    bool takesNonlinear = false; ///< the measurement need not be a linear one, if it has no noise
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

/// All three throw Error(badArgument) for an unknown id or a value out of its schema's range.
std::unique_ptr<StepRule> makeStepRule(std::string_view id, const ParameterValues& values = {});
std::unique_ptr<Guidance> makeGuidance(std::string_view id, const ParameterValues& values = {});
/// estimate: [1 or N, C,H,W] in the model's range [-1,1]; a start that needs none ignores it.
std::unique_ptr<Start> makeStart(std::string_view id, const ParameterValues& values = {},
                                 const at::Tensor& estimate = {});

} // namespace palimpsest
