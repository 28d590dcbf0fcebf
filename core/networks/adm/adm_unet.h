// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/adm/adm_unet_config.h"
#include "core/networks/adm/adm_unet_plan.h"
#include "core/networks/layers/convolution.h"
#include "core/networks/network.h"
#include "core/networks/parameter_map.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// The U-Net of "ablated diffusion models", with the weight names of guided-diffusion's checkpoints: residual blocks of
/// group norm + SiLU + 3x3 convolution twice, conditioned on time and class; multi-head self-attention at the levels
/// chosen and in the middle; the result of every block on the way down is joined to one on the way up.
/// Sources: Dhariwal & Nichol 2021, section 3 and appendices A to I; Ho et al. 2020, appendix B.
/// Deviations: a picture that is no multiple of the coarsest level's pixel is mirrored below and to the right, and the
/// result cropped; angles of the time embedding are taken in float64; with 16-bit weights the embedding's projections
/// stay in float32 too; there is no dropout.
class AdmUNet final : public Network {
public:
    /// Random weights from `seed`; the last convolution starts at zero, so an untrained network returns zeros.
    /// Throws Error(badInput) for a configuration that cannot be built.
    explicit AdmUNet(AdmUNetConfig config, std::uint64_t seed = 0);

    /// Throws Error(badArgument) for a class-conditional network, which has to be told the classes.
    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int classes() const override { return config_.classes; }
    at::Tensor forwardOfClass(const at::Tensor& x, const at::Tensor& time, const at::Tensor& classes) const override;

    int inputChannels() const override { return config_.inputChannels; }
    int outputChannels() const override { return config_.outputChannels; }
    std::vector<NamedTensor> parameters() const override { return parameters_.entries(); }
    void load(const StateDict& weights) override { parameters_.load(weights); }
    void to(at::Device device, at::ScalarType dtype) override { parameters_.to(device, dtype); }
    std::string_view architecture() const override { return "adm-unet"; }
    Json config() const override;

private:
    at::Tensor evaluate(const at::Tensor& x, const at::Tensor& embedding) const;
    at::Tensor run(at::Tensor h, const at::Tensor& embedding) const;
    at::Tensor runBlock(const AdmBlock& block, at::Tensor h, const at::Tensor& embedding) const;
    at::Tensor residual(const AdmLayer& layer, at::Tensor x, const at::Tensor& embedding) const;
    at::Tensor attend(const AdmLayer& layer, const at::Tensor& x) const;
    at::Tensor embedTime(const at::Tensor& time) const;
    at::Tensor linear(const at::Tensor& x, const std::string& name) const;
    Convolution convolution(const std::string& name, std::int64_t stride = 1) const;
    at::Tensor convolve(const at::Tensor& x, const std::string& name, std::int64_t stride = 1) const;

    AdmUNetConfig config_;
    AdmUNetPlan plan_;
    ParameterMap parameters_;
    std::shared_ptr<PackedWeights> packed_ = std::make_shared<PackedWeights>();
};

} // namespace palimpsest
