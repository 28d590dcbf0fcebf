// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace palimpsest {

/// Address of a function of the library palimpsest_cuda (it lies beside the engine's), which is opened on the first
/// call; null where the program was built without CUDA or the library does not load: callers have another way.
void* cudaKernelAddress(const char* name);

template <typename Function>
Function cudaKernel(const char* name) {
    return reinterpret_cast<Function>(cudaKernelAddress(name));
}

} // namespace palimpsest
