// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace palimpsest {

/// Waves of the time: the cosines of time * 10000^(-k / half) for k = 0 .. half - 1, then the sines; half = width / 2.
/// (Others put the sines first or divide by half - 1: weights of the one are noise to the other.)
/// time: [N]; width: even. Returns [N, width] in the dtype and on the device of `options`; angles are taken in float64,
/// as an angle of 999 in float32 is off by 3e-5.
at::Tensor sinusoidalEmbedding(const at::Tensor& time, std::int64_t width, const at::TensorOptions& options);

/// Sines, then cosines, of 2 pi W ln(sigma), in the dtype of W: angles in float32 are off by up to 1e-4, and whoever
/// trained such a network trained it with that.
/// sigma: [N], above zero, any dtype; W: [C]. Returns [N,2C].
/// Sources: Tancik et al. 2020 (Fourier features); Song et al. 2021 (score-based generative modeling), appendix H.
at::Tensor gaussianFourierEmbedding(const at::Tensor& sigma, const at::Tensor& W);

} // namespace palimpsest
