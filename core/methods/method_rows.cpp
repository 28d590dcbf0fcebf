// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/method_rows.h"

#include "core/image/classical_fill.h"
#include "core/image/classical_restorer.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/published_presets.h"

#include <deque>
#include <limits>
#include <map>

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
MethodSettings defaultForHoles(const MethodRequest& request) {
    MethodSettings settings = feedForward(request.region);
    if (coarsestPixels(request.region) <= kFrequencyPixels) {
        settings.firstEstimate = "fsr";
        settings.coarsestRadius = kFrequencyRadius;
        settings.fillViews = 4;
    }
    if (request.sample > 0) {
        settings.coarsest = {0.35, 8};
        settings.finer = {0.2, 6};
    }
    return settings;
}

/// The posterior mean of a noisy picture is one evaluation of the denoiser at its noise level.
MethodSettings posteriorMean() {
    return {.firstEstimate = "none", .refineWithFill = false, .coarsest = {1.0, 1}, .finer = {1.0, 1}, .startsAtItsNoise = true, .guidance = "none"};
}

/// [0,1] units: from here on a picture counts as noisy.
constexpr double kNoisy = 0.02;

/// A short run from a classical estimate.
MethodSettings fromEstimate(const char* guidance, const char* estimate, LevelRecipe recipe) {
    MethodSettings settings = fromNoise(guidance);
    settings.firstEstimate = estimate;
    settings.coarsest = recipe;
    return settings;
}

/// Few steps from noise at a small size, every five of them walked six times, which makes colours agree with each other; the larger
/// sizes only follow. 37 evaluations where there are two larger sizes.
MethodSettings colours() {
    MethodSettings settings = fromNoise("ddnm");
    settings.coarsest.steps = 8;
    settings.finer.steps = 2;
    settings.guidanceParameters = {{"travel-length", std::int64_t{5}}, {"travel-repeats", std::int64_t{6}}};
    return settings;
}

/// Found by `palimpsest bench photo-search` on tests/benchmarks/search_pictures; DECISIONS.md has the figures. Few evaluations
/// from a good estimate are nearer to the truth than many; further variants take more, and differ.
MethodSettings defaultFor(const MethodRequest& request) {
    const bool isFirst = request.sample == 0;
    const bool isNoisy = request.sigma >= kNoisy;
    if (request.task == "inpaint") {
        return defaultForHoles(request);
    }
    if (request.task == "denoise") {
        MethodSettings settings = posteriorMean();
        settings.coarsest.steps = isFirst ? 1 : 12;
        return settings;
    }
    if (request.task == "dejpeg") {
        MethodSettings settings = posteriorMean();
        settings.guidance = "ddnm";
        settings.coarsest.steps = isFirst ? 1 : 12;
        return settings;
    }
    if (request.task == "declip") {
        MethodSettings settings = fromNoise("ddnm");
        settings.coarsest.steps = 20;
        return settings;
    }
    if (request.task == "upscale") {
        if (!isFirst) {
            return fromEstimate("diffpir", "auto", {0.3, 10});
        }
        return isNoisy ? fromEstimate("diffpir", "auto", {0.3, 3}) : withGraph(fromEstimate("pigdm", "auto", {0.1, 2}));
    }
    if (request.task == "deblur") {
        if (request.sigma <= 0) {
            return fromEstimate("repaint", "total-variation", {0.5, 8}); // 18 evaluations
        }
        return fromEstimate("diffpir", "total-variation", !isFirst ? LevelRecipe{0.5, 10} : isNoisy ? LevelRecipe{0.35, 3} : LevelRecipe{0.2, 1});
    }
    if (request.task == "old-photo") {
        return fromEstimate("diffpir", "auto", {0.5, 10});
    }
    return colours();
}

constexpr const char* kAll = "*";
/// Tasks whose measurement is a matrix.
constexpr const char* kLinear = "inpaint colorize upscale deblur denoise old-photo";

template <const char* kGuidance>
MethodSettings sampled(const MethodRequest&) {
    return fromNoise(kGuidance);
}

