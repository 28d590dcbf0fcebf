// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/group_norm_cuda.h"

#include "core/base/error.h"
#include "core/networks/layers/group_norm_cuda_kernel.h"
#include "core/tensor/cuda_kernels.h"

#include <ATen/ATen.h>
#include <c10/core/DeviceGuard.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <map>
#include <mutex>

namespace palimpsest {
namespace {

using Pass = int (*)(const PalimpsestGroupNorm* norm, void* stream);
using Blocks = std::int64_t (*)(std::int64_t pixels);

struct Kernels {
    Pass forward = cudaKernel<Pass>("palimpsestGroupNormForwardCuda");
    Pass backward = cudaKernel<Pass>("palimpsestGroupNormBackwardCuda");
    Blocks blocks = cudaKernel<Blocks>("palimpsestGroupNormBlocks");

    bool areThere() const { return forward && backward && blocks; }
};

const Kernels& kernels() {
    static const Kernels found;
    return found;
}

int elementTypeOf(at::ScalarType dtype) {
    return dtype == at::kFloat ? 0 : dtype == at::kBFloat16 ? 1 : dtype == at::kHalf ? 2 : -1;
}

/// What both passes are given, and the memory that they work in.
struct Call {
    Call(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset, const GroupMoments& moments,
         const GroupNormOptions& options)
        : scales(scale.contiguous()), offsets(offset.contiguous()), result(at::empty_like(x)) {
        norm.samples = x.size(0);
        norm.channels = x.size(1);
        norm.pixels = x.size(2) * x.size(3);
        norm.groups = options.groups;
        norm.epsilon = options.epsilon;
        norm.silu = options.silu ? 1 : 0;
        norm.elementType = elementTypeOf(x.scalar_type());
        partial = at::empty({norm.samples, kernels().blocks(norm.pixels), 2, norm.channels}, scales.options());
        terms = at::empty({norm.samples, 4, norm.channels}, scales.options());
        norm.x = x.const_data_ptr();
        norm.result = result.mutable_data_ptr();
        norm.scale = scales.const_data_ptr<float>();
        norm.offset = offsets.const_data_ptr<float>();
        norm.mean = moments.mean.mutable_data_ptr<float>();
        norm.inverseDeviation = moments.inverseDeviation.mutable_data_ptr<float>();
        norm.partial = partial.mutable_data_ptr<float>();
        norm.terms = terms.mutable_data_ptr<float>();
    }

    /// The kernel's status: 0 for success.
    int run(Pass pass) const {
        const at::Device device = result.device();
        const c10::DeviceGuard guard(device);
        const c10::Stream stream = c10::impl::VirtualGuardImpl(device.type()).getStream(device);
        return pass(&norm, stream.native_handle());
    }

    PalimpsestGroupNorm norm{};
    at::Tensor scales, offsets, result, partial, terms;
};

GroupMoments emptyMoments(const at::Tensor& x, const GroupNormOptions& options) {
    const at::TensorOptions floats = x.options().dtype(at::kFloat).memory_format(std::nullopt);
    return {at::empty({x.size(0), options.groups}, floats), at::empty({x.size(0), options.groups}, floats)};
}

bool worksOn(at::Device device) {
    const at::Tensor x = at::zeros({1, 8, 1, 1}, at::TensorOptions(device)).contiguous(at::MemoryFormat::ChannelsLast);
    const at::Tensor one = at::ones({1, 8}, x.options());
    const GroupNormOptions options;
    return Call(x, one, one, emptyMoments(x, options), options).run(kernels().forward) == 0;
}

void require(int status) {
    if (status != 0) {
        throw Bug("the group norm kernel failed with CUDA error " + std::to_string(status));
    }
}

} // namespace

bool hasCudaGroupNorm(const at::Tensor& x) {
    if (!x.is_cuda() || elementTypeOf(x.scalar_type()) < 0 || !kernels().areThere()) {
        return false;
    }
    static std::mutex mutex;
    static std::map<int, bool> tried;
    const std::scoped_lock lock(mutex);
    const auto [found, isNew] = tried.try_emplace(x.device().index(), false);
    if (isNew) {
        found->second = worksOn(x.device());
    }
    return found->second;
}

GroupNormed cudaGroupNormForward(const at::Tensor& x, const at::Tensor& scale, const at::Tensor& offset,
                                 const GroupNormOptions& options) {
    const GroupMoments moments = emptyMoments(x, options);
    const Call call(x, scale, offset, moments, options);
    require(call.run(kernels().forward));
    return {call.result, moments};
}

GroupNormGradient cudaGroupNormBackward(const at::Tensor& x, const at::Tensor& dy, const at::Tensor& scale,
                                        const at::Tensor& offset, const GroupMoments& moments,
                                        const GroupNormOptions& options, const at::Tensor& addend) {
    Call call(x, scale, offset, moments, options);
    GroupNormGradient gradient{call.result, at::empty_like(call.scales), at::empty_like(call.scales)};
    call.norm.dy = dy.const_data_ptr();
    call.norm.addend = addend.defined() ? addend.const_data_ptr() : nullptr;
    call.norm.dScale = gradient.dScale.mutable_data_ptr<float>();
    call.norm.dOffset = gradient.dOffset.mutable_data_ptr<float>();
    require(call.run(kernels().backward));
    return gradient;
}

} // namespace palimpsest
