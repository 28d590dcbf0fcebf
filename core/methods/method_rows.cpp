// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/method_rows.h"

#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/methods/recipes.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/published_presets.h"

#include <limits>
#include <map>

namespace palimpsest {
namespace {

template <const char* kGuidance>
MethodSettings sampled(const MethodRequest&) {
    return fromNoise(kGuidance);
}

/// Scales of the gradient for 50 steps, by photo-search: papers give theirs for 1000, where one step is smaller.
constexpr double kDpsScale = 10;
constexpr double kMcgScale = 3;

MethodSettings scaled(MethodSettings settings, double scale) {
    settings.guidanceParameters["scale"] = scale;
    return settings;
}

constexpr char kDaps[] = "daps";
constexpr char kDdnm[] = "ddnm";
constexpr char kDdrm[] = "ddrm";
constexpr char kDds[] = "dds";
constexpr char kDiffPir[] = "diffpir";
constexpr char kDps[] = "dps";
constexpr char kMcg[] = "mcg";
constexpr char kMpgd[] = "mpgd";
constexpr char kPigdm[] = "pigdm";
constexpr char kProjection[] = "projection";
constexpr char kRepaint[] = "repaint";

std::vector<MethodEntry> ownRows() {
    using enum MethodScope;
    using enum MethodKind;
    return {
        {"default", "Default",
         "The best that the search found for the task; further variants are drawn from the prior around it.", everyTask,
         taskDefault},
        {"fill", "Feed-forward fill", "The feed-forward network alone, coarse to fine: one answer, in seconds.", listed,
         recipe, [](const MethodRequest& request) { return feedForwardFill(request.holes); }},
        {"posterior-mean", "Posterior mean",
         "One evaluation of the prior at the picture's own noise: the mean of all clean pictures that fit.", listed,
         recipe, [](const MethodRequest&) { return posteriorMean(); }},
        {kDaps, "DAPS",
         "Decoupled noise annealing (Zhang 2024): a short run of its own for every estimate; thorough, many "
         "evaluations.",
         everyTask, recipe, sampled<kDaps>},
        {kDdnm, "DDNM",
         "Range-null space decomposition (Wang 2023): the estimate is made to fit before every step; no gradient.",
         everyTask, recipe, sampled<kDdnm>},
        {kDdrm, "DDRM", "Sampling in the measurement's own coordinates (Kawar 2022): each by its noise; no gradient.",
         linearTasks, recipe, sampled<kDdrm>},
        {kDds, "DDS",
         "A few conjugate-gradient steps towards the measurement on every estimate (Chung 2024); no gradient.",
         linearTasks, recipe, sampled<kDds>},
        {kDiffPir, "DiffPIR",
         "Every estimate is balanced against the measurement by their noise (Zhu 2023); no gradient.", everyTask,
         recipe, sampled<kDiffPir>},
        {kDps, "DPS",
         "Diffusion posterior sampling (Chung 2023): a gradient step after every step; two to three times the time.",
         everyTask, recipe, [](const MethodRequest&) { return scaled(withGraph(fromNoise(kDps)), kDpsScale); }},
        {kMcg, "MCG",
         "Manifold constrained gradients (Chung, Sim 2022): projection by the noise, and gradient; two to three times "
         "the time.",
         linearTasks, recipe, [](const MethodRequest&) { return scaled(withGraph(fromNoise(kMcg)), kMcgScale); }},
        {kMpgd, "MPGD",
         "A gradient step on every estimate, not through the network (He 2024); no gradient of the network.", everyTask,
         recipe, sampled<kMpgd>},
        {kPigdm, "PiGDM",
         "Pseudo-inverse guidance (Song 2023): a gradient weighed by the measurement's spectrum; two to three times "
         "the time.",
         linearTasks, recipe, [](const MethodRequest&) { return withGraph(fromNoise(kPigdm)); }},
        {kProjection, "Projection", "Replacement of the measured part at every noise level (Song 2021); no gradient.",
         linearTasks, recipe, sampled<kProjection>},
        {kRepaint, "RePaint",
         "Replacement of the known part with repeated travel back in time (Lugmayr 2022); many evaluations.",
         linearTasks, recipe, sampled<kRepaint>},
    };
}

/// How a paper's method is written.
std::string publishedTitle(const std::string& preset) {
    static const std::map<std::string, std::string_view> written = {
        {"ccdf", "CCDF"},       {"daps", "DAPS"}, {"ddnm", "DDNM"}, {"ddrm", "DDRM"},   {"dds", "DDS"},
        {"diffpir", "DiffPIR"}, {"dps", "DPS"},   {"mcg", "MCG"},   {"pigdm", "PiGDM"}, {"repaint", "RePaint"}};
    const std::size_t dash = preset.rfind('-');
    return std::string(written.at(preset.substr(0, dash))) + " " + preset.substr(dash + 1);
}

/// As published: one level, no feed-forward network, the paper's schedule.
MethodSettings published(std::string_view id, std::string_view operatorId) {
    const PublishedPreset preset = publishedPreset(id, operatorId);
    const LevelRecipe recipe{preset.t0, preset.steps};
    const MethodSettings settings{.refineWithFill = false,
                                  .coarsest = recipe,
                                  .finer = recipe,
                                  .guidance = preset.guidance,
                                  .stepRule = preset.stepRule,
                                  .spacing = preset.spacing,
                                  .guidanceParameters = preset.guidanceParameters,
                                  .stepRuleParameters = preset.stepRuleParameters,
                                  .coarsestRadius = std::numeric_limits<double>::infinity()};
    return guidancePlan(preset.guidance, preset.guidanceParameters).needsGraph ? withGraph(settings) : settings;
}

std::vector<MethodEntry> allRows() {
    std::vector<MethodEntry> rows = ownRows();
    for (const PublishedPreset& preset : publishedPresets("inpainting-mask")) {
        rows.push_back({preset.id, publishedTitle(preset.id), preset.description, MethodScope::linearTasks,
                        MethodKind::published});
    }
    for (const ClassicalFill& fill : classicalFills()) {
        rows.push_back({fill.id, fill.title, fill.description, MethodScope::listed, MethodKind::classical});
    }
    for (const ClassicalRestorer& restorer : classicalRestorers()) {
        rows.push_back({restorer.id, restorer.title, restorer.description, MethodScope::listed, MethodKind::classical});
    }
    return rows;
}

/// px: holes of this half width and less (scratches, letters) are solved at full size when no good classical estimate
/// is affordable; wider ones gain from a deep pyramid.
constexpr double kThinRadius = 8;
constexpr double kDeepRadius = 4;

} // namespace

bool MethodEntry::serves(const TaskDescription& task) const {
    return scope == MethodScope::everyTask || (scope == MethodScope::linearTasks && task.isLinear) ||
           task.hasMethod(id);
}

const Catalogue<MethodEntry>& methodCatalogue() {
    static const std::vector<MethodEntry> rows = allRows();
    static const Catalogue<MethodEntry> catalogue("method", rows);
    return catalogue;
}

MethodSettings settingsOf(const MethodEntry& method, const MethodRequest& request, std::string_view operatorId) {
    switch (method.kind) {
    case MethodKind::recipe:
        return method.recipe(request);
    case MethodKind::published:
        return published(method.id, operatorId);
    case MethodKind::classical:
        return classicalAlone(method.id);
    case MethodKind::taskDefault:
        break;
    }
    throw Bug("the default is the task's own");
}

MethodSettings feedForwardFill(const HoleStatistics& holes) {
    MethodSettings settings;
    settings.coarsestRadius = holes.radius > kThinRadius ? kDeepRadius : kThinRadius;
    return settings;
}

} // namespace palimpsest
