// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/networks/evaluation_cost.h"

#include "core/networks/layers/class_label.h"
#include "core/networks/network.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace palimpsest {
namespace {

thread_local ConvolutionCount* current = nullptr;

} // namespace

ConvolutionCount::ConvolutionCount(Work work) : outer_(current), work_(work) { current = this; }

ConvolutionCount::~ConvolutionCount() { current = outer_; }

bool ConvolutionCount::skips() { return current && current->work_ == Work::skipped; }

void ConvolutionCount::add(std::int64_t outputs, std::int64_t terms) {
    if (current) {
        current->multiplyAdds += static_cast<double>(outputs) * static_cast<double>(terms);
        current->activations += static_cast<double>(outputs);
    }
}

EvaluationCost evaluationCost(const Network& network) {
    constexpr std::int64_t kSide = 64;
    constexpr double kTime = 500;
    const at::AutoGradMode noGradients(false);
    const at::Tensor x = at::zeros({1, network.inputChannels(), kSide, kSide});
    const at::Tensor time = at::full({1}, kTime);
    const ConvolutionCount count(ConvolutionCount::Work::skipped);
    forwardWithLabel(network, x, time, anyClass(network));
    return {count.multiplyAdds / (kSide * kSide), count.activations / (kSide * kSide)};
}

} // namespace palimpsest
