// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"
#include "core/networks/network.h"

#include <memory>

namespace palimpsest {

/// A network with its parametrisation. Twice as many output as input channels mean a learned-range variance in the
/// second half (Nichol, Dhariwal 2021).
class NetworkDenoiser : public Denoiser {
public:
    /// Throws Error(badInput) if the channels fit neither.
    NetworkDenoiser(std::shared_ptr<const Network> network, Parametrisation parametrisation);
    Prediction predict(const at::Tensor& xt, const Step& step) const override;
    bool learnsVariance() const { return learnsVariance_; }

private:
    std::shared_ptr<const Network> network_;
    Parametrisation parametrisation_;
    bool learnsVariance_;
};

} // namespace palimpsest
