// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/wrapper_names.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace palimpsest {
namespace {

template <std::size_t Count>
bool isAmong(const std::array<std::string_view, Count>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Words of letters, in lower case: "state_dict_EMA" has "state", "dict" and "ema".
std::vector<std::string> wordsOf(std::string_view path) {
    std::vector<std::string> words(1);
    for (const unsigned char c : path) {
        if (std::isalpha(c)) {
            words.back() += static_cast<char>(std::tolower(c));
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

} // namespace

std::string withoutMarkers(const std::string& name) {
    static constexpr std::array<std::string_view, 5> kMarkers{
        "_orig_mod", "_fsdp_wrapped_module", "_checkpoint_wrapped_module", "_forward_module", "_fpw_module"};
    std::string result;
    for (std::size_t start = 0; start <= name.size();) {
        const std::size_t end = std::min(name.find('.', start), name.size());
        const std::string segment = name.substr(start, end - start);
        if (!isAmong(kMarkers, segment)) {
            result += (result.empty() ? "" : ".") + segment;
        }
        start = end + 1;
    }
    return result.empty() ? name : result;
}

bool isWrapper(std::string_view segment) {
    static constexpr std::array<std::string_view, 34> kWrappers{
        "module",         "model",           "net",         "network",
        "unet",           "diffusion_model", "ema_model",   "denoise_fn",
        "denoiser",       "denoise_model",   "ema",         "model_ema",
        "ema_unet",       "unet_ema",        "ema_net",     "net_ema",
        "ema_denoise_fn", "online_model",    "inner_model", "score_model",
        "score_net",      "eps_model",       "noise_model", "noise_net",
        "diffusion",      "backbone",        "generator",   "netG",
        "averaged_model", "swa_model",       "shadow",      "teacher",
        "student",        "state_dict"};
    return isAmong(kWrappers, segment);
}

bool saysAverage(std::string_view path) {
    static constexpr std::array<std::string_view, 8> kWords{"swa",      "polyak", "avg",     "teacher",
                                                            "modelema", "netema", "unetema", "paramsema"};
    const std::vector<std::string> words = wordsOf(path);
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return isAmong(kWords, word) || word.starts_with("ema") || word.find("shadow") != std::string::npos ||
               word.find("average") != std::string::npos;
    });
}

bool saysLatestState(std::string_view segment) { return segment == "online_model" || segment == "student"; }

bool isBuffer(const std::string& name, const std::vector<std::int64_t>& shape) {
    static constexpr std::array<std::string_view, 6> kAlways{
        "sigmas", "running_mean", "running_var", "num_batches_tracked", "total_ops", "total_params"};
    static constexpr std::array<std::string_view, 7> kCounters{"n_averaged", "num_updates", "decay", "initted",
                                                               "step",       "global_step", "epoch"};
    static constexpr std::array<std::string_view, 17> kSchedule{"betas",
                                                                "alphas",
                                                                "alphas_cumprod",
                                                                "alphas_cumprod_prev",
                                                                "sqrt_alphas_cumprod",
                                                                "sqrt_one_minus_alphas_cumprod",
                                                                "log_one_minus_alphas_cumprod",
                                                                "sqrt_recip_alphas_cumprod",
                                                                "sqrt_recipm1_alphas_cumprod",
                                                                "posterior_variance",
                                                                "posterior_log_variance_clipped",
                                                                "posterior_mean_coef1",
                                                                "posterior_mean_coef2",
                                                                "p2_loss_weight",
                                                                "loss_weight",
                                                                "lvlb_weights",
                                                                "snr"};
    const std::string_view last = std::string_view(name).substr(name.rfind('.') + 1); // npos + 1 is 0
    std::int64_t count = 1;
    for (const std::int64_t side : shape) {
        count *= side;
    }
    return isAmong(kAlways, last) || (isAmong(kCounters, last) && count == 1) ||
           (isAmong(kSchedule, last) && shape.size() == 1);
}

} // namespace palimpsest
