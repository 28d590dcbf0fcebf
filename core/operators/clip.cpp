// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Lost highlights and shadows: y = clamp(p + gain (x - p), -1, 1). The Jacobian is the gain where nothing is clipped
// and zero elsewhere. The projection is exact: unclipped values are known, clipped ones are at least as bright or dark
// as the limit.
#include "core/operators/nonlinear_catalogue.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

class Clip : public MeasurementOperator {
public:
    Clip(const Shape& domain, double gain, double pivot)
        : MeasurementOperator(domain, domain), gain_(gain), pivot_(pivot) {}

private:
    at::Tensor amplified(const at::Tensor& x) const { return pivot_ + gain_ * (x - pivot_); }
    at::Tensor attenuated(const at::Tensor& y) const { return pivot_ + (y - pivot_) / gain_; }

    at::Tensor applyForward(const at::Tensor& x) const override { return amplified(x).clamp(-1, 1); }
    at::Tensor applyVectorJacobian(const at::Tensor& x, const at::Tensor& v) const override {
        return gain_ * v * amplified(x).abs().le(1);
    }
    at::Tensor applyProjectionOnMeasurement(const at::Tensor& x, const at::Tensor& y) const override {
        const at::Tensor limit = attenuated(y);
        return at::where(y >= 1, at::maximum(x, limit), at::where(y <= -1, at::minimum(x, limit), limit));
    }
    at::Tensor applyDirectReconstruction(const at::Tensor& y) const override { return attenuated(y); }

    double gain_;
    double pivot_;
};

ParameterSchemas schemas() {
    return {{.name = "gain",
             .type = ParameterType::real,
             .defaultValue = 2.0,
             .minimum = 1,
             .maximum = 16,
             .description = "How many times brighter the picture was made before its values were cut off."},
            {.name = "pivot",
             .type = ParameterType::real,
             .defaultValue = 0.0,
             .minimum = -1,
             .maximum = 1,
             .description = "The value that stays as it is: 0 is mid-grey, -1 is black (an overexposed picture).",
             .choices = {},
             .advanced = true}};
}

std::unique_ptr<MeasurementOperator> make(const ParameterValues& values, const OperatorData& data) {
    return std::make_unique<Clip>(data.domain, std::get<double>(values.at("gain")),
                                  std::get<double>(values.at("pivot")));
}

} // namespace

extern const NonlinearEntry kClip;
const NonlinearEntry kClip{"clip", "Makes the picture brighter and cuts off what is then too bright or too dark.",
                           schemas, make};

} // namespace palimpsest
