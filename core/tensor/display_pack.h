// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace at {
class Tensor;
}

namespace palimpsest {

/// A picture [3,H,W] or [1,H,W] in [-1,1], any floating dtype, any device and strides, as opaque BGRA pixels
/// 0xFFRRGGBB, row by row: what DisplayFrame holds. Values outside are clamped, NaN is black, halves round up. Packed
/// where the tensor lives, so that 4 bytes a pixel cross to the host, in one copy. Throws Bug for another shape.
std::shared_ptr<const std::vector<std::uint32_t>> packForDisplay(const at::Tensor& picture);

/// The same for a device without a kernel of ours: [C,H,W] float32 to int32 [H*W] on the same device, by tensor
/// operations.
at::Tensor packByOperations(const at::Tensor& planes);

} // namespace palimpsest
