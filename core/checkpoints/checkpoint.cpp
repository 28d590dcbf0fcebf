// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/checkpoint.h"

#include "core/base/error.h"
#include "core/checkpoints/element_types.h"
#include "core/containers/container_format.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace palimpsest {

Checkpoint::Checkpoint(std::vector<std::unique_ptr<TensorContainer>> parts) : parts_(std::move(parts)) {
    std::unordered_set<std::string> names;
    for (const auto& part : parts_) {
        firsts_.push_back(tensors_.size());
        for (const TensorInfo& tensor : part->tensors()) {
            if (!names.insert(tensor.name).second) {
                throw Error(ErrorCode::badInput,
                            Message("the tensor \"%1\" is in two pieces of the checkpoint", tensor.name),
                            "download or export all pieces again");
            }
            tensors_.push_back(tensor);
        }
        facts_.insert(part->facts().begin(), part->facts().end());
    }
}

Checkpoint::~Checkpoint() = default;

const std::string& Checkpoint::format() const { return parts_.front()->format(); }

const std::vector<TensorInfo>& Checkpoint::tensors() const { return tensors_; }

at::Tensor Checkpoint::read(std::size_t index) const {
    const TensorInfo& info = tensors_.at(index);
    at::Tensor tensor = at::empty(info.shape, at::TensorOptions(scalarTypeOf(info.type)));
    const auto part = std::prev(std::upper_bound(firsts_.begin(), firsts_.end(), index));
    parts_[static_cast<std::size_t>(part - firsts_.begin())]->read(
        index - *part, {static_cast<std::byte*>(tensor.mutable_data_ptr()), tensor.nbytes()});
    return tensor;
}

const std::map<std::string, std::string>& Checkpoint::facts() const { return facts_; }

std::unique_ptr<Checkpoint> openCheckpoint(const std::string& path) { return openCheckpoint(std::vector{path}); }

std::unique_ptr<Checkpoint> openCheckpoint(const std::vector<std::string>& paths) {
    std::vector<std::unique_ptr<TensorContainer>> parts;
    for (const std::string& path : paths) {
        parts.push_back(openContainer(path));
    }
    return std::make_unique<Checkpoint>(std::move(parts));
}

} // namespace palimpsest
