// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/sampling/dense_operator.h"
#include "tests/core/sampling/gaussian_oracle.h"

#include <string>

namespace palimpsest {

/// A prior of correlated colours and pixels over images of 3 x 4 x 4 values, measured by any linear operator, with or
/// without noise: the posterior in closed form.
class LinearOracle {
public:
    LinearOracle(const std::string& operatorId, double sigmaY) : noiseModel{sigmaY}, A(make(operatorId)) {
        const GaussianOracle grey;
        const at::Tensor colours = at::full({3, 3}, 0.6, at::kDouble) + 0.4 * at::eye(3, at::kDouble);
        const at::Tensor index = at::arange(kValues, at::kDouble);
        prior = {0.4 * (index * 0.9).sin(), at::kron(colours, grey.prior.covariance)};
        matrix = matrixOf(*A);
        truth = prior.mean + 0.375 * (index * 0.35).cos();
        const at::Tensor clean = matrix.matmul(truth);
        // The noise of a mask does not reach the hole, where nothing is measured.
        const at::Tensor measured = matrix.abs().sum(1) > 1e-12;
        measurement = clean + sigmaY * (at::arange(clean.size(0), at::kDouble) * 2.3).sin() * measured;
    }

    static constexpr std::int64_t kValues = 48;

    static std::unique_ptr<LinearOperator> make(const std::string& id) {
        const Shape shape{3, 4, 4};
        const OperatorData data{.domain = shape,
                                .options = at::kDouble,
                                .mask = (at::arange(16) * 7).fmod(16).lt(9).view({4, 4}),
                                .kernel = kernel()};
        if (id == "dense") { // ten rows, singular values from 1.3 to 0.002
            const at::Tensor index = at::arange(10 * kValues, at::kDouble);
            const at::Tensor rows = (index * index * 0.37).sin().view({10, kValues}) / 5;
            const auto [U, S, V] = at::linalg_svd(rows, false);
            return std::make_unique<DenseOperator>(shape,
                                                   (U * (S * (-0.7 * at::arange(10, at::kDouble)).exp())).matmul(V));
        }
        if (id == "blur") {
            // Its matrix, since Fourier transforms of tiny pictures one by one are slow.
            const auto blur = makeOperator(id, {{"boundary", std::string("circular")}, {"threshold", 1e-3}}, data);
            return std::make_unique<SpectralDenseOperator>(shape, matrixOf(*blur));
        }
        return makeOperator(
            id, id == "downsample-area" ? ParameterValues{{"factor", std::string("2")}} : ParameterValues{}, data);
    }

    GaussianDenoiser denoiser() const { return {prior.mean.view({3, 4, 4}), prior.covariance}; }
    at::Tensor y() const { return measurement.view(withBatch(1, A->range())); }
    Measurement measured() const { return {.A = A, .y = y(), .noise = noiseModel}; }

    Moments posterior() const {
        const double variance = noiseModel.sigmaY * noiseModel.sigmaY;
        const at::Tensor cross = prior.covariance.matmul(matrix.t());
        const at::Tensor ofData = matrix.matmul(cross) + variance * at::eye(matrix.size(0), at::kDouble);
        const at::Tensor gain = cross.matmul(at::linalg_pinv(ofData, 1e-10, true));
        return {prior.mean + gain.matmul(measurement - matrix.matmul(prior.mean)),
                prior.covariance - gain.matmul(cross.t())};
    }

    Moments prior;
    at::Tensor matrix;      ///< [range, 48]
    at::Tensor truth;       ///< [48]
    at::Tensor measurement; ///< [range]
    NoiseModel noiseModel;
    std::shared_ptr<const LinearOperator> A;

private:
    static at::Tensor matrixOf(const LinearOperator& A) {
        return A.forward(at::eye(kValues, at::kDouble).view({kValues, 3, 4, 4})).flatten(1).t().contiguous();
    }

    /// Singular values from 1 to 0.04.
    static at::Tensor kernel() {
        const at::Tensor row = at::tensor({0.2, 0.6, 0.2}, at::kDouble);
        return row.unsqueeze(1) * row.unsqueeze(0);
    }
};

} // namespace palimpsest
