// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/convolution.h"
#include "core/networks/network.h"
#include "core/networks/parameter_map.h"
#include "core/networks/unet2d/unet2d_config.h"
#include "core/networks/unet2d/unet2d_plan.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// The U-Net UNet2DModel of diffusers with all its block types, by the weight names of its state dict ("to_q", "to_k",
/// "to_v", "to_out.0" in attention). It is also the network of denoising diffusion implicit models and of their
/// successors ("simple" DDPM, see simple_ddpm_names.h) and, with skip blocks, the NCSN++ that diffusers hosts.
/// Sources: Ho et al. 2020, appendix B; Song et al. 2021 (score-based generative modeling), appendix H; compared with
/// diffusers 0.35.2.
/// Deviations: a picture that is no multiple of the coarsest level's pixel is mirrored below and to the right, and the
/// result cropped; with 16-bit weights the time embedding and its projections stay in
/// float32; there is no dropout. The waves of the time are taken in float32 and in diffusers' order, errors included.
class Unet2dModel final : public Network {
public:
    /// Random weights from `seed`; the last convolution starts at zero, so an untrained network returns zeros.
    /// Throws Error(badInput) for a configuration that cannot be built.
    explicit Unet2dModel(Unet2dConfig config, std::uint64_t seed = 0);

    /// time: the index 0..T-1, or sigma with a Fourier embedding.
    /// Throws Error(badArgument) for a class-conditional network, which has to be told the classes.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    /// 1000 where a class is a number of which the configuration knows no limit.
    int classes() const override;
    at::Tensor forwardOfClass(const at::Tensor& x, const at::Tensor& time, const at::Tensor& classes) const override;

    int inputChannels() const override { return config_.inputChannels; }
    int outputChannels() const override { return config_.outputChannels; }
    std::vector<NamedTensor> parameters() const override { return parameters_.entries(); }
    void load(const StateDict& weights) override { parameters_.load(weights); }
    void to(at::Device device, at::ScalarType dtype) override { parameters_.to(device, dtype); }
    std::string_view architecture() const override { return "unet2d"; }
    Json config() const override;

private:
    class Pass;

    at::Tensor evaluate(const at::Tensor& x, const at::Tensor& time, const at::Tensor& embedding) const;
    at::Tensor embed(const at::Tensor& label, const std::string& name) const;

    Unet2dConfig config_;
    Unet2dPlan plan_;
    ParameterMap parameters_;
    std::shared_ptr<PackedWeights> packed_ = std::make_shared<PackedWeights>();
};

} // namespace palimpsest
