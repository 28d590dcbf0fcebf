// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors.h"

#include "core/checkpoints/element_types.h"
#include "core/checkpoints/safetensors_writer.h"
#include "core/containers/safetensors_header.h"
#include "core/files/mapped_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>

namespace palimpsest {

namespace {

/// A view of the mapped file, or a copy where the file does not align it.
at::Tensor tensorOf(const SafetensorsEntry& entry, const std::shared_ptr<MappedFile>& file) {
    std::byte* data = file->bytes().data() + entry.begin;
    const at::TensorOptions options(scalarTypeOf(entry.info.type));
    if (reinterpret_cast<std::uintptr_t>(data) % byteSize(entry.info.type) != 0) {
        at::Tensor copy = at::empty(entry.info.shape, options);
        std::memcpy(copy.mutable_data_ptr(), data, entry.end - entry.begin);
        return copy;
    }
    return at::from_blob(data, entry.info.shape, [file](void*) {}, options);
}

} // namespace

Safetensors readSafetensors(const std::string& path) {
    const auto file = std::make_shared<MappedFile>(path);
    SafetensorsHeader header = readSafetensorsHeader(*file);
    Safetensors content;
    content.metadata = std::move(header.metadata);
    for (const SafetensorsEntry& entry : header.entries) {
        content.tensors.add(entry.info.name, tensorOf(entry, file));
    }
    return content;
}

std::string writeSafetensors(const std::string& path, const Safetensors& content) {
    std::vector<NamedTensor> tensors(content.tensors.begin(), content.tensors.end());
    std::stable_sort(tensors.begin(), tensors.end(), [](const NamedTensor& a, const NamedTensor& b) {
        return a.second.element_size() > b.second.element_size();
    });
    std::vector<TensorInfo> layout;
    for (auto& [name, tensor] : tensors) {
        tensor = tensor.detach().to(at::kCPU).contiguous();
        layout.push_back({name, elementTypeOf(tensor.scalar_type()), tensor.sizes().vec()});
    }
    SafetensorsWriter writer(path, layout, content.metadata);
    for (const auto& [name, tensor] : tensors) {
        writer.write({static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes()});
    }
    return writer.finish();
}

} // namespace palimpsest
