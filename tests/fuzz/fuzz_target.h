// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/containers/tensor_container.h"
#include "tests/fuzz/exercise.h"
#include "tests/support/memory_source.h"

#include <memory>
#include <vector>

namespace palimpsest::testing {

/// Parses the input as a file of one format and reads its tensors, as many as fit 4 MiB.
inline int exerciseReader(ContainerContents (*read)(const ByteSource&), const std::uint8_t* data, std::size_t size) {
    return exercise([=] {
        auto source = std::make_unique<MemorySource>(std::as_bytes(std::span(data, size)));
        ContainerContents contents = read(*source);
        const TensorContainer container(std::move(source), "fuzz", std::move(contents));
        std::uint64_t remaining = 4u << 20;
        for (std::size_t i = 0; i < container.tensors().size(); ++i) {
            const std::uint64_t bytes = container.tensors()[i].byteCount();
            if (bytes > remaining) {
                return;
            }
            remaining -= bytes;
            std::vector<std::byte> numbers(bytes);
            container.read(i, numbers);
        }
    });
}

} // namespace palimpsest::testing
