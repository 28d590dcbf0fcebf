// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checkpoints/state_dict.h"

#include <ATen/core/Tensor.h>

#include <string>
#include <unordered_map>
#include <vector>

namespace palimpsest {

/// The weights of a network: named, ordered, some of them kept in float32 whatever the network computes in.
class ParameterMap {
public:
    enum class Precision { compute, full };

    /// Throws Bug if the name is taken.
    void add(std::string name, at::Tensor tensor, Precision precision = Precision::compute);
    /// Throws Bug if there is none: names come from the network's own code.
    const at::Tensor& at(const std::string& name) const;
    bool contains(const std::string& name) const { return index_.contains(name); }

    const std::vector<NamedTensor>& entries() const { return entries_; }
    /// Strict: see Network::load.
    void load(const StateDict& weights);
    /// See Network::to. Four-dimensional weights that have to move become channels-last; others stay where and as they
    /// are.
    void to(at::Device device, at::ScalarType dtype);

private:
    std::vector<NamedTensor> entries_;
    std::vector<Precision> precisions_;
    std::unordered_map<std::string, std::size_t> index_;
};

} // namespace palimpsest
