// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/model_cache.h"

#include "core/networks/network.h"
#include "core/priors/prior.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace palimpsest {
namespace {

std::int64_t byteSizeOf(const Network& network) {
    std::int64_t bytes = 0;
    for (const auto& [name, tensor] : network.parameters()) {
        bytes += static_cast<std::int64_t>(tensor.nbytes());
    }
    return bytes;
}

} // namespace

ModelCache::ModelCache(WeightsHash hash, std::int64_t byteBudget) : hash_(std::move(hash)), byteBudget_(byteBudget) {}

std::shared_ptr<const Network> ModelCache::get(const PriorEntry& prior, c10::Device device, c10::ScalarType dtype) {
    const std::scoped_lock lock(mutex_);
    const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) {
        return slot.sha256 == prior.card.weightsSha256 && slot.config == prior.card.config && slot.device == device &&
               slot.dtype == dtype;
    });
    if (found != slots_.end()) {
        slots_.splice(slots_.begin(), slots_, found);
        return slots_.front().network;
    }
    std::shared_ptr<Network> network = loadPrior(prior, hash_);
    network->to(device, dtype);
    const std::int64_t bytes = byteSizeOf(*network);
    slots_.push_front({prior.card.weightsSha256, prior.card.config, device, dtype, bytes, std::move(network)});
    evict();
    return slots_.front().network;
}

void ModelCache::evict() {
    std::int64_t bytes = 0;
    for (const Slot& slot : slots_) {
        bytes += slot.byteSize;
    }
    while (slots_.size() > 1 && bytes > byteBudget_) {
        bytes -= slots_.back().byteSize;
        slots_.pop_back();
    }
}

std::int64_t ModelCache::byteSize() const {
    const std::scoped_lock lock(mutex_);
    std::int64_t bytes = 0;
    for (const Slot& slot : slots_) {
        bytes += slot.byteSize;
    }
    return bytes;
}

std::size_t ModelCache::size() const {
    const std::scoped_lock lock(mutex_);
    return slots_.size();
}

void ModelCache::clear() {
    const std::scoped_lock lock(mutex_);
    slots_.clear();
}

} // namespace palimpsest
