// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/denoisers/network_denoiser.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>
#include <torch/csrc/autograd/autograd.h>

#include <QTest>

using namespace palimpsest;

namespace {

/// Returns 0.5 x for eps and, if asked for a variance, the time divided by 1000 for every pixel of it.
class HalfNetwork : public Network {
public:
    HalfNetwork(int in, int out) : in_(in), out_(out) {}
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override {
        times = time;
        const at::Tensor eps = 0.5 * x;
        return out_ == in_ ? eps : at::cat({eps, (time / 1000).to(x.scalar_type()).view({-1, 1, 1, 1}).expand_as(x)}, 1);
    }
    int inputChannels() const override { return in_; }
    int outputChannels() const override { return out_; }
    std::vector<NamedTensor> parameters() const override { return {}; }
    void load(const StateDict&) override {}
    void to(at::Device, at::ScalarType) override {}
    std::string_view architecture() const override { return "half"; }
    Json config() const override { return Json::object(); }

    mutable at::Tensor times;

private:
    int in_;
    int out_;
};

const Step kStep{.index = 0, .count = 2, .alphaBar = 0.25, .alphaBarNext = 0.5, .modelTime = 750};

} // namespace

class NetworkDenoiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesChannelsThatFitNeither() {
        QVERIFY_EXCEPTION_THROWN(NetworkDenoiser(std::make_shared<HalfNetwork>(3, 4), Parametrisation::eps), Error);
        QVERIFY(!NetworkDenoiser(std::make_shared<HalfNetwork>(3, 3), Parametrisation::eps).learnsVariance());
        QVERIFY(NetworkDenoiser(std::make_shared<HalfNetwork>(3, 6), Parametrisation::eps).learnsVariance());
    }

    void givesTheNetworkTheLabelOfTheTime() {
        const auto network = std::make_shared<HalfNetwork>(1, 1);
        NetworkDenoiser(network, Parametrisation::eps).predict(at::ones({3, 1, 2, 2}), kStep);
        QVERIFY(network->times.equal(at::full({3}, 750.0f)));
    }

    void convertsItsOutput() {
        const at::Tensor xt = at::linspace(-2, 2, 8, at::kDouble).view({2, 1, 2, 2});
        const NetworkDenoiser denoiser(std::make_shared<HalfNetwork>(1, 1), Parametrisation::eps);
        const Prediction prediction = denoiser.predict(xt, kStep);
        QVERIFY(relativeError(prediction.x0, (xt - std::sqrt(0.75) * 0.5 * xt) / 0.5) < 1e-13);
        QVERIFY(!prediction.logVariance);
    }

    void secondHalfOfTheChannelsIsTheVariance() {
        const at::Tensor xt = at::ones({2, 3, 2, 2}, at::kDouble);
        const NetworkDenoiser denoiser(std::make_shared<HalfNetwork>(3, 6), Parametrisation::eps);
        const Prediction prediction = denoiser.predict(xt, kStep);
        QVERIFY(prediction.logVariance.has_value());
        QVERIFY(relativeError(*prediction.logVariance, learnedRangeLogVariance(at::full_like(xt, 0.75), kStep)) < 1e-13);
        QCOMPARE(prediction.x0.sizes(), xt.sizes());
    }

    void keepsTheGraph() {
        const NetworkDenoiser denoiser(std::make_shared<HalfNetwork>(1, 1), Parametrisation::eps);
        const at::Tensor xt = at::ones({1, 1, 2, 2}, at::kDouble).requires_grad_(true);
        const at::Tensor x0 = denoiser.predict(xt, kStep).x0;
        const at::Tensor gradient = torch::autograd::grad({x0}, {xt}, {at::ones_like(x0)}).front();
        QVERIFY(relativeError(gradient, at::full_like(xt, (1 - std::sqrt(0.75) * 0.5) / 0.5)) < 1e-13);
    }
};

QTEST_GUILESS_MAIN(NetworkDenoiserTest)
#include "network_denoiser_test.moc"
