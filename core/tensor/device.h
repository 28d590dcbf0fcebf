// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <ATen/core/grad_mode.h>
#include <c10/core/Device.h>
#include <c10/core/DeviceGuard.h>

#include <cstdint>
#include <string>
#include <vector>

namespace palimpsest {

/// A device that can compute.
struct DeviceInfo {
    std::string id;               ///< "cpu", "cuda:0": what resolveDevice accepts
    std::string title;            ///< the maker's name of the CPU or GPU
    std::int64_t memoryBytes = 0; ///< all of it, not what is free
};

/// The CPU and every NVIDIA GPU that its driver lists. Loads no CUDA library but the driver's own.
std::vector<DeviceInfo> availableDevices();

/// A device and, in one sentence for the user, what was chosen and why.
struct DeviceChoice {
    at::Device device = at::kCPU;
    Message reason;
};

/// "auto" takes the first NVIDIA GPU that works and falls back to the CPU; "cpu"; "cuda" or "cuda:N". The CUDA half of
/// LibTorch is opened here, at run time, and only if the driver lists a GPU; nothing links it. LibTorch looks for its
/// CUDA half once, so a process resolves its device before it computes anything. Throws Error(badArgument) for
/// an unknown name, a missing driver, GPU or library, except for "auto".
DeviceChoice resolveDevice(const std::string& request);

/// Makes `device` the current one and switches gradients off for this thread, until the end of the scope. Both are
/// thread-local in LibTorch: open one inside each task.
class DeviceScope {
public:
    explicit DeviceScope(at::Device device) : device_(device), gradients_(false) {}
    DeviceScope(const DeviceScope&) = delete;
    DeviceScope& operator=(const DeviceScope&) = delete;

private:
    c10::DeviceGuard device_;
    at::AutoGradMode gradients_;
};

} // namespace palimpsest
