// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include <optional>
#include <string>

namespace palimpsest {

/// Where and in which number format a job computes.
struct ComputeSetup {
    c10::Device device = c10::kCPU;
    c10::ScalarType dtype = c10::kFloat;
    int threads = 1;
    std::string deviceId;
    std::string precision; ///< fp32 | bf16 | fp16
    Message notice;        ///< one sentence: what was chosen and why
};

/// Chooses what is not given (the first usable GPU, else the CPU; bf16 on a GPU and where the CPU computes in it, else
/// fp32; all cores), and sets LibTorch's number of threads. Throws Error(badArgument) for a device that is not there,
/// and for fp16 on the CPU.
ComputeSetup setUpCompute(const std::optional<std::string>& device, const std::optional<std::string>& precision,
                          std::optional<int> threads);

} // namespace palimpsest
