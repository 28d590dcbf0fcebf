// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/display_pack.h"

#include "core/base/error.h"
#include "core/tensor/cuda_kernels.h"
#include "core/tensor/display_pack_kernel.h"

#include <ATen/ATen.h>
#include <c10/core/DeviceGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <algorithm>
#include <optional>

namespace palimpsest {
namespace {

using Pixels = std::vector<std::uint32_t>;

/// Nothing if the kernel cannot run on this GPU.
std::optional<at::Tensor> packByKernel(const at::Tensor& planes) {
    const auto kernel = cudaKernel<decltype(&palimpsestPackPixelsCuda)>("palimpsestPackPixelsCuda");
    if (!kernel) {
        return std::nullopt;
    }
    const c10::DeviceGuard guard(planes.device());
    const c10::Stream stream = c10::impl::VirtualGuardImpl(planes.device().type()).getStream(planes.device());
    at::Tensor packed = at::empty({planes.size(1) * planes.size(2)}, planes.options().dtype(at::kInt));
    const int failure =
        kernel(planes.data_ptr<float>(), static_cast<int>(planes.size(0)), packed.numel(),
               reinterpret_cast<std::uint32_t*>(packed.data_ptr<std::int32_t>()), stream.native_handle());
    return failure == 0 ? std::optional(packed) : std::nullopt;
}

} // namespace

at::Tensor packByOperations(const at::Tensor& planes) {
    const at::Tensor levels = planes.mul(127.5).add_(128).nan_to_num_(0, 255, 0).clamp_(0, 255).to(at::kInt);
    const std::int64_t last = levels.size(0) - 1;
    const at::Tensor red = levels[0].bitwise_left_shift(16);
    const at::Tensor green = levels[std::min<std::int64_t>(1, last)].bitwise_left_shift(8);
    return red.bitwise_or(green)
        .bitwise_or(levels[last])
        .bitwise_or(static_cast<std::int32_t>(0xFF000000u))
        .reshape(-1);
}

std::shared_ptr<const Pixels> packForDisplay(const at::Tensor& picture) {
    if (picture.dim() != 3 || (picture.size(0) != 1 && picture.size(0) != 3)) {
        throw Bug("packForDisplay takes [1,H,W] or [3,H,W]");
    }
    const at::Tensor planes = picture.detach().to(at::kFloat).contiguous();
    const std::int64_t pixelCount = planes.size(1) * planes.size(2);
    const auto pixels = std::make_shared<Pixels>(static_cast<std::size_t>(pixelCount));
    if (planes.is_cpu()) {
        packPixelsCpu(planes.data_ptr<float>(), static_cast<int>(planes.size(0)), pixelCount, pixels->data());
        return pixels;
    }
    std::optional<at::Tensor> packed = planes.is_cuda() ? packByKernel(planes) : std::nullopt;
    at::from_blob(pixels->data(), {pixelCount}, at::kInt).copy_(packed ? *packed : packByOperations(planes));
    return pixels;
}

} // namespace palimpsest
