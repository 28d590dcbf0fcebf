// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/cuda_kernels.h"

#include <dlfcn.h>
#include <filesystem>

namespace palimpsest {
namespace {

/// Beside the library or program that holds this function, or in the lib folder next to it.
void* openLibrary() {
    Dl_info self{};
    if (dladdr(reinterpret_cast<const void*>(&cudaKernelAddress), &self) == 0) {
        return nullptr;
    }
    const auto folder = std::filesystem::path(self.dli_fname).parent_path();
    for (const auto& candidate : {folder / "libpalimpsest_cuda.so", folder / "../lib/libpalimpsest_cuda.so"}) {
        if (void* library = dlopen(candidate.c_str(), RTLD_NOW | RTLD_LOCAL)) {
            return library;
        }
    }
    return nullptr;
}

} // namespace

void* cudaKernelAddress(const char* name) {
    static void* const library = openLibrary();
    return library ? dlsym(library, name) : nullptr;
}

} // namespace palimpsest