template <const char* kGuidance>
MethodSettings sampledWithGraph(const MethodRequest&) {
    return withGraph(fromNoise(kGuidance));
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

const std::vector<MethodEntry>& writtenRows() {
    static const std::vector<MethodEntry> rows = {
        {"default", "Default", "The best that the search found for the task; further variants are drawn from the prior around it.", kAll,
         defaultFor},
        {"fill", "Feed-forward fill", "The feed-forward network alone, coarse to fine: one answer, in seconds.", "inpaint",
         [](const MethodRequest& request) { return feedForward(request.region); }},
        {"posterior-mean", "Posterior mean", "One evaluation of the prior at the picture's own noise: the mean of all clean pictures that fit.",
         "denoise", [](const MethodRequest&) { return posteriorMean(); }},
        {kDaps, "DAPS", "Decoupled noise annealing (Zhang 2024): a short run of its own for every estimate; thorough, many evaluations.", kAll,
         sampled<kDaps>},
        {kDdnm, "DDNM", "Range-null space decomposition (Wang 2023): the estimate is made to fit before every step; no gradient.", kAll,
         sampled<kDdnm>},
        {kDdrm, "DDRM", "Sampling in the measurement's own coordinates (Kawar 2022): each by its noise; no gradient.", kLinear, sampled<kDdrm>},
        {kDds, "DDS", "A few conjugate-gradient steps towards the measurement on every estimate (Chung 2024); no gradient.", kLinear, sampled<kDds>},
        {kDiffPir, "DiffPIR", "Every estimate is balanced against the measurement by their noise (Zhu 2023); no gradient.", kAll, sampled<kDiffPir>},
        {kDps, "DPS", "Diffusion posterior sampling (Chung 2023): a gradient step after every step; two to three times the time.", kAll,
         [](const MethodRequest&) { return scaled(withGraph(fromNoise(kDps)), kDpsScale); }},
        {kMcg, "MCG", "Manifold constrained gradients (Chung, Sim 2022): projection by the noise, and gradient; two to three times the time.", kLinear,
         [](const MethodRequest&) { return scaled(withGraph(fromNoise(kMcg)), kMcgScale); }},
        {kMpgd, "MPGD", "A gradient step on every estimate, not through the network (He 2024); no gradient of the network.", kAll, sampled<kMpgd>},
        {kPigdm, "PiGDM", "Pseudo-inverse guidance (Song 2023): a gradient weighed by the measurement's spectrum; two to three times the time.", kLinear,
         sampledWithGraph<kPigdm>},
        {kProjection, "Projection", "Replacement of the measured part at every noise level (Song 2021); no gradient.", kLinear, sampled<kProjection>},
        {kRepaint, "RePaint", "Replacement of the known part with repeated travel back in time (Lugmayr 2022); many evaluations.", kLinear,
         sampled<kRepaint>},
    };
    return rows;
}

/// How a paper's method is written.
std::string_view guidanceTitle(const std::string& id) {
    static const std::map<std::string, std::string_view> written = {
        {"ccdf", "CCDF"}, {"daps", "DAPS"}, {"ddnm", "DDNM"}, {"ddrm", "DDRM"}, {"dds", "DDS"}, {"diffpir", "DiffPIR"},
        {"dps", "DPS"}, {"mcg", "MCG"}, {"pigdm", "PiGDM"}, {"repaint", "RePaint"}};
    return written.at(id);
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

/// The operator of a task, by which papers choose their settings.
std::string_view operatorOf(std::string_view task) {
    if (task == "inpaint" || task == "old-photo") {
        return "inpainting-mask";
    }
    return task == "colorize" ? "grey" : task == "upscale" ? "downsample-bicubic" : task == "deblur" ? "blur" : "identity";
}

/// As published: one level, no feed-forward network, the paper's schedule.
MethodSettings published(std::string_view id, std::string_view task) {
    const PublishedPreset preset = publishedPreset(id, operatorOf(task));
    const LevelRecipe recipe{preset.t0, preset.steps};
    MethodSettings settings{.firstEstimate = "auto",
                            .refineWithFill = false,
                            .coarsest = recipe,
                            .finer = recipe,
                            .guidance = preset.guidance,
                            .stepRule = preset.stepRule,
                            .spacing = preset.spacing,
                            .guidanceParameters = preset.guidanceParameters,
                            .stepRuleParameters = preset.stepRuleParameters,
                            .coarsestRadius = std::numeric_limits<double>::infinity()};
    return makeGuidance(preset.guidance, preset.guidanceParameters)->needsGraph() ? withGraph(settings) : settings;
}

std::string titleOf(const std::string& preset) {
    const std::size_t dash = preset.rfind('-');
    return std::string(guidanceTitle(preset.substr(0, dash))) + " " + preset.substr(dash + 1);
}

/// Kept as long as the program runs.
const std::vector<std::string>& presetTitles() {
    static const std::vector<std::string> titles = [] {
        std::vector<std::string> made;
        for (const PublishedPreset& preset : publishedPresets("inpainting-mask")) {
            made.push_back(titleOf(preset.id));
        }
        return made;
    }();
    return titles;
}

} // namespace

std::vector<MethodEntry> methodRows() {
    std::vector<MethodEntry> rows = writtenRows();
    static const std::vector<PublishedPreset> presets = publishedPresets("inpainting-mask");
    for (std::size_t i = 0; i < presets.size(); ++i) {
        rows.push_back({presets[i].id, presetTitles()[i], presets[i].description, kLinear, nullptr});
    }
    for (const ClassicalFill& fill : classicalFills()) {
        rows.push_back({fill.id, fill.title, fill.description, "inpaint", nullptr});
    }
    for (const ClassicalRestorer& restorer : classicalRestorers()) {
        rows.push_back({restorer.id, restorer.title, restorer.description, joined(restorer.tasks), nullptr});
    }
    return rows;
}

MethodSettings MethodEntry::settings(const MethodRequest& request) const {
    if (isPublished()) {
        return published(id, request.task);
    }
    return settingsOf ? settingsOf(request) : classical(std::string(id));
}

bool MethodEntry::serves(std::string_view task) const {
    return tasks == kAll || (" " + std::string(tasks) + " ").find(" " + std::string(task) + " ") != std::string::npos;
}

} // namespace palimpsest
