// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/networks/network.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace palimpsest {

/// What a network is told of the time, and with it which form of x_t it takes.
enum class TimeLabel {
    index, ///< Step::modelTime; sqrt(alphaBar) x0 + sqrt(1 - alphaBar) z (variance preserving)
    sigma, ///< the noise's standard deviation; x0 + sigma z (variance exploding)
};

/// From card.json's word. Throws Error(badInput) that lists the two.
TimeLabel timeLabel(const std::string& name);

/// How a network wants to be asked, and what its answer stands for.
struct NetworkConvention {
    Parametrisation parametrisation = Parametrisation::eps;
    TimeLabel timeLabel = TimeLabel::index;
    std::array<double, 2> valueRange{-1, 1}; ///< of its clean pictures, black to white
    std::optional<int> classLabel = {};      ///< that a class-conditional network is given

    /// Model units [-1,1] per unit of the network's pictures: by this factor the noise of a schedule that counts in the
    /// network's units is stronger (NoiseSchedule::withNoise).
    double scale() const { return 2 / (valueRange[1] - valueRange[0]); }
    double middle() const { return (valueRange[0] + valueRange[1]) / 2; }
    bool isPlain() const { return timeLabel == TimeLabel::index && scale() == 1 && middle() == 0; }
};

/// A network as a denoiser of pictures in [-1,1] with variance-preserving noise, whatever its own convention is:
/// samplers know of one kind only. Twice as many output as input channels mean a learned-range variance in the second
/// half (Nichol, Dhariwal 2021); it is passed on under the plain convention alone, whose units it is in.
class NetworkDenoiser : public Denoiser {
public:
    /// Throws Error(badInput) if the channels fit neither, Error(badArgument) for a class that the network does not
    /// have or a network that needs one.
    NetworkDenoiser(std::shared_ptr<const Network> network, NetworkConvention convention);
    Prediction predict(const at::Tensor& xt, const Step& step) const override;
    bool learnsVariance() const { return learnsVariance_; }

private:
    /// The network's answer: [N,C or 2C,H,W].
    at::Tensor ask(const at::Tensor& input, double label) const;
    Prediction predictPlain(const at::Tensor& xt, const Step& step) const;
    /// eps of a network with another convention.
    at::Tensor epsOf(const at::Tensor& xt, const Step& step) const;

    std::shared_ptr<const Network> network_;
    NetworkConvention convention_;
    bool learnsVariance_;
};

} // namespace palimpsest
