// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priors/prior_card.h"

#include <ATen/core/Tensor.h>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace palimpsest {

class Network;

/// A feed-forward network that restores pictures of three channels in [-1,1], whatever its own range and channels are.
/// Large pictures are cut into pieces as its card says, which are faded into each other where they overlap: a piece's
/// outermost quarter of what it sees is never used. Thread-safe.
class Restorer {
public:
    Restorer(std::shared_ptr<const Network> network, PriorCard card);

    const std::string& id() const { return card_.id; }
    /// picture: [1,3,H,W]; sigma: of its noise, [0,1] units, for networks that are told. Returns [1,3,scale H,scale W]
    /// in [-1,1]. Throws Cancelled between pieces; Error(badInput) if the network returns NaN or infinite values.
    at::Tensor restored(const at::Tensor& picture, double sigma, const std::stop_token& stop) const;
    /// `factor` times as wide and high: as often as it takes to be no smaller, then area means, or smoothed cubic
    /// interpolation where the sizes do not divide.
    at::Tensor enlarged(const at::Tensor& picture, int factor, double sigma, const std::stop_token& stop) const;
    /// known: [1,3,H,W], hole: [1,1,H,W] of 0 and 1. Returns the picture with the hole filled; outside it is `known`.
    /// Above a megapixel the network sees it smaller. Throws Bug if the network takes no hole.
    at::Tensor filled(const at::Tensor& known, const at::Tensor& hole, const std::stop_token& stop) const;

private:
    at::Tensor evaluated(const at::Tensor& input, double sigma) const;
    at::Tensor inPieces(const at::Tensor& input, double sigma, const std::stop_token& stop) const;

    std::shared_ptr<const Network> network_;
    PriorCard card_;
};

} // namespace palimpsest
