// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_info.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace palimpsest {

/// One tensor of a checkpoint under the name that the network's authors gave it.
struct StoredWeight {
    std::string name;
    std::size_t index = 0; ///< in Checkpoint::tensors()
    ElementType type = ElementType::float32;
    std::vector<std::int64_t> shape;
};

/// Tensors of a checkpoint that belong together: one state of one network.
class WeightSet {
public:
    WeightSet() = default;
    WeightSet(std::string container, std::vector<StoredWeight> weights, bool isAveraged);

    /// Path of the dictionary or list that holds them, with a final slash; empty: the file itself.
    const std::string& container() const { return container_; }
    /// An exponential moving average over the training, which draws better than the last state.
    bool isAveraged() const { return isAveraged_; }
    /// Null if there is none.
    const StoredWeight* find(std::string_view name) const;
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// Whether a name begins so.
    bool hasPrefix(std::string_view prefix) const;
    /// Whether a name contains it.
    bool mentions(std::string_view fragment) const;
    /// Side `axis` of the tensor; 0 if there is no such tensor or side.
    std::int64_t side(std::string_view name, std::size_t axis) const;
    /// How many different first numbers follow `prefix` ("input_blocks." -> 12): one more than the largest.
    int count(std::string_view prefix) const;
    std::int64_t parameterCount() const;

    /// In the order of the file.
    const std::vector<StoredWeight>& weights() const { return weights_; }
    std::size_t size() const { return weights_.size(); }

private:
    std::string container_;
    std::vector<StoredWeight> weights_;
    std::unordered_map<std::string, std::size_t> index_;
    bool isAveraged_ = false;
};

/// Every set that a checkpoint may mean, the likeliest first: averages before the state that they follow, and each also
/// without the prefixes of wrappers ("module.", "model.", "diffusion_model." ..., nested in any order), or with
/// `anyWrapper` without whatever stands before a dot. Markers of compilers ("_orig_mod.") are taken off, buffers
/// (sigmas, running statistics, counters) left out. A bare list of averages gets the names of the state beside it (see
/// namedAverages), and averages without dots in their names get them back. Throws Error(badInput) if such a list does
/// not fit its state.
std::vector<WeightSet> weightSetsOf(const std::vector<TensorInfo>& tensors, bool anyWrapper = false);

} // namespace palimpsest
