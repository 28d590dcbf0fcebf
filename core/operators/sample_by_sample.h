// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/ATen.h>

#include <vector>

namespace palimpsest {

/// map(x) of each sample [1,...] on its own. Libraries for FFT and convolution choose their algorithm by the size of
/// the batch, so that the last bits of a sample would depend on its neighbours.
template <typename Map>
at::Tensor sampleBySample(const at::Tensor& x, const Map& map) {
    if (x.size(0) == 1) {
        return map(x);
    }
    std::vector<at::Tensor> results;
    for (const at::Tensor& sample : x.split(1)) {
        results.push_back(map(sample));
    }
    return at::cat(results);
}

} // namespace palimpsest
