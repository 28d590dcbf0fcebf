// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/class_label.h"

#include "core/base/error.h"
#include "core/networks/network.h"

#include <ATen/ATen.h>

namespace palimpsest {

void requireClass(const Network& network, int classLabel) {
    const int classes = network.classes();
    if (classes == 0 && classLabel >= 0) {
        throw Error(ErrorCode::badArgument,
                    Message("this prior knows no classes and was given the class %1", classLabel),
                    "leave the class out");
    }
    if (classes > 0 && (classLabel < 0 || classLabel >= classes)) {
        throw Error(ErrorCode::badArgument,
                    classLabel < 0 ? Message("this prior draws pictures of one class at a time and was given no class")
                                   : Message("this prior has no class %1", classLabel),
                    Message("give a class from 0 to %1", classes - 1));
    }
}

at::Tensor forwardWithLabel(const Network& network, const at::Tensor& x, const at::Tensor& time, int classLabel) {
    if (network.classes() == 0) {
        return network.forward(x, time);
    }
    return network.forwardOfClass(x, time, at::full({x.size(0)}, classLabel, time.options().dtype(at::kLong)));
}

} // namespace palimpsest
