// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/compute_setup.h"

#include "core/base/error.h"
#include "core/tensor/device.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <thread>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace palimpsest {
namespace {

bool cpuComputesInBf16() {
#if defined(__x86_64__)
    return __builtin_cpu_supports("avx512bf16");
#else
    return false;
#endif
}

std::string resolvedPrecision(const std::optional<std::string>& precision, c10::Device device) {
    if (precision) {
        return *precision;
    }
    return device.is_cuda() || cpuComputesInBf16() ? "bf16" : "fp32";
}

c10::ScalarType dtypeOf(const std::string& precision, c10::Device device) {
    if (precision == "fp32") {
        return c10::kFloat;
    }
    if (precision == "bf16") {
        return c10::kBFloat16;
    }
    if (!device.is_cuda()) {
        throw Error(ErrorCode::badArgument, "fp16 needs a GPU", "use --precision bf16 or fp32 on the CPU");
    }
    return c10::kHalf;
}

/// Networks free and allocate megabytes all the time. Memory that goes back to the system each time comes back as
/// zeroed pages, one fault each: a tenth of a gradient step.
void keepFreedMemory() {
#if defined(__GLIBC__)
    constexpr int kMebibyte = 1 << 20;
    mallopt(M_MMAP_THRESHOLD, 64 * kMebibyte);
    mallopt(M_TRIM_THRESHOLD, 256 * kMebibyte);
#endif
}

} // namespace

ComputeSetup setUpCompute(const std::optional<std::string>& device, const std::optional<std::string>& precision,
                          std::optional<int> threads) {
    const DeviceChoice choice = resolveDevice(device.value_or("auto"));
    ComputeSetup setup{.device = choice.device, .deviceId = choice.device.str(), .notice = choice.reason};
    setup.precision = resolvedPrecision(precision, choice.device);
    setup.dtype = dtypeOf(setup.precision, choice.device);
    setup.threads = threads.value_or(static_cast<int>(std::max(1u, std::thread::hardware_concurrency())));
    at::set_num_threads(setup.threads);
    keepFreedMemory();
    return setup;
}

} // namespace palimpsest
