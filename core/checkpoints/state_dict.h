// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace palimpsest {

using NamedTensor = std::pair<std::string, at::Tensor>;

/// Tensors by name, in the order in which they were added. Copies share the tensors.
class StateDict {
public:
    StateDict() = default;
    explicit StateDict(std::vector<NamedTensor> entries);

    /// Throws Bug if the name is taken.
    void add(std::string name, at::Tensor tensor);
    /// Null if there is none.
    const at::Tensor* find(std::string_view name) const;
    /// Throws Error(badInput) that names the tensor.
    const at::Tensor& at(std::string_view name) const;
    bool contains(std::string_view name) const { return find(name) != nullptr; }

    auto begin() const { return entries_.begin(); }
    auto end() const { return entries_.end(); }
    std::size_t size() const { return entries_.size(); }

private:
    std::vector<NamedTensor> entries_;
    std::unordered_map<std::string, std::size_t> index_;
};

} // namespace palimpsest
