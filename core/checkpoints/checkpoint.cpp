// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/checkpoint.h"

#include "core/checkpoints/element_types.h"
#include "core/containers/container_format.h"

#include <ATen/ATen.h>

#include <utility>

namespace palimpsest {

Checkpoint::Checkpoint(std::unique_ptr<TensorContainer> container) : container_(std::move(container)) {}

Checkpoint::~Checkpoint() = default;

const std::string& Checkpoint::format() const { return container_->format(); }

const std::vector<TensorInfo>& Checkpoint::tensors() const { return container_->tensors(); }

at::Tensor Checkpoint::read(std::size_t index) const {
    const TensorInfo& info = tensors().at(index);
    at::Tensor tensor = at::empty(info.shape, at::TensorOptions(scalarTypeOf(info.type)));
    container_->read(index, {static_cast<std::byte*>(tensor.mutable_data_ptr()), tensor.nbytes()});
    return tensor;
}

const std::map<std::string, std::string>& Checkpoint::facts() const { return container_->facts(); }

std::unique_ptr<Checkpoint> openCheckpoint(const std::string& path) {
    return std::make_unique<Checkpoint>(openContainer(path));
}

} // namespace palimpsest
