// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/method_catalogue.h"

#include "core/base/error.h"
#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/sampling/catalogue.h"

#include <algorithm>
#include <deque>
#include <limits>

namespace palimpsest {
namespace {

/// Pieces that carry a graph are kept small: a gradient holds every activation.
constexpr int kTileWithGraph = 256;

MethodSettings classical(std::string id) {
    return {.firstEstimate = std::move(id), .refineWithFill = false, .coarsestRadius = std::numeric_limits<double>::infinity()};
}

/// px: a grey picture is coloured at this size first, where the prior sees all of it.
constexpr int kColourSide = 96;

MethodSettings fromNoise(const char* guidance) {
    return {.firstEstimate = "auto",
            .refineWithFill = false,
            .coarsest = {1.0, 50},
            .finer = {0.3, 12},
            .guidance = guidance,
            .coarsestRadius = 8,
            .coarsestSide = kColourSide};
}

MethodSettings withGraph(MethodSettings settings) {
    settings.tileSide = kTileWithGraph;
    return settings;
}

/// px: holes of this half width and less (scratches, letters) are solved at full size when no good classical estimate is
/// affordable; wider ones gain from a deep pyramid.
constexpr double kThinRadius = 8;
constexpr double kDeepRadius = 4;
/// px: with the frequency selective estimate, the pyramid needs to be no deeper than this.
constexpr double kFrequencyRadius = 16;
/// Pixels of the coarsest level that the frequency selective fill is given: more would take longer than the network.
constexpr double kFrequencyPixels = 100000;

double coarsestPixels(const Region& region) {
    auto pixels = static_cast<double>(region.covered);
    for (double radius = region.radius; radius > kFrequencyRadius; radius /= 2) {
        pixels /= 4;
    }
    return pixels;
}

MethodSettings feedForward(const Region& region) {
    MethodSettings settings;
    settings.coarsestRadius = region.radius > kThinRadius ? kDeepRadius : kThinRadius;
    return settings;
}

/// Found by `palimpsest bench search` on tests/benchmarks/search_pictures; DECISIONS.md has the figures. The first variant is the
/// best single estimate, the feed-forward network's; the others are drawn from the prior around it: sharper, and each
/// different, at a small loss in every measure of likeness.
MethodSettings defaultForHoles(const Situation& situation) {
    MethodSettings settings = feedForward(situation.region);
    if (coarsestPixels(situation.region) <= kFrequencyPixels) {
        settings.firstEstimate = "fsr";
        settings.coarsestRadius = kFrequencyRadius;
        settings.fillViews = 4;
    }
    if (situation.sample > 0) {
        settings.coarsest = {0.35, 8};
        settings.finer = {0.2, 6};
    }
    return settings;
}

/// The posterior mean of a noisy picture is one evaluation of the denoiser at its noise level.
MethodSettings posteriorMean() {
    return {.firstEstimate = "none", .refineWithFill = false, .coarsest = {1.0, 1}, .finer = {1.0, 1}, .startsAtItsNoise = true, .guidance = "none"};
}

MethodSettings defaultFor(const Situation& situation) {
    if (situation.task == "inpaint") {
        return defaultForHoles(situation);
    }
    if (situation.task == "denoise") {
        MethodSettings settings = posteriorMean();
        settings.coarsest.steps = situation.sample > 0 ? 12 : 1;
        return settings;
    }
    MethodSettings settings = fromNoise("ddnm");
    if (situation.task == "upscale" || situation.task == "deblur") {
        settings.coarsest = {0.3, 20};
        settings.guidance = "diffpir";
    }
    return settings;
}

constexpr const char* kAll = "*";

template <const char* kGuidance>
MethodSettings sampled(const Situation&) {
    return fromNoise(kGuidance);
}

template <const char* kGuidance>
MethodSettings sampledWithGraph(const Situation&) {
    return withGraph(fromNoise(kGuidance));
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

const std::vector<MethodEntry>& writtenRows() {
    static const std::vector<MethodEntry> rows = {
        {"default", "Default", "The best that the search found for the task; further variants are drawn from the prior around it.", kAll,
         defaultFor},
        {"fill", "Feed-forward fill", "The feed-forward network alone, coarse to fine: one answer, in seconds.", "inpaint",
         [](const Situation& situation) { return feedForward(situation.region); }},
        {"posterior-mean", "Posterior mean", "One evaluation of the prior at the picture's own noise: the mean of all clean pictures that fit.",
         "denoise", [](const Situation&) { return posteriorMean(); }},
        {kDaps, "DAPS", "Decoupled noise annealing (Zhang 2024): a short run of its own for every estimate; thorough, many evaluations.", kAll,
         sampled<kDaps>},
        {kDdnm, "DDNM", "Range-null space decomposition (Wang 2023): the estimate is made to fit before every step; no gradient.", kAll,
         sampled<kDdnm>},
        {kDdrm, "DDRM", "Sampling in the measurement's own coordinates (Kawar 2022): each by its noise; no gradient.", kAll, sampled<kDdrm>},
        {kDds, "DDS", "A few conjugate-gradient steps towards the measurement on every estimate (Chung 2024); no gradient.", kAll, sampled<kDds>},
        {kDiffPir, "DiffPIR", "Every estimate is balanced against the measurement by their noise (Zhu 2023); no gradient.", kAll, sampled<kDiffPir>},
        {kDps, "DPS", "Diffusion posterior sampling (Chung 2023): a gradient step after every step; two to three times the time.", kAll,
         sampledWithGraph<kDps>},
        {kMcg, "MCG", "Manifold constrained gradients (Chung, Sim 2022): projection by the noise, and gradient; two to three times the time.", kAll,
         sampledWithGraph<kMcg>},
        {kMpgd, "MPGD", "A gradient step on every estimate, not through the network (He 2024); no gradient of the network.", kAll, sampled<kMpgd>},
        {kPigdm, "PiGDM", "Pseudo-inverse guidance (Song 2023): a gradient weighed by the measurement's spectrum; two to three times the time.", kAll,
         sampledWithGraph<kPigdm>},
        {kProjection, "Projection", "Replacement of the measured part at every noise level (Song 2021); no gradient.", kAll, sampled<kProjection>},
        {kRepaint, "RePaint", "Replacement of the known part with repeated travel back in time (Lugmayr 2022); many evaluations.", kAll,
         sampled<kRepaint>},
    };
    return rows;
}

/// The tasks of a classical method, separated by spaces; kept as long as the program runs.
std::string_view joined(const std::vector<std::string>& tasks) {
    static std::deque<std::string> kept;
    std::string text;
    for (const std::string& task : tasks) {
        text += (text.empty() ? "" : " ") + task;
    }
    return kept.emplace_back(std::move(text));
}

std::vector<MethodEntry> allRows() {
    std::vector<MethodEntry> rows = writtenRows();
    for (const ClassicalFill& fill : classicalFills()) {
        rows.push_back({fill.id, fill.title, fill.description, "inpaint", nullptr});
    }
    for (const ClassicalRestorer& restorer : classicalRestorers()) {
        rows.push_back({restorer.id, restorer.title, restorer.description, joined(restorer.tasks), nullptr});
    }
    return rows;
}

std::vector<std::string> classicalFillIds() {
    std::vector<std::string> ids;
    for (const ClassicalFill& fill : classicalFills()) {
        ids.push_back(fill.id);
    }
    return ids;
}

bool hasParameters(const MethodEntry& method) { return method.settings({.sample = 1}).usesPrior(); }

ParameterSchemas prefixed(const std::string& prefix, ParameterSchemas schemas) {
    for (ParameterSchema& schema : schemas) {
        schema.name = prefix + "." + schema.name;
        schema.advanced = true;
    }
    return schemas;
}

ParameterValues withoutPrefix(const std::string& prefix, const ParameterValues& values) {
    ParameterValues own;
    for (const auto& [name, value] : values) {
        if (name.starts_with(prefix + ".")) {
            own[name.substr(prefix.size() + 1)] = value;
        }
    }
    return own;
}

void overrideStart(MethodSettings& settings, const RestoreSpec& spec) {
    if (spec.start == "noise") {
        settings.coarsest.t0 = 1;
        settings.coarsest.steps = std::max(settings.coarsest.steps, 50);
        settings.refineWithFill = false;
    } else if (spec.start == "estimate" && settings.coarsest.t0 >= 1) {
        settings.coarsest = settings.finer;
        settings.refineWithFill = true;
    }
    if (spec.estimate == "photo-fill") {
        settings.refineWithFill = true;
    } else if (spec.estimate != "auto") {
        settings.firstEstimate = spec.estimate;
        settings.refineWithFill = false;
        if (!classicalFills().find(spec.estimate) && !classicalRestorers().find(spec.estimate)) { // a picture of the user's is as large as the result
            settings.coarsestRadius = std::numeric_limits<double>::infinity();
            settings.coarsest = settings.coarsest.t0 < 1 ? settings.coarsest : settings.finer;
        }
    }
}

void overrideRecipes(MethodSettings& settings, const RestoreSpec& spec) {
    if (spec.t0 > 0) {
        settings.coarsest.t0 = spec.t0;
        settings.finer.t0 = settings.finer.t0 > 0 ? std::min(spec.t0, settings.finer.t0) : spec.t0;
        const int fallback = spec.t0 >= 1 ? 50 : 12;
        settings.coarsest.steps = settings.coarsest.steps > 0 ? settings.coarsest.steps : fallback;
        settings.finer.steps = settings.finer.steps > 0 ? settings.finer.steps : fallback;
    }
    if (spec.steps > 0) {
        settings.coarsest.steps = spec.steps;
        settings.finer.steps = spec.steps;
    }
    if (spec.stepRule != "auto") {
        settings.stepRule = spec.stepRule;
    }
    if (spec.tile > 0) {
        settings.tileSide = spec.tile;
    }
}

} // namespace

const Catalogue<MethodEntry>& methodCatalogue() {
    static const std::vector<MethodEntry> rows = allRows();
    static const Catalogue<MethodEntry> catalogue("method", rows);
    return catalogue;
}

MethodSettings MethodEntry::settings(const Situation& situation) const {
    return settingsOf ? settingsOf(situation) : classical(std::string(id));
}

ParameterSchemas parametersOf(const MethodEntry& method) {
    const MethodSettings settings = method.settings({});
    if (const ClassicalRestorer* restorer = classicalRestorers().find(method.id)) {
        return prefixed("classical", restorer->parameters);
    }
    if (settings.isClassical()) {
        return {};
    }
    ParameterSchemas schemas{{.name = "pyramid.radius", .type = ParameterType::real, .defaultValue = settings.coarsestRadius,
                              .minimum = 1, .maximum = 1e6, .unit = "px",
                              .description = "The picture is halved until no hole has a larger radius than this.",
                              .advanced = true}};
    if (settings.refineWithFill) {
        schemas.push_back({.name = "fill.views", .type = ParameterType::integer, .defaultValue = std::int64_t{settings.fillViews},
                           .minimum = 1, .maximum = 8, .unit = "evaluations",
                           .description = "Mirrored and turned views of which the feed-forward fill is averaged.",
                           .advanced = true});
        schemas.push_back({.name = "fill.first", .type = ParameterType::choice, .defaultValue = settings.firstEstimate,
                           .description = "The classical fill that the feed-forward network improves.",
                           .choices = classicalFillIds(), .advanced = true});
    }
    if (!hasParameters(method)) {
        return schemas;
    }
    for (const ParameterSchemas& more : {prefixed("guidance", guidanceCatalogue().at(settings.guidance).schemas()),
                                         prefixed("step-rule", stepRuleCatalogue().at(settings.stepRule).schemas())}) {
        schemas.insert(schemas.end(), more.begin(), more.end());
    }
    return schemas;
}

bool MethodEntry::serves(std::string_view task) const {
    return tasks == kAll || (" " + std::string(tasks) + " ").find(" " + std::string(task) + " ") != std::string::npos;
}

const MethodEntry& methodOf(const RestoreSpec& spec) {
    const MethodEntry& method = methodCatalogue().at(spec.method == "auto" ? "default" : spec.method);
    if (!method.serves(spec.task)) {
        throw Error(ErrorCode::badArgument, "the method " + std::string(method.id) + " does not serve the task " + spec.task,
                    "palimpsest methods lists what serves which task");
    }
    return method;
}

MethodSettings settingsFor(const RestoreSpec& spec, const Situation& situation) {
    const MethodEntry& method = methodOf(spec);
    MethodSettings settings = method.settings(situation);
    if (situation.task == "inpaint" && settings.firstEstimate == "auto") {
        settings.firstEstimate = MethodSettings{}.firstEstimate;
    }
    const ParameterValues values = validated(parametersOf(method), spec.parameters, "the method " + std::string(method.id));
    if (hasParameters(method)) {
        overrideStart(settings, spec);
        overrideRecipes(settings, spec);
        settings.guidanceParameters = withoutPrefix("guidance", spec.parameters);
        settings.stepRuleParameters = withoutPrefix("step-rule", spec.parameters);
    }
    if (spec.parameters.contains("pyramid.radius")) {
        settings.coarsestRadius = std::get<double>(values.at("pyramid.radius"));
    }
    if (spec.parameters.contains("fill.views")) {
        settings.fillViews = static_cast<int>(std::get<std::int64_t>(values.at("fill.views")));
    }
    if (spec.parameters.contains("fill.first")) {
        settings.firstEstimate = std::get<std::string>(values.at("fill.first"));
    }
    return settings;
}

} // namespace palimpsest
