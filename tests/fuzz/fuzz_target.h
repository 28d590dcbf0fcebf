// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/containers/tensor_container.h"
#include "tests/support/memory_source.h"

#include <cstdlib>
#include <memory>
#include <vector>

/// Every program of this folder defines it; fuzz_driver.cpp or libFuzzer calls it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace palimpsest::testing {

/// Runs `work`, which may do nothing but succeed or throw Error(badInput) with a message and a hint.
template <typename Work>
int exercise(Work work) {
    try {
        work();
    } catch (const Error& error) {
        if (error.code() != ErrorCode::badInput || error.message().isEmpty() || error.hint().isEmpty()) {
            std::abort();
        }
    }
    return 0;
}

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
