// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/checkpoints/safetensors_writer.h"

#include "core/base/error.h"
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <bit>
#include <cstring>

static_assert(std::endian::native == std::endian::little, "the format and this writer are little-endian");

namespace palimpsest {
namespace {

constexpr std::size_t kAlignment = 8;

/// Padded with spaces, so that the numbers start at a multiple of 8 bytes.
std::string headerOf(const std::vector<TensorInfo>& tensors, const std::map<std::string, std::string>& metadata) {
    Json header = Json::object();
    if (!metadata.empty()) {
        header["__metadata__"] = metadata;
    }
    std::uint64_t offset = 0;
    for (const TensorInfo& tensor : tensors) {
        header[tensor.name] = {{"dtype", nameOf(tensor.type)},
                               {"shape", tensor.shape},
                               {"data_offsets", {offset, offset + tensor.byteCount()}}};
        offset += tensor.byteCount();
    }
    std::string text = header.dump();
    text.append((kAlignment - text.size() % kAlignment) % kAlignment, ' ');
    return text;
}

} // namespace

SafetensorsWriter::SafetensorsWriter(const std::string& path, const std::vector<TensorInfo>& tensors,
                                     const std::map<std::string, std::string>& metadata)
    : file_(path) {
    const std::string header = headerOf(tensors, metadata);
    std::array<std::byte, kAlignment> length{};
    const std::uint64_t size = header.size();
    std::memcpy(length.data(), &size, sizeof size);
    put(length);
    put(std::as_bytes(std::span(header)));
    headerBytes_ = length.size() + header.size();
    for (const TensorInfo& tensor : tensors) {
        announcedBytes_ += tensor.byteCount();
    }
}

void SafetensorsWriter::put(std::span<const std::byte> bytes) {
    hash_.update(bytes);
    file_.write(bytes);
}

void SafetensorsWriter::write(std::span<const std::byte> bytes) {
    writtenBytes_ += bytes.size();
    if (writtenBytes_ > announcedBytes_) {
        throw Bug("a safetensors file gets more bytes than its header says");
    }
    put(bytes);
}

std::string SafetensorsWriter::finish() {
    if (writtenBytes_ != announcedBytes_) {
        throw Bug("a safetensors file gets fewer bytes than its header says");
    }
    file_.commit();
    return hash_.hexDigest();
}

} // namespace palimpsest
