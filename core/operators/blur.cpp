// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Blur: y = k * x, the same for all channels.
//
// circular: the picture continues at its opposite border; A is diagonal under the FFT with the values K, and all has a
// closed form. The pseudo-inverse leaves out the frequencies with |K| <= threshold max |K|: it treats as not measured
// what the blur has all but removed, and would multiply the noise there by more than 1 / threshold. forward, adjoint
// and prox are exact.
//
// real: y is the part that needs nothing beyond the borders (range smaller than domain by the kernel less one pixel),
// which is that part of the circular blur: A = crop C. Pseudo-inverse and prox solve (A A^* + rho) u = r by conjugate
// gradients, preconditioned with crop (C C^* + rho)^-1 crop^*, and return A^* u. The pseudo-inverse is damped where the
// circular one cuts off: rho = (threshold max |K|)^2, which limits what it does to noise to 1 / (2 threshold).
// At most 50 steps: measured on 256 px in float32, the normal equations are then met to 1e-5 for rho of 0.01 and more,
// and to 1e-5 (sigma 1, disk 4) to 4e-4 (sigma 3) for rho = 1e-4.
#include "core/base/error.h"
#include "core/operators/blur_kernel.h"
#include "core/operators/catalogue.h"
#include "core/operators/conjugate_gradient.h"
#include "core/operators/sample_by_sample.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

constexpr int kSteps = 50;
constexpr double kTolerance = 1e-5; // of float32 solutions: what the FFTs inside leave exact

/// The FFT of the kernel with its centre at the first pixel: [H,W/2+1] complex128.
at::Tensor frequencyResponse(const at::Tensor& kernel, const Shape& domain) {
    at::Tensor whole = at::zeros({domain[1], domain[2]}, at::kDouble);
    whole.narrow(0, 0, kernel.size(0)).narrow(1, 0, kernel.size(1)).copy_(kernel);
    return at::fft_rfft2(whole.roll({-(kernel.size(0) / 2), -(kernel.size(1) / 2)}, {0, 1}));
}

/// C, all of the picture.
class CircularBlur : public LinearOperator {
public:
    CircularBlur(const Shape& domain, const at::Tensor& kernel, double threshold, at::TensorOptions options)
        : LinearOperator(domain, domain), options_(options) {
        const at::Tensor response = frequencyResponse(kernel, domain);
        const at::Tensor squares = at::real(response * response.conj());
        const double largest = squares.max().item<double>();
        norm_ = std::sqrt(largest);
        negligible_ = threshold * threshold * largest;
        response_ = response.to(options.dtype(at::toComplexType(options.dtype().toScalarType())));
        conjugate_ = response_.conj().resolve_conj();
        squares_ = squares.to(options);
    }

    double negligibleSquare() const override { return negligible_; }
    at::TensorOptions options() const override { return options_; }

private:
    at::Tensor filtered(const at::Tensor& x, const at::Tensor& response) const {
        return sampleBySample(x, [&](const at::Tensor& sample) {
            return at::fft_irfft2(at::fft_rfft2(sample) * response, at::IntArrayRef(domain()).slice(1));
        });
    }

    at::Tensor applyForward(const at::Tensor& x) const override { return filtered(x, response_); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return filtered(y, conjugate_); }
    bool knowsSpectrum() const override { return true; }
    at::Tensor applySpectralFunction(const at::Tensor& y, const SpectralFunction& f) const override {
        return filtered(y, f(squares_));
    }
    double computeNorm() const override { return norm_; }

    at::TensorOptions options_;
    at::Tensor response_;  // [H,W/2+1] complex
    at::Tensor conjugate_; // of response_
    at::Tensor squares_;   // |response_|^2
    double norm_ = 0;
    double negligible_ = 0;
};

class RealBlur : public LinearOperator {
public:
    RealBlur(const Shape& domain, const at::Tensor& kernel, double threshold, at::TensorOptions options)
        : LinearOperator(domain, {domain[0], domain[1] - kernel.size(0) + 1, domain[2] - kernel.size(1) + 1}),
          circular_(domain, kernel, threshold, options), top_(kernel.size(0) / 2), left_(kernel.size(1) / 2) {}

private:
    at::Tensor cropped(const at::Tensor& x) const {
        return x.narrow(2, top_, range()[1]).narrow(3, left_, range()[2]).contiguous();
    }
    at::Tensor padded(const at::Tensor& y) const { return at::constant_pad_nd(y, {left_, left_, top_, top_}); }

    at::Tensor applyForward(const at::Tensor& x) const override { return cropped(circular_.forward(x)); }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return circular_.adjoint(padded(y)); }

    /// A^* (A A^* + rho)^-1 r
    at::Tensor damped(const at::Tensor& r, double rho) const {
        const auto map = [this, rho](const at::Tensor& u) {
            const auto gram = [rho](const at::Tensor& squares) { return squares + rho; };
            return cropped(circular_.filterMeasurement(padded(u), gram));
        };
        const auto inverse = [this, rho](const at::Tensor& u) {
            const auto inverseGram = [rho](const at::Tensor& squares) { return 1 / (squares + rho); };
            return cropped(circular_.filterMeasurement(padded(u), inverseGram));
        };
        const double tolerance = r.scalar_type() == at::kDouble ? 0 : kTolerance;
        return applyAdjoint(conjugateGradient(
            map, r, at::zeros_like(r),
            {.iterations = kSteps, .relativeTolerance = tolerance, .preconditioner = inverse, .stop = stop()}));
    }

    at::Tensor applyPseudoInverse(const at::Tensor& y) const override {
        return damped(y, circular_.negligibleSquare());
    }
    at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const override {
        return z + damped(y - applyForward(z), rho);
    }
    at::TensorOptions options() const override { return circular_.options(); }

    CircularBlur circular_;
    std::int64_t top_;
    std::int64_t left_;
};

ParameterSchemas schemas() {
    return {{.name = "boundary",
             .type = ParameterType::choice,
             .defaultValue = std::string("real"),
             .description =
                 "What lies beyond the borders: the unknown rest of the scene (real), which makes the blurred picture "
                 "smaller than the sharp one, or the opposite border (circular).",
             .choices = {"real", "circular"}},
            {.name = "threshold",
             .type = ParameterType::real,
             .defaultValue = 5e-3,
             .minimum = 1e-6,
             .maximum = 0.5,
             .description = "Frequencies that the blur weakens below this part of the strongest count as lost.",
             .choices = {},
             .advanced = true}};
}

std::unique_ptr<LinearOperator> make(const ParameterValues& values, const OperatorData& data) {
    const at::Tensor kernel = preparedKernel(data.kernel).pixels;
    requireKernelFits(kernel, data.domain);
    const double threshold = std::get<double>(values.at("threshold"));
    if (std::get<std::string>(values.at("boundary")) == "circular") {
        return std::make_unique<CircularBlur>(data.domain, kernel, threshold, data.options);
    }
    return std::make_unique<RealBlur>(data.domain, kernel, threshold, data.options);
}

} // namespace

extern const OperatorEntry kBlur;
const OperatorEntry kBlur{
    "blur", "Blurs the picture with a kernel: out of focus, moved while the shutter was open, or any other.", schemas,
    make};

} // namespace palimpsest
