// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/gaussian_denoiser.h"

#include <vector>

namespace palimpsest {

/// The exact denoiser of a mixture of Gaussians: the components' estimates, weighted by how likely x_t is under each.
/// A prior with several modes, which a Gaussian one cannot stand for.
class GaussianMixtureDenoiser : public Denoiser {
public:
    /// weights: positive, normalised here; as many as components, all of one shape. Throws Bug otherwise.
    GaussianMixtureDenoiser(const std::vector<double>& weights, std::vector<GaussianDenoiser> components);
    Prediction predict(const at::Tensor& xt, const Step& step) const override;

private:
    std::vector<double> logWeights_;
    std::vector<GaussianDenoiser> components_;
};

} // namespace palimpsest
