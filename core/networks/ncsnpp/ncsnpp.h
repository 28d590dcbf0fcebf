// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/layers/convolution.h"
#include "core/networks/ncsnpp/ncsnpp_config.h"
#include "core/networks/ncsnpp/ncsnpp_plan.h"
#include "core/networks/network.h"
#include "core/networks/parameter_map.h"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// NCSN++ and DDPM++ of score-based generative modeling, with the weight names of score_sde_pytorch's checkpoints
/// (without "module."): a U-Net of residual blocks whose sums are divided by sqrt(2), resampled with a FIR filter, with
/// smaller and smaller copies of the picture led in and out at every level.
/// The time label is what the original passes: the noise's standard deviation, above zero, with the embedding
/// "fourier"; an index, t * 999, with "positional". With scaleBySigma the output is divided by the label.
/// parameters() come in the original's order, so that the list of moving averages in its checkpoints can be told apart:
/// that list lacks "all_modules.0.W" of the embedding "fourier" (it comes first), and nothing else.
/// Sources: Song et al. 2021 (score-based generative modeling), section 4 and appendix H; Karras et al. 2020, section
/// 3.2 (skip and residual pyramids).
/// Deviations: a picture that is no multiple of the coarsest level's pixel is mirrored below and to the right, and the
/// result cropped; levels have attention or not, whatever the size of the picture (the
/// original looks at its width at every evaluation); with 16-bit weights the embedding's projections and the sum of the
/// output's pyramid stay in float32; there is no dropout.
class NcsnPp final : public Network {
public:
    /// Random weights from `seed`; the last convolutions start at zero, so an untrained network returns zeros.
    /// Throws Error(badInput) for a configuration that cannot be built.
    explicit NcsnPp(NcsnppConfig config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;

    int inputChannels() const override { return config_.channels; }
    int outputChannels() const override { return config_.channels; }
    std::vector<NamedTensor> parameters() const override { return parameters_.entries(); }
    void load(const StateDict& weights) override;
    void to(at::Device device, at::ScalarType dtype) override;
    std::string_view architecture() const override { return "ncsnpp"; }
    Json config() const override;

private:
    class Pass;

    void viewKernels();
    at::Tensor embedTime(const at::Tensor& time) const;
    at::Tensor linear(const at::Tensor& x, const std::string& name) const;
    Convolution convolution(const std::string& name) const;
    at::Tensor summed(const at::Tensor& a, const at::Tensor& b) const;

    NcsnppConfig config_;
    NcsnppPlan plan_;
    ParameterMap parameters_;
    std::map<std::string, at::Tensor> kernels_; ///< the weights "..NIN_0.W" of skips as [to,from,1,1]: views
    std::shared_ptr<PackedWeights> packed_ = std::make_shared<PackedWeights>();
};

} // namespace palimpsest
