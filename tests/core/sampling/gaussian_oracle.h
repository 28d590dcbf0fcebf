// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/gaussian_denoiser.h"
#include "core/operators/catalogue.h"
#include "core/sampling/catalogue.h"
#include "core/sampling/sample.h"
#include "core/schedules/catalogue.h"
#include "core/schedules/timestep_spacing.h"

#include <ATen/ATen.h>

#include <cmath>
#include <memory>
#include <numeric>

namespace palimpsest {

/// Mean and covariance of a distribution over images of n values: [n] and [n,n], float64.
struct Moments {
    at::Tensor mean;
    at::Tensor covariance;
};

inline Moments momentsOf(const at::Tensor& samples) {
    const at::Tensor flat = samples.detach().to(at::kDouble).flatten(1);
    const at::Tensor mean = flat.mean(0);
    const at::Tensor centred = flat - mean;
    return {mean, centred.t().matmul(centred) / static_cast<double>(flat.size(0) - 1)};
}

/// How far samples are from the truth: the error of the mean in units of the root mean square deviation of the truth,
/// and the relative error of the covariance in the Frobenius norm.
struct Discrepancy {
    double mean = 0;
    double covariance = 0;
};

inline Discrepancy discrepancy(const Moments& found, const Moments& truth) {
    const double spread = truth.covariance.trace().sqrt().item<double>();
    return {(found.mean - truth.mean).norm().item<double>() / spread,
            ((found.covariance - truth.covariance).norm() / truth.covariance.norm()).item<double>()};
}

/// A prior of correlated pixels over images of 1 x 4 x 4 values and a measurement of some of them: the posterior in
/// closed form.
class GaussianOracle {
public:
    explicit GaussianOracle(double sigmaY = 0, at::ScalarType dtype = at::kDouble) : noiseModel{sigmaY}, dtype_(dtype) {
        const at::Tensor index = at::arange(kPixels, at::kDouble);
        const at::Tensor row = (index / kSide).floor();
        const at::Tensor column = index - kSide * row;
        const at::Tensor distance =
            ((row.unsqueeze(0) - row.unsqueeze(1)).square() + (column.unsqueeze(0) - column.unsqueeze(1)).square())
                .sqrt();
        prior = {0.4 * (index * 0.9).sin(), 0.25 * (-distance / 2).exp()};
        known = (index * 7).fmod(16).lt(9); // nine pixels in no pattern
        // A likely picture, not the mean: three quarters of a standard deviation along a smooth direction.
        const at::Tensor truth = prior.mean + 0.75 * std::sqrt(0.25) * (index * 0.35).cos();
        const at::Tensor noise = sigmaY * (index * 2.3).sin();
        measurement = at::where(known, truth + noise, at::zeros_like(truth));
    }

    static constexpr std::int64_t kSide = 4;
    static constexpr std::int64_t kPixels = kSide * kSide;

    Shape shape() const { return {1, kSide, kSide}; }
    at::TensorOptions options() const { return at::TensorOptions(dtype_); }
    GaussianDenoiser denoiser() const { return {prior.mean.to(dtype_).view(shape()), prior.covariance.to(dtype_)}; }
    std::unique_ptr<LinearOperator> op() const {
        return makeOperator("inpainting-mask", {}, {shape(), options(), known.view({kSide, kSide})});
    }
    at::Tensor y() const { return measurement.to(dtype_).view(withBatch(1, shape())); }
    Measurement measured() const { return {.A = op(), .y = y(), .noise = noiseModel}; }

    /// Of the whole image given y (Bishop 2006, eq. 2.116). Pixels known without noise have variance 0.
    Moments posterior() const {
        const at::Tensor at = known.nonzero().flatten();
        const at::Tensor cross = prior.covariance.index_select(1, at);
        const double variance = noiseModel.sigmaY * noiseModel.sigmaY;
        const at::Tensor ofData = cross.index_select(0, at) + variance * at::eye(at.size(0), at::kDouble);
        const at::Tensor gain = at::linalg_solve(ofData, cross.t()).t();
        const at::Tensor surprise = measurement.index_select(0, at) - prior.mean.index_select(0, at);
        return {prior.mean + gain.matmul(surprise), prior.covariance - gain.matmul(cross.t())};
    }

    Moments prior;
    at::Tensor known;       ///< [n] bool
    at::Tensor measurement; ///< [n], zero in the hole
    NoiseModel noiseModel;

private:
    at::ScalarType dtype_;
};

inline std::vector<std::uint64_t> firstSamples(std::size_t count) {
    std::vector<std::uint64_t> samples(count);
    std::iota(samples.begin(), samples.end(), 0);
    return samples;
}

} // namespace palimpsest
