// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/class_label.h"

#include "core/networks/network.h"

#include <ATen/ATen.h>

namespace palimpsest {

at::Tensor forwardWithLabel(const Network& network, const at::Tensor& x, const at::Tensor& time, int classLabel) {
    if (network.classes() == 0) {
        return network.forward(x, time);
    }
    return network.forwardOfClass(x, time, at::full({x.size(0)}, classLabel, time.options().dtype(at::kLong)));
}

} // namespace palimpsest
