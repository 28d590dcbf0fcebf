// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/ncsnpp/ncsnpp_weights.h"

#include <cmath>

namespace palimpsest {

namespace {

using Kind = NcsnppStep::Kind;
using Start = PlannedWeight::Start;

/// Of the random multiples of the logarithm of the noise (the original's option fourier_scale).
constexpr double kFourierDeviation = 16.0;

class Lister {
public:
    explicit Lister(const NcsnppConfig& config) : config_(config) {}

    std::vector<PlannedWeight> list(const NcsnppPlan& plan) {
        const int model = config_.modelChannels;
        const bool isFourier = config_.embedding == NcsnppEmbedding::fourier;
        if (isFourier) {
            weights_.add({"all_modules.0.W", {model}, Start::normal, kFourierDeviation});
        }
        if (config_.conditional) {
            const std::string path = "all_modules.";
            weights_.linear(path + std::to_string(plan.embedding), isFourier ? 2 * model : model, 4 * model);
            weights_.linear(path + std::to_string(plan.embedding + 1), 4 * model, 4 * model);
        }
        for (const NcsnppStep& step : plan.steps) {
            add(step);
        }
        return weights_.take();
    }

private:
    void add(const NcsnppStep& step) {
        switch (step.kind) {
        case Kind::convolution:
            return weights_.convolution(step.name(), {step.to, step.from, 3, 3});
        case Kind::residual:
        case Kind::residualDown:
        case Kind::residualUp:
            return residual(step);
        case Kind::attention:
            return attention(step);
        case Kind::down:
        case Kind::up:
        case Kind::inputResidual:
        case Kind::outputResidual:
            return weights_.convolution(step.name() + (config_.fir ? ".Conv2d_0" : ".Conv_0"),
                                        {step.to, step.from, 3, 3});
        case Kind::inputSkip:
            return weights_.convolution(step.name() + ".Conv_0", {step.to, step.from, 1, 1});
        case Kind::outputSkip:
            return output(step, true);
        case Kind::output:
            return output(step, step.to == config_.channels);
        case Kind::keep:
        case Kind::join:
        case Kind::bareDown:
        case Kind::bareUp:
            return;
        }
    }

    void output(const NcsnppStep& step, bool startsAtZero) {
        weights_.norm(step.name(), step.from);
        const std::vector<std::int64_t> shape{step.to, step.from, 3, 3};
        startsAtZero ? weights_.zeroConvolution(step.nextName(), shape) : weights_.convolution(step.nextName(), shape);
    }

    void residual(const NcsnppStep& step) {
        const std::string path = step.name();
        const bool resamples = step.kind != Kind::residual;
        weights_.norm(path + ".GroupNorm_0", step.from);
        weights_.convolution(path + ".Conv_0", {step.to, step.from, 3, 3});
        weights_.linear(path + ".Dense_0", 4 * config_.modelChannels, step.to);
        weights_.norm(path + ".GroupNorm_1", step.to);
        weights_.zeroConvolution(path + ".Conv_1", {step.to, step.to, 3, 3});
        if (config_.residualBlockType == NcsnppBlock::biggan && (step.from != step.to || resamples)) {
            weights_.convolution(path + ".Conv_2", {step.to, step.from, 1, 1});
        } else if (step.from != step.to) {
            pointwise(path + ".NIN_0", step.from, step.to, Start::normal);
        }
    }

    void attention(const NcsnppStep& step) {
        const std::string path = step.name();
        weights_.norm(path + ".GroupNorm_0", step.to);
        for (const char* name : {".NIN_0", ".NIN_1", ".NIN_2"}) {
            pointwise(path + name, step.to, step.to, Start::normal);
        }
        pointwise(path + ".NIN_3", step.to, step.to, Start::zeros);
    }

    /// A 1x1 convolution whose weight is [from,to].
    void pointwise(const std::string& path, int from, int to, Start start) {
        const auto precision = ParameterMap::Precision::compute;
        weights_.add({path + ".W", {from, to}, start, std::sqrt(1.0 / from), precision});
        weights_.add({path + ".b", {to}, Start::zeros, 0.0, precision});
    }

    const NcsnppConfig& config_;
    WeightPlan weights_;
};

} // namespace

std::vector<PlannedWeight> ncsnppParameters(const NcsnppConfig& config, const NcsnppPlan& plan) {
    return Lister(config).list(plan);
}

} // namespace palimpsest
