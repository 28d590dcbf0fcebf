// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Inpainting: y = m x with m = 1 where the picture is known and 0 in the hole, the same for all channels. The
// measurement has the picture's size and is zero in the hole; no noise is meant there. A is its own adjoint,
// pseudo-inverse and projection, so everything has a closed form:
//     prox: (m y + rho z) / (m + rho).
#include "core/base/error.h"
#include "core/operators/catalogue.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class InpaintingMask : public LinearOperator {
public:
    InpaintingMask(const Shape& domain, const at::Tensor& mask, at::TensorOptions options)
        : LinearOperator(domain, domain), mask_(mask.to(options).unsqueeze(0)),
          measuresAnything_(mask.any().item<bool>()) {}

private:
    at::Tensor applyForward(const at::Tensor& x) const override { return mask_ * x; }
    at::Tensor applyAdjoint(const at::Tensor& y) const override { return mask_ * y; }
    at::Tensor applyPseudoInverse(const at::Tensor& y) const override { return mask_ * y; }
    at::Tensor applyProxL2(const at::Tensor& z, const at::Tensor& y, double rho) const override {
        return (mask_ * y + rho * z) / (mask_ + rho);
    }
    at::Tensor applyProjectionOnMeasured(const at::Tensor& x) const override { return mask_ * x; }
    double computeNorm() const override { return measuresAnything_ ? 1 : 0; }
    at::Tensor applyGramDiagonal(const at::Tensor& weights) const override {
        return weights.defined() ? mask_ * weights : mask_;
    }
    at::TensorOptions options() const override { return mask_.options(); }

    at::Tensor mask_; // [1,H,W]
    bool measuresAnything_;
};

ParameterSchemas schemas() { return {}; }

std::unique_ptr<LinearOperator> make(const ParameterValues&, const OperatorData& data) {
    if (!data.mask.defined() || data.domain.size() != 3 || data.mask.scalar_type() != at::kBool ||
        data.mask.sizes() != at::IntArrayRef(data.domain).slice(1)) {
        throw Error(ErrorCode::badInput,
                    Message("the mask does not have the size of the picture, %1", toText(data.domain)),
                    "give one truth value for each pixel");
    }
    return std::make_unique<InpaintingMask>(data.domain, data.mask, data.options);
}

} // namespace

extern const OperatorEntry kInpaintingMask;
const OperatorEntry kInpaintingMask{
    "inpainting-mask", "Keeps the pixels outside of a painted hole and drops those inside.", schemas, make};

} // namespace palimpsest
