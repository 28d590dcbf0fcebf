// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/hole_fill.h"

#include "core/image/classical_fill.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor classicalHoleFill(const std::string& id, const at::Tensor& known, const at::Tensor& hole,
                             const std::stop_token& stop) {
    const at::Tensor covered = hole.to(at::kCPU).mul(255).to(at::kByte).contiguous();
    const Size size{static_cast<int>(hole.size(3)), static_cast<int>(hole.size(2))};
    const auto* begin = covered.data_ptr<std::uint8_t>();
    const Mask mask(size, std::vector<std::uint8_t>(begin, begin + covered.numel()));
    const Image filled = classicalFill(id, toImage(known), mask, stop);
    const at::Tensor estimate = toTensor(filled, {0, 0, size.width, size.height}).to(known.device());
    return known * (1 - hole) + estimate * hole;
}

} // namespace palimpsest
