// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/state_dict.h"

#include "core/base/error.h"

namespace palimpsest {

StateDict::StateDict(std::vector<NamedTensor> entries) {
    entries_.reserve(entries.size());
    for (NamedTensor& entry : entries) {
        add(std::move(entry.first), std::move(entry.second));
    }
}

void StateDict::add(std::string name, at::Tensor tensor) {
    if (!index_.emplace(name, entries_.size()).second) {
        throw Bug("two tensors are called " + name);
    }
    entries_.emplace_back(std::move(name), std::move(tensor));
}

const at::Tensor* StateDict::find(std::string_view name) const {
    const auto found = index_.find(std::string(name));
    return found == index_.end() ? nullptr : &entries_[found->second].second;
}

const at::Tensor& StateDict::at(std::string_view name) const {
    if (const at::Tensor* tensor = find(name)) {
        return *tensor;
    }
    throw Error(ErrorCode::badInput, Message("the weights hold no tensor \"%1\"", name),
                "choose weights that belong to this architecture");
}

} // namespace palimpsest
