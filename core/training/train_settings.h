// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace palimpsest {

/// Everything that decides a training run, apart from the photos.
struct TrainSettings {
    std::string kind = "fill"; ///< fill | diffusion
    std::string outputFolder;  ///< gets checkpoint.safetensors, the prior and sample sheets
    int cropSide = 64;         ///< px
    int batch = 16;
    std::int64_t steps = 0;         ///< total number of steps; 0: as many as `minutes` allow
    double minutes = 0;             ///< total time of training, over all runs that resume it; 0: as `steps` says
    std::int64_t cooldownSteps = 0; ///< the last of `steps`, during which the learning rate falls to zero
    double cooldownMinutes = 0;     ///< likewise of `minutes`
    int warmupSteps = 500;
    double learningRate = 1e-3;
    double weightDecay = 0.01;
    double clipNorm = 1.0; ///< of the gradient
    double emaDecay = 0.999;
    bool bfloat16 = true;       ///< compute in bfloat16; the weights themselves stay float32
    std::string device = "cpu"; ///< as LibTorch calls it
    std::uint64_t seed = 1;
    double checkpointMinutes = 5;
    int loaderThreads = 1;
    bool resume = false; ///< go on from the checkpoint in the output folder
};

} // namespace palimpsest
