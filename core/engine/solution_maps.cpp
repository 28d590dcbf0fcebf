// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/solution_maps.h"

#include <ATen/ATen.h>

#include <cstring>

namespace palimpsest {
namespace {

/// Root mean square over the channels: [1,1,H,W].
at::Tensor overChannels(const at::Tensor& x) { return x.square().mean(1, true).sqrt(); }

} // namespace

Image floatImage(const at::Tensor& values) {
    const at::Tensor interleaved = values[0].permute({1, 2, 0}).to(at::kCPU, at::kFloat).contiguous();
    std::vector<std::byte> pixels(static_cast<std::size_t>(interleaved.numel()) * sizeof(float));
    std::memcpy(pixels.data(), interleaved.const_data_ptr<float>(), pixels.size());
    const Size size{static_cast<int>(values.size(3)), static_cast<int>(values.size(2))};
    return {size, static_cast<int>(values.size(1)), PixelDepth::float32, std::move(pixels)};
}

double residualUnit(const NoiseModel& noise) { return noise.isNoiseless() ? 2.0 / 255 : noise.sigmaY; }

void addSpread(SolutionMaps& maps, const at::Tensor& samples) {
    if (samples.size(0) > 1) {
        maps.mean = floatImage(samples.mean(0, true).add(1).div(2).clamp(0, 1));
        maps.deviation = floatImage(overChannels(samples.std(0, true, true)) / 2);
    }
}

SolutionMaps solutionMaps(const at::Tensor& samples, const Measurement& measured) {
    SolutionMaps maps;
    maps.sigma = measured.noise.sigmaY / 2;
    addSpread(maps, withoutMargin(samples, measured.margin));
    const at::Tensor first = samples.slice(0, 0, 1);
    maps.invented = floatImage(overChannels(withoutMargin(measured.A->projectOnComplement(first), measured.margin)) / 2);
    const at::Tensor residual = measured.A->forward(first) - measured.y;
    if (residual.dim() == 4) {
        maps.residual = floatImage(overChannels(residual) / residualUnit(measured.noise));
    }
    return maps;
}

} // namespace palimpsest
