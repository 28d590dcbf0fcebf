// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/tensor_container.h"

#include "core/base/error.h"
#include "core/containers/checksum.h"
#include "core/containers/file_refusal.h"
#include "core/containers/strided_reading.h"

#include <utility>

namespace palimpsest {
namespace {

bool isRowMajor(const std::vector<std::int64_t>& shape, const std::vector<std::int64_t>& strides) {
    std::int64_t expected = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && strides[i] != expected) {
            return false;
        }
        expected *= shape[i];
    }
    return true;
}

} // namespace

TensorContainer::TensorContainer(std::unique_ptr<ByteSource> file, std::string_view format, ContainerContents contents)
    : file_(std::move(file)), format_(format), storages_(std::move(contents.storages)),
      facts_(std::move(contents.facts)), verified_(storages_.size()) {
    tensors_.reserve(contents.tensors.size());
    views_.reserve(contents.tensors.size());
    for (StoredTensor& tensor : contents.tensors) {
        tensors_.push_back(std::move(tensor.info));
        views_.push_back({tensor.storage, tensor.offset, std::move(tensor.strides)});
    }
}

void TensorContainer::read(std::size_t index, std::span<std::byte> target) const {
    const TensorInfo& info = tensors_.at(index);
    const View& view = views_.at(index);
    if (target.size() != info.byteCount()) {
        throw Bug("a tensor of " + std::to_string(info.byteCount()) + " bytes is read into " +
                  std::to_string(target.size()));
    }
    if (target.empty()) {
        return;
    }
    const StorageExtent& storage = storages_.at(view.storage);
    const std::size_t width = byteSize(info.type);
    if (isRowMajor(info.shape, view.strides)) {
        file_->read(storage.begin + view.offset * width, target);
        if (target.size() < storage.size) {
            verifyFromFile(view.storage);
        } else if (isUnverified(view.storage)) {
            verify(view.storage, crc32(target));
        }
        return;
    }
    verifyFromFile(view.storage);
    readStrided(*file_, {storage.begin, storage.size}, {width, view.offset, info.shape, view.strides}, target);
}

bool TensorContainer::isUnverified(std::size_t storage) const {
    return storages_[storage].checksum && !verified_[storage];
}

void TensorContainer::verify(std::size_t storage, std::uint32_t checksum) const {
    if (checksum != *storages_[storage].checksum) {
        throw invalidTorchFile(file_->name(), "the data of a tensor does not match its recorded checksum");
    }
    verified_[storage] = true;
}

/// Only once a storage, so that many views of a large one do not read it again and again.
void TensorContainer::verifyFromFile(std::size_t storage) const {
    if (isUnverified(storage)) {
        const StorageExtent& extent = storages_[storage];
        verify(storage, crc32OfRange(*file_, extent.begin, extent.size));
    }
}

} // namespace palimpsest
