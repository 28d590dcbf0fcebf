// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operators/catalogue.h"
#include "core/tasks/behaviour/whole_task.h"

#include <memory>
#include <vector>

namespace palimpsest {

/// Chains operators, each made on the range of the one before. Without any it is the identity.
class OperatorChain {
public:
    OperatorChain(Shape domain, at::TensorOptions options, std::stop_token stop);
    void add(const char* id, const ParameterValues& values, at::Tensor mask = {}, at::Tensor kernel = {});
    std::unique_ptr<LinearOperator> finish() &&;

private:
    Shape domain_;
    at::TensorOptions options_;
    std::stop_token stop_;
    std::vector<std::unique_ptr<LinearOperator>> operators_;
};

/// A task whose forward model is a chain of linear operators and white noise.
class LinearTask : public WholeTask {
public:
    TaskMeasurement measure(const RestoreSpec& spec, const PictureTensors& input, double sigma,
                            const std::stop_token& stop) const override;
    PictureTensors degraded(const RestoreSpec& spec, const PictureTensors& clean) const override;
    /// A grey picture is three equal channels to a prior of colours, whose three noises are one: their mean is as noisy
    /// as each, where that of three independent ones would be sqrt(3) times less. A measurement that is grey itself is
    /// not concerned. (A grey picture with noise of 0.1 was left 2.6 dB noisier without this.)
    NoiseModel noiseForPrior(const RestoreSpec& spec, const PictureTensors& input,
                             const NoiseModel& noise) const override;

protected:
    virtual void addOperators(OperatorChain& chain, const RestoreSpec& spec, const PictureTensors& input) const = 0;
    virtual Size margin(const RestoreSpec& /*spec*/, const PictureTensors& /*input*/) const { return {}; }
    /// y, [1, range...], as the picture shows it.
    virtual at::Tensor measuredValues(const RestoreSpec& /*spec*/, const PictureTensors& input) const {
        return input.picture;
    }
};

} // namespace palimpsest
