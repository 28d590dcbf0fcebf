// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/crop_source.h"
#include "core/training/hole_filler.h"
#include "core/training/objective.h"
#include "core/training/train_settings.h"
#include "core/training/training_photos.h"

namespace palimpsest {

/// Inpainting in one evaluation. The network sees the picture without the hole (3 channels), the hole (1) and a first
/// estimate (3), and answers with what to add to the estimate inside the hole. Three quarters of the samples get their
/// estimate from the network itself, from one or two coarser levels, as in a pyramid at run time.
/// Loss, inside the hole: Charbonnier distance sqrt(d^2 + 0.01^2) and, with a quarter of its weight, the absolute error
/// of the differences between neighbours, which keeps edges; a hole's weight grows with the square root of its area.
class FillObjective final : public Objective {
public:
    /// `photos` must outlive this.
    FillObjective(const TrainSettings& settings, const TrainingPhotos& photos, HoleFiller filler);

    TrainingBatch batch(std::int64_t step) const override;
    at::Tensor loss(const Network& network, const TrainingBatch& batch) const override;
    /// Peak signal-to-noise ratio in the hole, mean over the validation set, of the Navier-Stokes estimate, of one
    /// evaluation on it and of a pyramid of three levels, for blobs, scratches and text.
    /// Sheet: without hole | estimate | pyramid | ground truth.
    Validation validate(const Network& network) const override;

private:
    void makeValidationSet(const TrainingPhotos& photos);
    at::Tensor validationAnswer(const Network& network, int levels) const;

    TrainSettings settings_;
    HoleFiller filler_;
    CropSource crops_;
    TrainingBatch validation_; ///< fixed: one third blobs, one third scratches, one third text
};

} // namespace palimpsest
