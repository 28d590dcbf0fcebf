// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"

#include <memory>

namespace palimpsest {

/// A denoiser of grey pictures for pictures of several channels: each is a picture of its own, so that nothing is known
/// of how they belong together. One call evaluates a batch that is as many times larger.
class PerChannelDenoiser : public Denoiser {
public:
    explicit PerChannelDenoiser(std::shared_ptr<const Denoiser> grey) : grey_(std::move(grey)) {}
    Prediction predict(const at::Tensor& xt, const Step& step) const override;

private:
    std::shared_ptr<const Denoiser> grey_;
};

} // namespace palimpsest
