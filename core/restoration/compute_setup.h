// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/specs/restore_spec.h"

#include <c10/core/Device.h>
#include <c10/core/ScalarType.h>

#include <string>

namespace palimpsest {

/// Where and in which number format a job computes.
struct ComputeSetup {
    c10::Device device = c10::kCPU;
    c10::ScalarType dtype = c10::kFloat;
    int threads = 1;
    std::string deviceId;
    std::string precision; ///< fp32 | bf16 | fp16
    std::string notice;    ///< one sentence: what was chosen and why
};

/// Resolves "auto" (bf16 on a graphics card and where the processor computes in it, else fp32), and sets LibTorch's number of threads.
/// Throws Error(badArgument) for a device that is not there, and for fp16 on the CPU.
ComputeSetup setUpCompute(const std::string& device, const std::string& precision, int threads);

} // namespace palimpsest
