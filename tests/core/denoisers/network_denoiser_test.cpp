// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"
#include "core/denoisers/network_denoiser.h"
#include "core/denoisers/per_channel_denoiser.h"
#include "tests/support/tensor_error.h"

#include <ATen/ATen.h>
#include <QTest>
#include <nlohmann/json.hpp>
#include <torch/csrc/autograd/autograd.h>

using namespace palimpsest;

namespace {

/// Returns 0.5 x for eps and, if asked for a variance, the time divided by 1000 for every pixel of it.
class HalfNetwork : public Network {
public:
    HalfNetwork(int in, int out) : in_(in), out_(out) {}
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override {
        times = time;
        const at::Tensor eps = 0.5 * x;
        return out_ == in_ ? eps
                           : at::cat({eps, (time / 1000).to(x.scalar_type()).view({-1, 1, 1, 1}).expand_as(x)}, 1);
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

/// Knows the one clean picture there is, in its own units, and says what a perfect network of its convention says.
class OracleNetwork : public HalfNetwork {
public:
    OracleNetwork(NetworkConvention convention, at::Tensor clean)
        : HalfNetwork(1, 1), convention_(convention), clean_(std::move(clean)) {}
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override {
        const bool isSigma = convention_.timeLabel == TimeLabel::sigma;
        // An index stands for kStep, whose alphaBar is in the model's units.
        const double sigma = isSigma ? time[0].item<double>() : std::sqrt(1 / kAlphaBar - 1) / convention_.scale();
        const double a = isSigma ? 1 : 1 / std::sqrt(1 + sigma * sigma);
        const at::Tensor z = (x / a - clean_) / sigma;
        switch (convention_.parametrisation) {
        case Parametrisation::eps:
            return z;
        case Parametrisation::v:
            return (z - sigma * clean_) / std::sqrt(1 + sigma * sigma);
        case Parametrisation::x0:
            return clean_;
        case Parametrisation::score:
            return -z / (a * sigma);
        }
        return {};
    }

private:
    static constexpr double kAlphaBar = 0.25;
    NetworkConvention convention_;
    at::Tensor clean_;
};

/// Returns the class it is given.
class ClassNetwork : public HalfNetwork {
public:
    ClassNetwork() : HalfNetwork(1, 1) {}
    int classes() const override { return 10; }
    at::Tensor forwardOfClass(const at::Tensor& x, const at::Tensor&, const at::Tensor& classes) const override {
        return classes.to(x.scalar_type()).view({-1, 1, 1, 1}).expand_as(x);
    }
};

const NetworkConvention kEps{.parametrisation = Parametrisation::eps};
const Step kStep{.index = 0, .count = 2, .alphaBar = 0.25, .alphaBarNext = 0.5, .modelTime = 750};

} // namespace

class NetworkDenoiserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesChannelsThatFitNeither() {
        QVERIFY_EXCEPTION_THROWN(NetworkDenoiser(std::make_shared<HalfNetwork>(3, 4), kEps), Error);
        QVERIFY(!NetworkDenoiser(std::make_shared<HalfNetwork>(3, 3), kEps).learnsVariance());
        QVERIFY(NetworkDenoiser(std::make_shared<HalfNetwork>(3, 6), kEps).learnsVariance());
    }

    void givesTheNetworkTheLabelOfTheTime() {
        const auto network = std::make_shared<HalfNetwork>(1, 1);
        NetworkDenoiser(network, kEps).predict(at::ones({3, 1, 2, 2}), kStep);
        QVERIFY(network->times.equal(at::full({3}, 750.0f)));
    }

    void convertsItsOutput() {
        const at::Tensor xt = at::linspace(-2, 2, 8, at::kDouble).view({2, 1, 2, 2});
        const NetworkDenoiser denoiser(std::make_shared<HalfNetwork>(1, 1), kEps);
        const Prediction prediction = denoiser.predict(xt, kStep);
        QVERIFY(relativeError(prediction.x0, (xt - std::sqrt(0.75) * 0.5 * xt) / 0.5) < 1e-13);
        QVERIFY(!prediction.logVariance);
    }

    void secondHalfOfTheChannelsIsTheVariance() {
        const at::Tensor xt = at::ones({2, 3, 2, 2}, at::kDouble);
        const NetworkDenoiser denoiser(std::make_shared<HalfNetwork>(3, 6), kEps);
        const Prediction prediction = denoiser.predict(xt, kStep);
        QVERIFY(prediction.logVariance.has_value());
        QVERIFY(relativeError(*prediction.logVariance, learnedRangeLogVariance(at::full_like(xt, 0.75), kStep)) <
                1e-13);
        QCOMPARE(prediction.x0.sizes(), xt.sizes());
    }

