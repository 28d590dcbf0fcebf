// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/priors/prior_catalogue.h"
#include "core/priors/weights_hash.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>

namespace palimpsest {

class Network;

/// Keeps the networks that were used last, so that the next run does not load them again. Thread-safe.
class ModelCache {
public:
    /// `byteBudget` bounds the weights that are kept; the newest network is kept even if it is larger.
    ModelCache(WeightsHash hash, std::int64_t byteBudget);

    /// The prior's network on that device in that precision, loaded if it is not there (see loadPrior). A network that
    /// left the cache lives on while somebody holds it.
    std::shared_ptr<const Network> get(const PriorEntry& prior, c10::Device device, c10::ScalarType dtype);

    std::int64_t byteSize() const;
    std::size_t size() const;
    void clear();

private:
    struct Slot {
        std::string sha256;
        std::string config;
        c10::Device device;
        c10::ScalarType dtype;
        std::int64_t byteSize;
        std::shared_ptr<const Network> network;
    };

    void evict();

    WeightsHash hash_;
    std::int64_t byteBudget_;
    mutable std::mutex mutex_;
    std::list<Slot> slots_; ///< newest first
};

} // namespace palimpsest
