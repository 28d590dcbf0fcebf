// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/layers/class_label.h"

#include "core/base/error.h"
#include "core/networks/network.h"

#include <ATen/ATen.h>

namespace palimpsest {

void requireClass(const Network& network, std::optional<int> classLabel) {
    const int classes = network.classes();
    if (classes == 0 && classLabel) {
        throw Error(ErrorCode::badArgument,
                    Message("this prior knows no classes and was given the class %1", *classLabel),
                    "leave the class out");
    }
    if (classes > 0 && (!classLabel || *classLabel < 0 || *classLabel >= classes)) {
        throw Error(ErrorCode::badArgument,
                    classLabel ? Message("this prior has no class %1", *classLabel)
                               : Message("this prior draws pictures of one class at a time and was given no class"),
                    Message("give a class from 0 to %1", classes - 1));
    }
}

std::optional<int> anyClass(const Network& network) {
    return network.classes() > 0 ? std::optional<int>(0) : std::nullopt;
}

at::Tensor forwardWithLabel(const Network& network, const at::Tensor& x, const at::Tensor& time,
                            std::optional<int> classLabel) {
    if (!classLabel) {
        return network.forward(x, time);
    }
    return network.forwardOfClass(x, time, at::full({x.size(0)}, *classLabel, time.options().dtype(at::kLong)));
}

} // namespace palimpsest
