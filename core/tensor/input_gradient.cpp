// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/input_gradient.h"

#include "core/base/error.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/variable.h>

#include <mutex>
#include <utility>

namespace palimpsest {
namespace {

class InputGradient : public torch::autograd::Node {
public:
    InputGradient(torch::autograd::edge_list edges, std::function<at::Tensor(const at::Tensor&)> backward)
        : Node(std::move(edges)), backward_(std::move(backward)) {}

    torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
        const at::NoGradGuard once;
        if (!gradients.front().defined()) {
            return {at::Tensor()};
        }
        if (!backward_) {
            throw Bug("a gradient is taken a second time through a graph that was freed");
        }
        return {backward_(gradients.front())};
    }

    void release_variables() override {
        const std::scoped_lock lock(mutex_);
        backward_ = nullptr;
    }

private:
    std::function<at::Tensor(const at::Tensor&)> backward_;
};

} // namespace

bool needsGraph(const at::Tensor& x) { return at::GradMode::is_enabled() && x.requires_grad(); }

at::Tensor withInputGradient(const at::Tensor& x, const std::function<at::Tensor(const at::Tensor& x)>& forward,
                             std::function<at::Tensor(const at::Tensor& dy)> backward) {
    at::Tensor y;
    {
        const at::NoGradGuard noGraph;
        y = forward(x.detach());
    }
    const auto node = std::make_shared<InputGradient>(torch::autograd::collect_next_edges(x), std::move(backward));
    torch::autograd::create_gradient_edge(y, node);
    return y;
}

} // namespace palimpsest
