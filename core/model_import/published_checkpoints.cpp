// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model_import/published_checkpoints.h"

#include <algorithm>
#include <filesystem>

namespace palimpsest {
namespace {

using Answers = std::map<std::string, std::string>;

const Answers kAdm256{{"heads", "64-channels"}, {"attention-order", "legacy"}, {"schedule", "linear"},
                      {"size", "256"},          {"prediction", "eps"},         {"value-range", "-1..1"}};
constexpr std::string_view kNonCommercial = "CC-BY-NC-SA-4.0";

Answers with(Answers answers, const Answers& changes) {
    for (const auto& [name, value] : changes) {
        answers[name] = value;
    }
    return answers;
}

/// The table of Dhariwal & Nichol 2021 and of works that train their network again.
// clang-format off
std::vector<PublishedCheckpoint> admCheckpoints() {
    const Answers medical{{"schedule", "linear"}, {"size", "256"}, {"prediction", "eps"}};
    return {
        {"adm", "imagenet-256", "ADM, ImageNet 256 px", "MIT", "ImageNet.", {"256x256_diffusion_uncond.pt", "diffusion_openai.pt"}, 566,
         552'814'086, kAdm256},
        {"adm", "lsun-bedroom-256", "ADM, LSUN bedrooms 256 px", "MIT", "LSUN bedroom.", {"lsun_bedroom.pt"}, 566, 552'814'086, kAdm256},
        {"adm", "lsun-cat-256", "ADM, LSUN cats 256 px", "MIT", "LSUN cat.", {"lsun_cat.pt"}, 566, 552'814'086, kAdm256},
        {"adm", "lsun-horse-256", "ADM, LSUN horses 256 px", "MIT", "LSUN horse.", {"lsun_horse.pt", "lsun_horse_nodropout.pt"}, 566,
         552'814'086, kAdm256},
        {"adm", "celeba-hq-256-repaint", "RePaint, CelebA-HQ 256 px", kNonCommercial, "CelebA-HQ.", {"celeba256_250000.pt"}, 566,
         552'814'086, kAdm256},
        {"adm", "places-256-repaint", "RePaint, Places2 256 px", kNonCommercial, "Places2.", {"places256_300000.pt"}, 566, 552'814'086,
         kAdm256},
        {"adm", "imagenet-256-classes", "ADM, ImageNet 256 px by class", "MIT", "ImageNet.", {"256x256_diffusion.pt"}, 567, 553'838'086,
         kAdm256},
        {"adm", "imagenet-512-classes", "ADM, ImageNet 512 px by class", "MIT", "ImageNet.", {"512x512_diffusion.pt"}, 645, 558'997'638,
         with(kAdm256, {{"size", "512"}})},
        {"adm", "imagenet-128-classes", "ADM, ImageNet 128 px by class", "MIT", "ImageNet.", {"128x128_diffusion.pt"}, 493, 421'529'606,
         with(kAdm256, {{"size", "128"}, {"heads", "4"}})},
        {"adm", "imagenet-64-classes", "ADM, ImageNet 64 px by class", "MIT", "ImageNet.", {"64x64_diffusion.pt"}, 541, 295'904'454,
         with(kAdm256, {{"size", "64"}, {"attention-order", "new"}, {"schedule", "cosine"}})},
        {"adm", "ffhq-256", "FFHQ faces 256 px", "BSD-3-Clause", "FFHQ, whose pictures are licensed for non-commercial use.",
         {"ffhq_10m.pt", "ffhq_baseline.pt", "diffusion_ffhq_10m.pt"}, 362, 93'563'910, kAdm256},
        {"adm", "aapm-ct-256-dds", "DDS, CT slices 256 px", "", "AAPM low-dose CT.", {"AAPM256_1M.pt"}, 362, 374'022'658, medical},
        {"adm", "fastmri-knee-320-dds", "DDS, knees 320 px", "", "fastMRI knee, real and imaginary parts.",
         {"fastmri_knee_320_complex_1m.pt"}, 362, 374'029'572, with(medical, {{"size", "320"}})},
    };
}
// clang-format on

/// Works on medical pictures by the authors of MCG and score-MRI, and the networks of score-SDE. Those of one layout
/// differ in nothing that shapes tell; what their noise was is told by the files that are known by name.
// clang-format off
std::vector<PublishedCheckpoint> scoreSdeCheckpoints() {
    const Answers noise{{"noise", "ve"}, {"sigma-min", "0.01"}, {"sigma-max", "378"}, {"value-range", "0..1"}, {"skip-rescale", "yes"}};
    constexpr std::size_t kGrey = 521;
    constexpr std::int64_t kGreyParameters = 61'433'601;
    constexpr std::size_t kColour = 645;
    constexpr std::int64_t kColourParameters = 65'574'549;
    return {
        {"ncsnpp", "aapm-ct-256", "MCG, CT slices 256 px", "", "AAPM low-dose CT.", {"checkpoint_185.pth"}, kGrey, kGreyParameters,
         with(noise, {{"size", "256"}})},
        {"ncsnpp", "fastmri-knee-320", "score-MRI, knees 320 px", "", "fastMRI knee, magnitudes.", {"checkpoint_95.pth"}, kGrey,
         kGreyParameters, with(noise, {{"size", "320"}})},
        {"ncsnpp", "lsun-bedroom-256-score", "score-SDE, LSUN bedrooms 256 px", "", "LSUN bedroom.", {"bedroom_ncsnpp.pth"}, kColour,
         kColourParameters, with(noise, {{"size", "256"}})},
        {"ncsnpp", "lsun-church-256-score", "score-SDE, LSUN churches 256 px", "", "LSUN church.", {"church_ncsnpp.pth"}, kColour,
         kColourParameters, with(noise, {{"size", "256"}, {"sigma-max", "380"}})},
        {"ncsnpp", "ffhq-256-score", "score-SDE, FFHQ faces 256 px", "", "FFHQ.", {"ffhq_256_ncsnpp.pth"}, kColour, kColourParameters,
         with(noise, {{"size", "256"}, {"sigma-max", "348"}})},
        {"ncsnpp", "celeba-hq-256-score", "score-SDE, CelebA-HQ faces 256 px", "", "CelebA-HQ.", {"celebahq_256_ncsnpp.pth"}, kColour,
         kColourParameters, with(noise, {{"size", "256"}, {"sigma-max", "348"}})},
        {"ncsnpp", "ffhq-1024-score", "score-SDE, FFHQ faces 1024 px", "", "FFHQ.", {"ffhq_1024_ncsnpp.pth"}, 553, 105'785'896,
         with(noise, {{"size", "1024"}, {"sigma-max", "1348"}})},
        {"ncsnpp", "cifar-10-ddpmpp", "score-SDE, DDPM++ of CIFAR-10", "", "CIFAR-10.", {"cifar10_ddpmpp.pth"}, 564, 61'804'419,
         {{"noise", "vp"}, {"fir", "no"}, {"schedule", "linear"}, {"prediction", "eps"}, {"value-range", "-1..1"}, {"skip-rescale", "yes"},
          {"size", "32"}}},
    };
}
// clang-format on

/// "Simple" DDPM networks of 256 px: faces and LSUN scenes have one configuration.
std::vector<PublishedCheckpoint> ddpmCheckpoints() {
    const Answers answers{{"schedule", "linear"}, {"size", "256"}, {"prediction", "eps"}, {"value-range", "-1..1"}};
    constexpr std::size_t kTensors = 450;
    constexpr std::int64_t kParameters = 113'673'219;
    return {
        {"simple-ddpm",
         "celeba-hq-256-ddpm",
         "SDEdit, CelebA-HQ faces 256 px",
         "",
         "CelebA-HQ.",
         {"celeba_hq.ckpt"},
         kTensors,
         kParameters,
         answers},
        {"simple-ddpm",
         "lsun-bedroom-256-ddpm",
         "DDPM, LSUN bedrooms 256 px",
         "MIT",
         "LSUN bedroom.",
         {"bedroom.ckpt", "ema_diffusion_lsun_bedroom_model-2388000.ckpt"},
         kTensors,
         kParameters,
         answers},
        {"simple-ddpm",
         "lsun-church-256-ddpm",
         "DDPM, LSUN churches 256 px",
         "MIT",
         "LSUN church.",
         {"church_outdoor.ckpt", "ema_diffusion_lsun_church_model-4432000.ckpt"},
         kTensors,
         kParameters,
         answers},
    };
}

std::vector<PublishedCheckpoint> allCheckpoints() {
    std::vector<PublishedCheckpoint> all = admCheckpoints();
    for (const auto& more : {scoreSdeCheckpoints(), ddpmCheckpoints()}) {
        all.insert(all.end(), more.begin(), more.end());
    }
    return all;
}

bool named(const PublishedCheckpoint& checkpoint, const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    return std::find(checkpoint.fileNames.begin(), checkpoint.fileNames.end(), name) != checkpoint.fileNames.end();
}

/// What every one of them says.
Answers common(const std::vector<const PublishedCheckpoint*>& candidates) {
    Answers answers = candidates.front()->answers;
    for (const PublishedCheckpoint* one : candidates) {
        std::erase_if(answers, [&](const auto& entry) {
            const auto found = one->answers.find(entry.first);
            return found == one->answers.end() || found->second != entry.second;
        });
    }
    return answers;
}

} // namespace

const std::vector<PublishedCheckpoint>& publishedCheckpoints() {
    static const std::vector<PublishedCheckpoint> checkpoints = allCheckpoints();
    return checkpoints;
}

PublishedMatch publishedMatch(std::string_view family, std::size_t tensors, std::int64_t parameters,
                              const std::string& path) {
    PublishedMatch match;
    for (const PublishedCheckpoint& one : publishedCheckpoints()) {
        if (one.family == family && one.tensors == tensors && one.parameters == parameters) {
            match.candidates.push_back(&one);
            if (named(one, path)) {
                match.checkpoint = &one;
                match.isNamed = true;
            }
        }
    }
    if (match.candidates.size() == 1) {
        match.checkpoint = match.candidates.front();
    }
    if (match.checkpoint) {
        match.answers = match.checkpoint->answers;
    } else if (!match.candidates.empty()) {
        match.answers = common(match.candidates);
    }
    return match;
}

} // namespace palimpsest
