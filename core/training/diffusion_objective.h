// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schedules/noise_schedule.h"
#include "core/training/crop_source.h"
#include "core/training/objective.h"
#include "core/training/train_settings.h"
#include "core/training/training_photos.h"

namespace palimpsest {

/// Denoising with v = sqrt(alphaBar) eps - sqrt(1 - alphaBar) x0 as the answer (Salimans & Ho 2022), on the cosine
/// schedule of T = 1000 steps (Nichol & Dhariwal 2021, equation 17), the loss weighted by min(SNR, 5) / (SNR + 1)
/// (min-SNR, Hang et al. 2023, for v).
class DiffusionObjective final : public Objective {
public:
    /// `photos` must outlive this.
    DiffusionObjective(const TrainSettings& settings, const TrainingPhotos& photos);

    TrainingBatch batch(std::int64_t step) const override;
    at::Tensor loss(const Network& network, const TrainingBatch& batch) const override;
    /// Mean squared error of the predicted noise at five times, on the validation set. Sheet: the noisy picture and the
    /// estimate of x0 for each time, then the ground truth; the last column is drawn from pure noise with 50
    /// deterministic DDIM steps.
    Validation validate(const Network& network) const override;

private:
    at::Tensor drawFromNoise(const Network& network, std::int64_t count) const;

    TrainSettings settings_;
    CropSource crops_;
    NoiseSchedule schedule_;
    at::Tensor validation_; ///< [N,3,S,S]
};

} // namespace palimpsest
