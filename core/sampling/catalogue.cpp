// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/catalogue.h"

#include <ATen/core/Tensor.h>

#include <utility>

namespace palimpsest {

extern const StepRuleEntry kDdim;
extern const StepRuleEntry kDdpm;
extern const StepRuleEntry kDpmpp2M;
extern const StepRuleEntry kPredictorCorrector;
extern const StepRuleEntry kRenoise;
extern const GuidanceEntry kDaps;
extern const GuidanceEntry kDdnm;
extern const GuidanceEntry kDdrm;
extern const GuidanceEntry kDds;
extern const GuidanceEntry kDiffPir;
extern const GuidanceEntry kDps;
extern const GuidanceEntry kMcg;
extern const GuidanceEntry kMpgd;
extern const GuidanceEntry kNoGuidance;
extern const GuidanceEntry kPigdm;
extern const GuidanceEntry kProjection;
extern const GuidanceEntry kRepaint;
extern const StartEntry kEstimateStart;
extern const StartEntry kNoiseStart;

const Catalogue<StepRuleEntry>& stepRuleCatalogue() {
    static const StepRuleEntry entries[] = {
        kDdim, kDdpm, kDpmpp2M, kPredictorCorrector, kRenoise,
    };
    static const Catalogue<StepRuleEntry> catalogue("step rule", entries);
    return catalogue;
}

const Catalogue<GuidanceEntry>& guidanceCatalogue() {
    static const GuidanceEntry entries[] = {
        kDaps, kDdnm, kDdrm, kDds, kDiffPir, kDps, kMcg, kMpgd, kNoGuidance, kPigdm, kProjection, kRepaint,
    };
    static const Catalogue<GuidanceEntry> catalogue("guidance", entries);
    return catalogue;
}

const Catalogue<StartEntry>& startCatalogue() {
    static const StartEntry entries[] = {
        kEstimateStart,
        kNoiseStart,
    };
    static const Catalogue<StartEntry> catalogue("start", entries);
    return catalogue;
}

std::unique_ptr<StepRule> makeStepRule(std::string_view id, const ParameterValues& values) {
    const StepRuleEntry& entry = stepRuleCatalogue().at(id);
    return entry.make(validated(entry.schemas(), values, Message("%1", id)));
}

std::unique_ptr<Guidance> makeGuidance(std::string_view id, const ParameterValues& values, Measurement measurement) {
    const GuidanceEntry& entry = guidanceCatalogue().at(id);
    return entry.make(validated(entry.schemas(), values, Message("%1", id)), std::move(measurement));
}

GuidancePlan guidancePlan(std::string_view id, const ParameterValues& values) {
    const GuidanceEntry& entry = guidanceCatalogue().at(id);
    return entry.plan(validated(entry.schemas(), values, Message("%1", id)));
}

std::unique_ptr<Start> makeStart(std::string_view id, const ParameterValues& values, const at::Tensor& estimate) {
    const StartEntry& entry = startCatalogue().at(id);
    return entry.make(validated(entry.schemas(), values, Message("%1", id)), estimate);
}

} // namespace palimpsest
