// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Manifold constrained gradient (Chung, Sim, Ryu, Ye 2022, eq. 14-15): the projection, and in the part that it leaves
// free a step down the gradient of the residual through the network, which keeps the path on the data's manifold:
//     x_{t-1} <- (I - A^+ A) (x_{t-1} - scale * gradient with respect to x_t of |y - A x0(x_t)|) + A^+ y_{t-1}.
// The norm is not squared, as in the released code; the paper's squared norm has the weight scale / |y - A x0|.
// Deviations from the released code: the norm is of each sample; 0 at a perfect fit; the measured part has the level
// t-1, so that the end is clean; I - A^+ A stands for any operator. With a noisy y the residual does not fall to zero
// when the estimate is right, so the gradient fades with the share of x0's uncertainty in it, r^2 / (r^2 + sigmaY^2),
// where r^2 = 1 - alphaBar is that of a pixel of unit variance.
#include "core/sampling/catalogue.h"
#include "core/sampling/measured_part.h"
#include "core/sampling/residual_gradient.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Mcg : public Guidance {
public:
    explicit Mcg(double scale) : scale_(scale) {}
    bool needsGraph() const override { return true; }
    at::Tensor correctNext(const StepContext& context, at::Tensor next) const override {
        const double uncertainty = 1 - context.step.alphaBar;
        const double sigmaY = context.noiseModel.sigmaY;
        const double weight = scale_ * uncertainty / (uncertainty + sigmaY * sigmaY);
        const at::Tensor gradient = context.A.projectOnComplement(residualNormGradient(context));
        return withNoisedMeasurement(context, next - weight * gradient);
    }

private:
    double scale_;
};

ParameterSchemas schemas() {
    return {{.name = "scale", .type = ParameterType::real, .defaultValue = 1.0, .minimum = 0, .maximum = 100,
             .description = "Weight of the gradient of the residual in every step."}};
}

std::unique_ptr<Guidance> make(const ParameterValues& values) {
    return std::make_unique<Mcg>(std::get<double>(values.at("scale")));
}

} // namespace

extern const GuidanceEntry kMcg;
const GuidanceEntry kMcg{"mcg", "Projection with the gradient of the residual in the unknown part; slow, coherent seams.", schemas, make};

} // namespace palimpsest
