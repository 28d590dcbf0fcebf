// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Deviations that all presets keep: norms are of each sample (as the papers' at a batch of one), the gradient is 0 at a
// perfect fit, and A^+ y is noised to the level t-1 instead of t.
#include "core/sampling/published_presets.h"

#include "core/base/error.h"

namespace palimpsest {
namespace {

bool isMask(std::string_view operatorId) { return operatorId == "inpainting-mask"; }

/// Chung, Sim, Ye 2022, section 4: the projection of eq. 12, from an estimate noised to t0 = 0.2 for holes, 0.1 for
/// super-resolution, every time of the prior below it.
PublishedPreset ccdf(std::string_view operatorId) {
    const double t0 = isMask(operatorId) ? 0.2 : 0.1;
    return {.id = "ccdf-2022",
            .description = "CCDF as published: projection from an estimate, every time below t0.",
            .guidance = "projection",
            .guidanceParameters = {{"noise-aware", false}},
            .steps = static_cast<int>(1000 * t0 + 0.5),
            .start = "estimate",
            .t0 = t0};
}

/// Chung, Sim, Ryu, Ye 2022, eq. 14-15 and appendix C: weight 1 over the norm of the residual for holes, 0.1 for
/// colorization and tomography; hard projection of y without regard to its noise.
PublishedPreset mcg(std::string_view operatorId) {
    return {.id = "mcg-2022",
            .description = "MCG as published: hard projection and gradient, 1000 steps.",
            .guidance = "mcg",
            .guidanceParameters = {{"scale", isMask(operatorId) ? 1.0 : 0.1}, {"noise-aware", false}}};
}

/// Kawar et al. 2022, section 4: 20 steps, eta = 0.85, eta_b = 1. The paper also starts from the noised A^+ y, not from
/// noise alone.
PublishedPreset ddrm(std::string_view) {
    return {.id = "ddrm-2022",
            .description = "DDRM as published: 20 steps.",
            .guidance = "ddrm",
            .guidanceParameters = {{"eta", 0.85}},
            .stepRule = "renoise",
            .stepRuleParameters = {{"share", 0.85 * 0.85}},
            .spacing = "leading",
            .steps = 20};
}

/// Lugmayr et al. 2022, section 5 and appendix: 250 times, jump length 10, 10 resamplings: 2410 evaluations.
PublishedPreset repaint(std::string_view) {
    return {.id = "repaint-2022",
            .description = "RePaint as published: 250 times, walked back and forth in 2410 steps.",
            .guidance = "repaint",
            .guidanceParameters = {{"travel-length", std::int64_t{10}},
                                   {"travel-repeats", std::int64_t{10}},
                                   {"noise-aware", false}},
            .spacing = "linspace",
            .steps = 250};
}

/// Wang, Yu, Zhang 2023, section 4: DDIM with eta 0.85 and 100 steps, without time travel but for hard masks.
PublishedPreset ddnm(std::string_view) {
    return {.id = "ddnm-2023",
            .description = "DDNM as published: 100 steps.",
            .guidance = "ddnm",
            .stepRule = "ddim",
            .stepRuleParameters = {{"eta", 0.85}},
            .spacing = "leading",
            .steps = 100};
}

/// Zhu et al. 2023, section 4.1 and its code: 100 steps, 20 for holes with share (zeta) 1, closer together near the
/// end; r is that of x_t / a. lambda is tuned there between 1 and 25 by task.
PublishedPreset diffPir(std::string_view operatorId) {
    const bool mask = isMask(operatorId);
    return {.id = "diffpir-2023",
            .description = "DiffPIR as published: 100 steps, 20 for holes.",
            .guidance = "diffpir",
            .guidanceParameters = {{"lambda", 1.0}, {"picture-deviation", 1000.0}},
            .stepRule = "renoise",
            .stepRuleParameters = {{"share", mask ? 1.0 : 0.3}},
            .spacing = "quadratic",
            .steps = mask ? 20 : 100};
}

/// Chung, Kim, McCann, Klasky, Ye 2023, algorithm 1 with the weights of the released settings: 0.5 for holes, 0.3 for
/// blurs and super-resolution, of the gradient of the norm that is not squared.
PublishedPreset dps(std::string_view operatorId) {
    return {.id = "dps-2023",
            .description = "DPS as published: 1000 steps through the network.",
            .guidance = "dps",
            .guidanceParameters = {{"scale", isMask(operatorId) ? 0.5 : 0.3}}};
}

/// Song, Vahdat, Mardani, Kautz 2023, algorithm 1: r^2 = 1 - alphaBar, 100 steps of DDIM; eta as in InverseBench
/// (2025).
PublishedPreset pigdm(std::string_view) {
    return {.id = "pigdm-2023",
            .description = "PiGDM as published: 100 steps through the network.",
            .guidance = "pigdm",
            .guidanceParameters = {{"scale", 1.0}, {"picture-deviation", 1.0}},
            .stepRule = "ddim",
            .stepRuleParameters = {{"eta", 0.2}},
            .spacing = "leading",
            .steps = 100};
}

/// Zhang et al. 2024, algorithm 1 and its 1000-evaluation setting: 200 levels, 5 steps of the flow, r that of x_t / a.
/// Its levels are those of EDM (exponent 7), for which `quadratic` stands; its Langevin draw is exact here.
PublishedPreset daps(std::string_view) {
    return {.id = "daps-2024",
            .description = "DAPS as published: 200 levels of 5 evaluations.",
            .guidance = "daps",
            .guidanceParameters = {{"ode-steps", std::int64_t{5}}, {"picture-deviation", 1000.0}},
            .stepRule = "renoise",
            .stepRuleParameters = {{"share", 1.0}},
            .spacing = "quadratic",
            .steps = 200};
}

/// Chung, Lee, Ye 2024, algorithm 1 and section 4: 50 steps of DDIM with eta 0.85, 5 conjugate gradients, gamma = 5.
PublishedPreset dds(std::string_view) {
    return {.id = "dds-2024",
            .description = "DDS as published: 50 steps, 5 conjugate gradients in each.",
            .guidance = "dds",
            .guidanceParameters = {{"iterations", std::int64_t{5}}, {"gamma", 5.0}},
            .stepRule = "ddim",
            .stepRuleParameters = {{"eta", 0.85}},
            .spacing = "leading",
            .steps = 50};
}

} // namespace

std::vector<PublishedPreset> publishedPresets(std::string_view operatorId) {
    std::vector<PublishedPreset> presets;
    for (const auto preset : {ccdf, mcg, ddrm, repaint, ddnm, diffPir, dps, pigdm, daps, dds}) {
        presets.push_back(preset(operatorId));
    }
    return presets;
}

PublishedPreset publishedPreset(std::string_view id, std::string_view operatorId) {
    std::string known;
    for (const PublishedPreset& preset : publishedPresets(operatorId)) {
        if (preset.id == id) {
            return preset;
        }
        known += (known.empty() ? "" : ", ") + preset.id;
    }
    throw Error(ErrorCode::badArgument, Message("there is no published preset \"%1\"", id),
                Message("choose one of %1", known));
}

} // namespace palimpsest
