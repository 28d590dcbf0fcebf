// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/containers/container_format.h"

#include "core/base/error.h"
#include "core/containers/foreign_format.h"
#include "core/containers/legacy_torch_file.h"
#include "core/containers/ncnn_model.h"
#include "core/containers/safetensors_header.h"
#include "core/containers/torch_archive.h"
#include "core/containers/zip_directory.h"
#include "core/files/file_bytes.h"
#include "core/files/file_source.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace palimpsest {
namespace {

constexpr std::uint64_t kHeadBytes = 512;

/// Eight bytes of length, then a JSON object; printable characters in place of the length are text with a brace there.
bool looksLikeSafetensors(std::span<const std::byte> head) {
    const auto isLetter = [](std::byte byte) { return byte >= std::byte{' '} && byte <= std::byte{'~'}; };
    return head.size() > 8 && head[8] == std::byte{'{'} && !std::all_of(head.begin(), head.begin() + 8, isLetter);
}

constexpr std::array kFormats{
    ContainerFormat{
        "torch-zip", "PyTorch archive",
        "A file of torch.save as PyTorch writes it since version 1.6; it is read without running any of it.",
        looksLikeZip, readTorchArchive},
    ContainerFormat{
        "torch-legacy", "Old PyTorch file",
        "A file of torch.save as PyTorch wrote it before version 1.6; it is read without running any of it.",
        looksLikeLegacyTorchFile, readLegacyTorchFile},
    ContainerFormat{"safetensors", "Safetensors", "Named tensors without code; the form in which priors are kept.",
                    looksLikeSafetensors, readSafetensorsContents},
};

std::string textOf(const std::string& path) {
    const std::vector<std::byte> bytes = readFileBytes(path);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

const Catalogue<ContainerFormat>& containerFormats() {
    static const Catalogue<ContainerFormat> catalogue("format of weights", kFormats);
    return catalogue;
}

std::unique_ptr<TensorContainer> openContainer(std::unique_ptr<ByteSource> file) {
    std::vector<std::byte> head(std::min(file->size(), kHeadBytes));
    file->read(0, head);
    for (const ContainerFormat& format : containerFormats()) {
        if (format.recognises(head)) {
            ContainerContents contents = format.read(*file);
            return std::make_unique<TensorContainer>(std::move(file), format.id, std::move(contents));
        }
    }
    throw Error(ErrorCode::badInput, Message("\"%1\" holds no weights: it is %2", file->name(), foreignFormatOf(head)),
                "choose a .safetensors, .pt, .pth or .ckpt file");
}

std::unique_ptr<TensorContainer> openContainer(const std::string& path) {
    if (const std::optional<NcnnPair> pair = ncnnPairOf(path)) {
        auto numbers = std::make_unique<FileSource>(pair->numbers);
        ContainerContents contents = readNcnnModel(textOf(pair->layers), *numbers);
        return std::make_unique<TensorContainer>(std::move(numbers), "ncnn", std::move(contents));
    }
    return openContainer(std::make_unique<FileSource>(path));
}

} // namespace palimpsest
