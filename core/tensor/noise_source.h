// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/shape.h"

#include <ATen/core/Generator.h>
#include <ATen/core/Tensor.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace palimpsest {

/// Standard normal noise for a batch of samples. Every sample and every purpose ("start", "steps", "guidance") has a
/// generator of its own, seeded by streamSeed(seed, purpose, sample): a batch of N draws the same bytes as N batches of
/// one, one purpose never shifts another, and the number of threads does not matter. Drawn as float32 on the device,
/// then converted, so that runs in float64 and in half precision see the same noise. Equal arguments give equal noise
/// on one kind of device; a CPU and a GPU draw different noise.
class NoiseSource {
public:
    /// `samples` are the indices of the samples in the batch, in its order: 0, 1, 2 ... or one variant alone.
    NoiseSource(std::uint64_t seed, std::vector<std::uint64_t> samples, at::TensorOptions options);

    std::int64_t sampleCount() const { return static_cast<std::int64_t>(samples_.size()); }
    const at::TensorOptions& options() const { return options_; }

    /// The next noise of this purpose: [N, shape...] in the dtype and on the device of options().
    at::Tensor draw(std::string_view purpose, const Shape& shape);
    /// The next counts of this purpose, Poisson distributed with the means `rates` [N, shape...] >= 0; same dtype and
    /// device as draw. A purpose is for one of the two.
    at::Tensor drawPoisson(std::string_view purpose, const at::Tensor& rates);

private:
    std::vector<at::Generator>& generators(std::string_view purpose);

    std::uint64_t seed_;
    std::vector<std::uint64_t> samples_;
    at::TensorOptions options_;
    std::map<std::string, std::vector<at::Generator>, std::less<>> generators_;
};

} // namespace palimpsest
