// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/linear_task.h"

#include "core/base/random_seed.h"
#include "core/operators/composition.h"
#include "core/tensor/noise_source.h"

#include <ATen/ATen.h>

#include <cmath>
#include <utility>

namespace palimpsest {

OperatorChain::OperatorChain(Shape domain, at::TensorOptions options, std::stop_token stop)
    : domain_(std::move(domain)), options_(options), stop_(std::move(stop)) {}

void OperatorChain::add(const char* id, const ParameterValues& values, at::Tensor mask, at::Tensor kernel) {
    OperatorData data{.domain = operators_.empty() ? domain_ : operators_.back()->range(), .options = options_};
    data.mask = std::move(mask);
    data.kernel = std::move(kernel);
    data.stop = stop_;
    operators_.push_back(makeOperator(id, values, data));
}

std::unique_ptr<LinearOperator> OperatorChain::finish() && {
    if (operators_.empty()) {
        return makeOperator("identity", {}, {.domain = domain_, .options = options_});
    }
    return operators_.size() == 1 ? std::move(operators_.front()) : composed(std::move(operators_));
}

TaskMeasurement LinearTask::measure(const RestoreSpec& spec, const PictureTensors& input, double sigma,
                                    const std::stop_token& stop) const {
    TaskMeasurement measured;
    measured.known.noise.sigmaY = 2 * sigma;
    measured.margin = margin(spec, input);
    const std::int64_t factor = enlargement(spec);
    const Shape domain{3, input.picture.size(2) * factor + 2 * measured.margin.height,
                       input.picture.size(3) * factor + 2 * measured.margin.width};
    OperatorChain chain(domain, input.picture.options(), stop);
    addOperators(chain, spec, input);
    measured.known.A = std::move(chain).finish();
    measured.known.y = measuredValues(spec, input);
    return measured;
}

PictureTensors LinearTask::degraded(const RestoreSpec& spec, const PictureTensors& clean) const {
    const std::int64_t factor = enlargement(spec);
    const PictureTensors cut =
        middleOf(clean, clean.picture.size(2) / factor * factor, clean.picture.size(3) / factor * factor);
    const Shape domain{3, cut.picture.size(2), cut.picture.size(3)};
    PictureTensors bare = cut;
    bare.known = at::Tensor();
    bare.hinted = at::Tensor();
    OperatorChain chain(domain, cut.picture.options(), {});
    addOperators(chain, spec, bare);
    const at::Tensor y = std::move(chain).finish()->forward(cut.picture);
    PictureTensors damaged = y.size(2) == cut.picture.size(2) ? cut : middleOf(cut, y.size(2), y.size(3));
    NoiseSource noise(streamSeed(spec.seed, "degrade", 0), {0}, y.options());
    const double sigma = given<double>(spec.taskParameters, "sigma").value_or(0);
    const at::Tensor noisy = NoiseModel{.sigmaY = 2 * sigma}.applyTo(y, noise);
    damaged.rounding = 0;
    damaged.picture =
        noisy.expand({1, 3, noisy.size(2), noisy.size(3)}).contiguous(); // grey becomes three equal channels
    return damaged;
}

NoiseModel LinearTask::noiseForPrior(const RestoreSpec& spec, const PictureTensors& input,
                                     const NoiseModel& noise) const {
    NoiseModel seen = noise;
    if (isGrey(input.picture) && !recoversColour(spec)) {
        seen.sigmaY *= std::sqrt(3.0);
    }
    return seen;
}

} // namespace palimpsest
