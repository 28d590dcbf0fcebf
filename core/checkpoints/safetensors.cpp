// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors.h"

#include "core/base/json.h"
#include "core/checkpoints/element_types.h"
#include "core/containers/safetensors_header.h"
#include "core/files/atomic_file.h"
#include "core/files/mapped_file.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>

namespace palimpsest {

namespace {

constexpr std::size_t kLengthBytes = 8;

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

void writeSafetensors(const std::string& path, const Safetensors& content) {
    std::vector<NamedTensor> tensors(content.tensors.begin(), content.tensors.end());
    std::stable_sort(tensors.begin(), tensors.end(), [](const NamedTensor& a, const NamedTensor& b) {
        return a.second.element_size() > b.second.element_size();
    });
    Json header = Json::object();
    if (!content.metadata.empty()) {
        header["__metadata__"] = content.metadata;
    }
    std::uint64_t offset = 0;
    for (auto& [name, tensor] : tensors) {
        tensor = tensor.detach().to(at::kCPU).contiguous();
        const std::uint64_t end = offset + tensor.nbytes();
        header[name] = {{"dtype", nameOf(elementTypeOf(tensor.scalar_type()))},
                        {"shape", tensor.sizes().vec()},
                        {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes, ' ');
    const std::uint64_t length = text.size();
    AtomicFile file(path);
    file.write(std::as_bytes(std::span(&length, 1)));
    file.write(std::as_bytes(std::span(text)));
    for (const auto& [name, tensor] : tensors) {
        file.write({static_cast<const std::byte*>(tensor.const_data_ptr()), tensor.nbytes()});
    }
    file.commit();
}

} // namespace palimpsest
