// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/parameter_map.h"

#include "core/base/error.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace palimpsest {

namespace {

at::MemoryFormat usualFormat(const at::Tensor& weight) {
    return weight.dim() == 4 ? at::MemoryFormat::ChannelsLast : at::MemoryFormat::Contiguous;
}

Error foreignWeights(const Message& complaint) {
    return Error(ErrorCode::badInput, complaint, "choose weights that belong to this architecture and configuration");
}

} // namespace

void ParameterMap::add(std::string name, at::Tensor tensor, Precision precision) {
    if (!index_.emplace(name, entries_.size()).second) {
        throw Bug("two parameters are called " + name);
    }
    entries_.emplace_back(std::move(name), std::move(tensor));
    precisions_.push_back(precision);
}

const at::Tensor& ParameterMap::at(const std::string& name) const {
    const auto found = index_.find(name);
    if (found == index_.end()) {
        throw Bug("no parameter is called " + name);
    }
    return entries_[found->second].second;
}

void ParameterMap::load(const StateDict& weights) {
    const at::NoGradGuard noGrad;
    for (const auto& [name, own] : entries_) {
        const at::Tensor* given = weights.find(name);
        if (given == nullptr) {
            throw foreignWeights(Message("the weights lack the tensor \"%1\"", name));
        }
        if (given->sizes() != own.sizes()) {
            throw foreignWeights(Message("the tensor \"%1\" has the shape %2 instead of %3", name,
                                         toText(given->sizes()), toText(own.sizes())));
        }
    }
    for (const auto& [name, given] : weights) {
        if (!index_.contains(name)) {
            throw foreignWeights(
                Message("the weights hold the tensor \"%1\", which the network has no place for", name));
        }
    }
    for (auto& [name, own] : entries_) {
        const at::Tensor& given = weights.at(name);
        const bool isPlaceholder = !own.is_non_overlapping_and_dense(); // see PlaceholderWeights
        if (isPlaceholder && given.scalar_type() == own.scalar_type() && given.device() == own.device() &&
            given.is_contiguous()) {
            own = given;
            continue;
        }
        if (isPlaceholder) {
            own = at::empty(own.sizes(), own.options(), usualFormat(own));
        }
        own.copy_(given);
    }
}

void ParameterMap::to(at::Device device, at::ScalarType dtype) {
    const bool isHalf = dtype == at::kHalf || dtype == at::kBFloat16;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        at::Tensor& tensor = entries_[i].second;
        const bool staysFull = isHalf && precisions_[i] == Precision::full;
        const at::ScalarType type = staysFull ? at::kFloat : dtype;
        if (tensor.device() != device || tensor.scalar_type() != type) {
            tensor = tensor.detach().to(device, type, false, false, usualFormat(tensor));
        }
    }
}

} // namespace palimpsest
