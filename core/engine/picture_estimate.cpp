// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/picture_estimate.h"

#include "core/engine/first_estimate.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

/// Of a picture's values, about 0, in model units: how much less likely the pseudo-inverse makes large values than small ones.
constexpr double kPictureDeviation = 0.5;

/// argmin |A x - y|^2 / sigma^2 + |x|^2 / kPictureDeviation^2; without noise A^+ y.
at::Tensor regularisedInverse(const Measurement& measured) {
    const LinearOperator& A = *measured.A;
    if (measured.noise.isNoiseless()) {
        return A.pseudoInverse(measured.y);
    }
    const double ratio = measured.noise.sigmaY / kPictureDeviation;
    const Shape& domain = A.domain();
    return A.proxL2(at::zeros({1, domain[0], domain[1], domain[2]}, measured.y.options()), measured.y, ratio * ratio);
}

} // namespace

at::Tensor withMargin(const at::Tensor& x, Size margin) {
    if (margin.width == 0 && margin.height == 0) {
        return x;
    }
    return at::replication_pad2d(x, {margin.width, margin.width, margin.height, margin.height});
}

at::Tensor firstPictureEstimate(const std::string& id, const RestoreSpec& spec, const PictureTensors& input,
                                const Measurement& measured, const std::stop_token&) {
    (void)id;
    (void)spec;
    (void)input;
    return regularisedInverse(measured).clamp(-1, 1);
}

} // namespace palimpsest
