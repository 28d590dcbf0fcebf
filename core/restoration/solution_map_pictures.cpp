// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restoration/solution_map_pictures.h"

#include "core/image/colour_transform.h"
#include "core/operators/linear_operator.h"
#include "core/tensor/tensor_image.h"

#include <ATen/ATen.h>

namespace palimpsest {
namespace {

/// Root mean square over the channels: [1,1,H,W].
at::Tensor overChannels(const at::Tensor& x) { return x.square().mean(1, true).sqrt(); }

} // namespace

double residualUnit(const NoiseModel& noise) { return noise.isNoiseless() ? 2.0 / 255 : noise.sigmaY; }

SolutionMaps inpaintingMaps(const std::vector<Image>& samples, const Mask& solved) {
    SolutionMaps maps;
    const Rect area{0, 0, samples.front().width(), samples.front().height()};
    maps.invented = floatImage(holeTensor(solved, area));
    if (samples.size() > 1) {
        at::Tensor sum;
        at::Tensor squares;
        for (const Image& sample : samples) { // one at a time: pictures may be large
            const at::Tensor x = toTensor(toWorkingSpace(sample), area).add(1).div(2);
            sum = sum.defined() ? sum.add_(x) : x.clone();
            squares = squares.defined() ? squares.add_(x.square()) : x.square();
        }
        const auto count = static_cast<double>(samples.size());
        const at::Tensor variance = (squares - sum.square() / count).clamp_min(0) / (count - 1);
        maps.mean = floatImage(sum / count);
        maps.deviation = floatImage(variance.mean(1, true).sqrt());
    }
    return maps;
}

SolutionMaps solutionMaps(const at::Tensor& samples, const TaskMeasurement& measured) {
    SolutionMaps maps;
    maps.sigma = measured.known.noise.sigmaY / 2;
    if (samples.size(0) > 1) {
        const at::Tensor pictures = withoutMargin(samples, measured.margin);
        maps.mean = floatImage(pictures.mean(0, true).add(1).div(2).clamp(0, 1));
        maps.deviation = floatImage(overChannels(pictures.std(at::IntArrayRef{0}, true, true)) / 2);
    }
    const at::Tensor first = samples.slice(0, 0, 1);
    const LinearOperator* linear = measured.known.A->asLinear();
    const at::Tensor invented =
        linear ? linear->nullSpaceComponent(first) : first - measured.known.A->directReconstruction(measured.known.y);
    maps.invented = floatImage(overChannels(withoutMargin(invented, measured.margin)) / 2);
    const at::Tensor residual = measured.known.A->forward(first) - measured.known.y;
    if (residual.dim() == 4) {
        maps.residual = floatImage(overChannels(residual) / residualUnit(measured.known.noise));
    }
    return maps;
}

} // namespace palimpsest
