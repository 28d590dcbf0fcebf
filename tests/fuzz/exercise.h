// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

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

} // namespace palimpsest::testing
