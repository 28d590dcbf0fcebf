// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/priors/network_evaluation.h"

#include "core/base/error.h"
#include "core/files/npy_file.h"
#include "core/networks/layers/class_label.h"
#include "core/networks/network.h"
#include "core/tensor/compute_setup.h"
#include "core/tensor/shape.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <cstring>

namespace palimpsest {
namespace {

at::Tensor readTensor(const std::string& path) {
    const NpyArray array = readNpy(path);
    at::Tensor tensor = at::empty(array.shape, at::kFloat);
    std::memcpy(tensor.mutable_data_ptr(), array.values.data(), tensor.nbytes());
    return tensor;
}

void writeTensor(const std::string& path, const at::Tensor& tensor) {
    const at::Tensor flat = tensor.detach().to(at::kCPU, at::kFloat).contiguous();
    const float* values = flat.const_data_ptr<float>();
    writeNpy(path, {flat.sizes().vec(), {values, values + flat.numel()}});
}

void requireInput(const at::Tensor& x, const Network& network, const std::string& path) {
    if (x.dim() != 4 || x.size(1) != network.inputChannels() || x.numel() == 0) {
        throw Error(ErrorCode::badInput,
                    Message("%1 is an array %2, and the network takes [N,%3,H,W]", path, toText(x.sizes()),
                            network.inputChannels()),
                    "save an array of four axes: pictures, channels, rows, columns");
    }
}

void requireShapeOf(const at::Tensor& cotangent, const at::Tensor& y, const std::string& path) {
    if (cotangent.sizes() != y.sizes()) {
        throw Error(
            ErrorCode::badInput,
            Message("%1 is an array %2, and the output is %3", path, toText(cotangent.sizes()), toText(y.sizes())),
            "save a cotangent of the output's shape");
    }
}

} // namespace

void runNetworkEvaluation(const NetworkEvaluation& evaluation, PriorStore& store) {
    setUpCompute("cpu", "fp32", {});
    const auto network = store.networks.get(store.catalogue.find(evaluation.prior), at::kCPU, at::kFloat);
    const bool wantsGradient = !evaluation.gradient.empty();
    const at::Tensor x = readTensor(evaluation.input).requires_grad_(wantsGradient);
    requireInput(x, *network, evaluation.input);
    requireClass(*network, evaluation.classLabel);
    const at::AutoGradMode mode(wantsGradient);
    const at::Tensor y =
        forwardWithLabel(*network, x, at::full({x.size(0)}, evaluation.time, at::kFloat), evaluation.classLabel);
    if (wantsGradient) {
        const at::Tensor cotangent = evaluation.cotangent.empty() ? at::ones_like(y) : readTensor(evaluation.cotangent);
        requireShapeOf(cotangent, y, evaluation.cotangent);
        writeTensor(evaluation.gradient, torch::autograd::grad({y}, {x}, {cotangent}).front());
    }
    writeTensor(evaluation.output, y);
}

} // namespace palimpsest
