// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <functional>

namespace palimpsest {

/// Whether what is computed from x must be differentiable in it.
bool needsGraph(const at::Tensor& x);

/// forward(x), computed without a graph, as one node of the graph of x: backward turns the gradient of the result into
/// the gradient of x. What backward captures is what the graph keeps; it is freed once the gradient was taken.
/// Differentiable once. Neither function may capture the result of forward: it would keep itself alive.
at::Tensor withInputGradient(const at::Tensor& x, const std::function<at::Tensor(const at::Tensor& x)>& forward,
                             std::function<at::Tensor(const at::Tensor& dy)> backward);

} // namespace palimpsest
