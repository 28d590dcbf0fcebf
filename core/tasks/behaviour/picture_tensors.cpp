// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/behaviour/picture_tensors.h"

#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

#include <cmath>

namespace palimpsest {
namespace {

at::Tensor halvedPlane(const at::Tensor& x) { return at::avg_pool2d(x, {2, 2}, {2, 2}, {0, 0}, true, false); }

at::Tensor middle(const at::Tensor& x, std::int64_t height, std::int64_t width) {
    const std::int64_t top = (x.size(-2) - height) / 2;
    const std::int64_t left = (x.size(-1) - width) / 2;
    return x.narrow(-2, top, height).narrow(-1, left, width).contiguous();
}

} // namespace

PictureTensors tensorsOf(const Image& picture) {
    PictureTensors tensors;
    tensors.picture = toTensor(picture, {0, 0, picture.width(), picture.height()});
    tensors.rounding = roundingOf(picture.depth());
    return tensors;
}

PictureTensors halved(const PictureTensors& full) {
    PictureTensors half;
    half.kernel = full.kernel;
    half.picture = halvedPlane(full.picture);
    half.rounding = full.rounding / 2;
    if (full.known.defined()) {
        half.known = halvedPlane(full.known.to(at::kFloat).unsqueeze(0).unsqueeze(0))[0][0] > 0.99;
    }
    if (full.hinted.defined()) {
        const at::Tensor weight = full.hinted.to(full.hints.options()).unsqueeze(0).unsqueeze(0);
        const at::Tensor share = halvedPlane(weight);
        half.hints = halvedPlane(full.hints * weight) / share.clamp_min(1e-6);
        half.hinted = share[0][0] > 0;
    }
    return half;
}

PictureTensors middleOf(const PictureTensors& input, std::int64_t height, std::int64_t width) {
    PictureTensors cut = input;
    for (at::Tensor* tensor : {&cut.picture, &cut.known, &cut.hints, &cut.hinted}) {
        *tensor = tensor->defined() ? middle(*tensor, height, width) : *tensor;
    }
    return cut;
}

PictureTensors onDevice(PictureTensors tensors, at::Device device) {
    for (at::Tensor* tensor : {&tensors.picture, &tensors.known, &tensors.hints, &tensors.hinted}) {
        *tensor = tensor->defined() ? tensor->to(device) : *tensor;
    }
    return tensors;
}

double roundingOf(PixelDepth depth) {
    const double step = depth == PixelDepth::uint8 ? 1.0 / 255 : depth == PixelDepth::uint16 ? 1.0 / 65535 : 0;
    return step / std::sqrt(12.0); // of a uniform error
}

at::Tensor withoutMargin(const at::Tensor& x, Size margin) {
    return x.narrow(2, margin.height, x.size(2) - 2 * margin.height)
        .narrow(3, margin.width, x.size(3) - 2 * margin.width);
}

at::Tensor withMargin(const at::Tensor& x, Size margin) {
    if (margin.width == 0 && margin.height == 0) {
        return x;
    }
    return at::replication_pad2d(x, {margin.width, margin.width, margin.height, margin.height});
}

bool isGrey(const at::Tensor& picture) {
    const at::Tensor first = picture.narrow(1, 0, 1);
    return picture.narrow(1, 1, 1).equal(first) && picture.narrow(1, 2, 1).equal(first);
}

} // namespace palimpsest
