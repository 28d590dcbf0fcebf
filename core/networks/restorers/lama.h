// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/networks/restorers/feed_forward.h"

#include <utility>

namespace palimpsest {

struct LamaConfig {
    int features = 64;        ///< at full size; twice as many at every half
    int globalFeatures = 384; ///< of the features at an eighth of the size: those that a Fourier transform mixes
    int blocks = 18;          ///< residual blocks at an eighth of the size
    bool operator==(const LamaConfig&) const = default;
};

Json toJson(const LamaConfig& config);
/// Throws Error(badInput) naming the entry and its range.
LamaConfig lamaConfigFromJson(const Json& json);

/// The weights in their order, under the names of the checkpoints without "generator.", running statistics included.
std::vector<PlannedWeight> lamaParameters(const LamaConfig& config);

/// LaMa, which fills holes: fast Fourier convolutions, which see the whole picture in every block. Input: the picture
/// in [0,1] with zeros in the hole, and the hole (1: to be filled), four channels; returns a whole picture in [0,1], of
/// which the hole is meant. Sizes that are no multiple of 8 are mirrored at the edge.
/// Sources: Suvorov et al. 2022 (Resolution-robust large mask inpainting); Chi et al. 2020 (Fast Fourier convolution).
class Lama final : public FeedForward {
public:
    /// Random weights from `seed`.
    explicit Lama(const LamaConfig& config, std::uint64_t seed = 0);

    at::Tensor forward(const at::Tensor& x, const at::Tensor& time) const override;
    int inputChannels() const override { return 4; }
    int outputChannels() const override { return 3; }
    std::string_view architecture() const override { return "lama"; }
    Json config() const override;

private:
    /// Features that convolutions see, and those that the Fourier transform mixes; undefined: none.
    struct Parts {
        at::Tensor local, global;
    };

    at::Tensor reflected(const std::string& name, const at::Tensor& x, std::int64_t stride) const;
    at::Tensor normed(const std::string& name, const at::Tensor& x) const;
    at::Tensor spectral(const std::string& path, const at::Tensor& x) const;
    Parts fourierConvolution(const std::string& path, const Parts& x, std::int64_t stride) const;
    at::Tensor enlarged(int index, const at::Tensor& x) const;

    LamaConfig config_;
};

} // namespace palimpsest