    /// A picture and noise in the model's units, and the exact network of one picture in the convention of `row`.
    void everyConventionGivesTheSameEstimate_data() {
        QTest::addColumn<int>("parametrisation");
        QTest::addColumn<bool>("isSigma");
        QTest::addColumn<bool>("isUnitRange");
        for (int p = 0; p < 4; ++p) {
            for (const bool isSigma : {false, true}) {
                for (const bool isUnitRange : {false, true}) {
                    QTest::addRow("%s, %s, %s", toText(static_cast<Parametrisation>(p)).c_str(),
                                  isSigma ? "sigma" : "index", isUnitRange ? "0..1" : "-1..1")
                        << p << isSigma << isUnitRange;
                }
            }
        }
    }

    void everyConventionGivesTheSameEstimate() {
        QFETCH(const int, parametrisation);
        QFETCH(const bool, isSigma);
        QFETCH(const bool, isUnitRange);
        const NetworkConvention convention{.parametrisation = static_cast<Parametrisation>(parametrisation),
                                           .timeLabel = isSigma ? TimeLabel::sigma : TimeLabel::index,
                                           .valueRange = isUnitRange ? std::array{0.0, 1.0} : std::array{-1.0, 1.0}};
        const at::Tensor x0 = at::linspace(-1, 1, 8, at::kDouble).view({2, 1, 2, 2});
        const at::Tensor z = at::sin(5 * at::arange(8, at::kDouble)).view({2, 1, 2, 2});
        const auto network = std::make_shared<OracleNetwork>(convention, isUnitRange ? (x0 + 1) / 2 : x0);
        const Prediction prediction =
            NetworkDenoiser(network, convention).predict(std::sqrt(kStep.alphaBar) * x0 + kStep.sigma() * z, kStep);
        QVERIFY(relativeError(prediction.x0, x0) < 1e-6); // the label is float32
        QVERIFY(relativeError(prediction.eps, z) < 1e-6);
    }

    void classesAreDemandedAndChecked() {
        const auto network = std::make_shared<ClassNetwork>();
        const auto of = [&](int label) { return NetworkDenoiser(network, {.classLabel = label}); };
        QVERIFY_EXCEPTION_THROWN(of(-1), Error);
        QVERIFY_EXCEPTION_THROWN(of(10), Error);
        QVERIFY_EXCEPTION_THROWN(NetworkDenoiser(std::make_shared<HalfNetwork>(1, 1), {.classLabel = 0}), Error);
        const Prediction prediction = of(7).predict(at::ones({2, 1, 2, 2}), kStep);
        QVERIFY(prediction.eps.equal(at::full({2, 1, 2, 2}, 7.0F)));
    }

    void aGreyNetworkSeesEveryChannelAlone() {
        const auto grey = std::make_shared<NetworkDenoiser>(std::make_shared<HalfNetwork>(1, 2), kEps);
        const at::Tensor xt = at::linspace(-2, 2, 24, at::kDouble).view({2, 3, 2, 2});
        const Prediction prediction = PerChannelDenoiser(grey).predict(xt, kStep);
        QCOMPARE(prediction.x0.sizes(), xt.sizes());
        QVERIFY(prediction.eps.equal(0.5 * xt));
        const Prediction second = grey->predict(xt.narrow(1, 1, 1), kStep);
        QVERIFY(prediction.x0.narrow(1, 1, 1).equal(second.x0));
        QVERIFY(prediction.logVariance->narrow(1, 1, 1).equal(*second.logVariance));
    }

    void keepsTheGraph() {
        const NetworkDenoiser denoiser(std::make_shared<HalfNetwork>(1, 1), kEps);
        const at::Tensor xt = at::ones({1, 1, 2, 2}, at::kDouble).requires_grad_(true);
        const at::Tensor x0 = denoiser.predict(xt, kStep).x0;
        const at::Tensor gradient = torch::autograd::grad({x0}, {xt}, {at::ones_like(x0)}).front();
        QVERIFY(relativeError(gradient, at::full_like(xt, (1 - std::sqrt(0.75) * 0.5) / 0.5)) < 1e-13);
    }
};

QTEST_GUILESS_MAIN(NetworkDenoiserTest)
#include "network_denoiser_test.moc"
