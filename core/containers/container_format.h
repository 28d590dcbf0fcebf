// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/containers/container_contents.h"
#include "core/containers/tensor_container.h"
#include "core/files/byte_source.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace palimpsest {

/// A format of files that hold tensors.
struct ContainerFormat {
    std::string_view id;
    std::string_view title;
    std::string_view description; ///< one English sentence
    /// From the first bytes of the file (all of them or kHeadBytes).
    bool (*recognises)(std::span<const std::byte> head);
    /// Throws Error(badInput) if the file breaks a rule of the format.
    ContainerContents (*read)(const ByteSource& file);
};

const Catalogue<ContainerFormat>& containerFormats();

/// Opens a file whose format is found by its content, never by its name. Throws Error(badInput) with one sentence that
/// names the file and what is wrong with it, or what it is instead. A path may also name either file of a pair of
/// ncnn, see ncnn_model.h: such a container's format is "ncnn".
std::unique_ptr<TensorContainer> openContainer(std::unique_ptr<ByteSource> file);
std::unique_ptr<TensorContainer> openContainer(const std::string& path);

} // namespace palimpsest
