// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/noise_source.h"

#include "core/base/error.h"
#include "core/base/random_seed.h"

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

namespace palimpsest {
namespace {

/// LibTorch's CPU generator keeps only the low 32 bits of a seed; streamSeed mixes all bits into them.
at::Generator seededGenerator(at::Device device, std::uint64_t seed) {
    at::Generator generator =
        device.is_cpu()
            ? at::detail::createCPUGenerator()
            : at::globalContext().getAcceleratorHooksInterface(device.type()).getNewGenerator(device.index());
    generator.set_current_seed(seed);
    return generator;
}

} // namespace

NoiseSource::NoiseSource(std::uint64_t seed, std::vector<std::uint64_t> samples, at::TensorOptions options)
    : seed_(seed), samples_(std::move(samples)), options_(options) {
    if (samples_.empty()) {
        throw Bug("a noise source needs at least one sample");
    }
}

at::Tensor NoiseSource::draw(std::string_view purpose, const Shape& shape) {
    const at::Tensor noise = at::empty(withBatch(sampleCount(), shape), options_.dtype(at::kFloat));
    std::int64_t row = 0;
    for (const at::Generator& generator : generators(purpose)) {
        noise.select(0, row++).normal_(0, 1, generator);
    }
    return noise.to(options_.dtype());
}

at::Tensor NoiseSource::drawPoisson(std::string_view purpose, const at::Tensor& rates) {
    if (rates.dim() == 0 || rates.size(0) != sampleCount()) {
        throw Bug("the rates of counts need one row for each sample");
    }
    std::vector<at::Tensor> counts;
    for (const at::Generator& generator : generators(purpose)) {
        counts.push_back(
            at::poisson(rates.select(0, static_cast<std::int64_t>(counts.size())).to(at::kFloat), generator));
    }
    return at::stack(counts).to(options_.dtype());
}

std::vector<at::Generator>& NoiseSource::generators(std::string_view purpose) {
    if (const auto known = generators_.find(purpose); known != generators_.end()) {
        return known->second;
    }
    std::vector<at::Generator> made;
    made.reserve(samples_.size());
    for (const std::uint64_t sample : samples_) {
        made.push_back(seededGenerator(options_.device(), streamSeed(seed_, purpose, sample)));
    }
    return generators_.emplace(purpose, std::move(made)).first->second;
}

} // namespace palimpsest
