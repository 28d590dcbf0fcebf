// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/denoisers/tiled_denoiser.h"

#include "core/base/error.h"
#include "core/tensor/input_gradient.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

#include <algorithm>
#include <utility>

namespace palimpsest {
namespace {

/// Rises from 0 to 1 over the overlap at every side where a neighbour is, with a slope of 0 at both ends.
std::vector<double> window(std::int64_t side, std::int64_t overlap, bool isFirst, bool isLast) {
    std::vector<double> values(static_cast<std::size_t>(side));
    for (std::int64_t i = 0; i < side; ++i) {
        const std::int64_t before = isFirst ? overlap : i;
        const std::int64_t behind = isLast ? overlap : side - 1 - i;
        const double t =
            std::min(1.0, (static_cast<double>(std::min(before, behind)) + 0.5) / static_cast<double>(overlap));
        values[static_cast<std::size_t>(i)] = t * t * (3 - 2 * t);
    }
    return values;
}

void normalise(TileAxis& axis, std::int64_t length) {
    std::vector<double> sums(static_cast<std::size_t>(length), 0.0);
    const auto forAll = [&](const auto& pass) {
        for (std::size_t tile = 0; tile < axis.begins.size(); ++tile) {
            for (std::size_t i = 0; i < axis.weights[tile].size(); ++i) {
                pass(axis.weights[tile][i], sums[static_cast<std::size_t>(axis.begins[tile]) + i]);
            }
        }
    };
    forAll([](double weight, double& sum) { sum += weight; });
    forAll([](double& weight, double sum) { weight /= sum; });
}

/// The tiles of one picture, in reading order.
class Tiling {
public:
    Tiling(const at::Tensor& xt, const TileOptions& options)
        : rows_(tileAxis(xt.size(2), options.side, options.overlap)),
          columns_(tileAxis(xt.size(3), options.side, options.overlap)), options_(options),
          tensorOptions_(xt.options()) {}

    int count() const { return static_cast<int>(rows_.begins.size() * columns_.begins.size()); }

    at::Tensor cut(const at::Tensor& picture, int tile) const {
        return picture.narrow(2, rows_.begins[row(tile)], rows_.side)
            .narrow(3, columns_.begins[column(tile)], columns_.side);
    }

    /// [h,w]
    at::Tensor weights(int tile) const {
        const auto axis = [&](const std::vector<double>& values) {
            return at::tensor(values, at::kDouble).to(tensorOptions_.requires_grad(false));
        };
        return at::outer(axis(rows_.weights[row(tile)]), axis(columns_.weights[column(tile)]));
    }

    /// Calls pass(tile) for all; throws Cancelled.
    template <typename Pass>
    void forAll(const Pass& pass) const {
        for (int tile = 0; tile < count(); ++tile) {
            if (options_.stop.stop_requested()) {
                throw Cancelled();
            }
            pass(tile);
            if (options_.onTile) {
                options_.onTile(tile + 1, count());
            }
        }
    }

private:
    std::size_t row(int tile) const { return static_cast<std::size_t>(tile) / columns_.begins.size(); }
    std::size_t column(int tile) const { return static_cast<std::size_t>(tile) % columns_.begins.size(); }

    TileAxis rows_, columns_;
    TileOptions options_;
    at::TensorOptions tensorOptions_;
};

/// The blended prediction without a graph; eps is left out.
Prediction blended(const Denoiser& inner, const Tiling& tiling, const at::Tensor& xt, const Step& step) {
    Prediction sum{at::zeros_like(xt, at::MemoryFormat::Contiguous), {}, std::nullopt};
    tiling.forAll([&](int tile) {
        const at::Tensor weights = tiling.weights(tile);
        const Prediction part = inner.predict(tiling.cut(xt, tile).contiguous(), step);
        tiling.cut(sum.x0, tile).addcmul_(part.x0, weights);
        if (part.logVariance) {
            if (!sum.logVariance) {
                sum.logVariance = at::zeros_like(sum.x0);
            }
            tiling.cut(*sum.logVariance, tile).addcmul_(*part.logVariance, weights);
        }
    });
    return sum;
}

/// Gradient with respect to x_t of the blended x0.
at::Tensor gradient(const Denoiser& inner, const Tiling& tiling, const at::Tensor& xt, const Step& step,
                    const at::Tensor& dx0) {
    const at::AutoGradMode graph(true);
    at::Tensor sum = at::zeros_like(xt, at::MemoryFormat::Contiguous);
    tiling.forAll([&](int tile) {
        const at::Tensor part = tiling.cut(xt, tile).detach().contiguous().requires_grad_(true);
        const at::Tensor x0 = inner.predict(part, step).x0;
        const at::Tensor dPart = tiling.cut(dx0, tile) * tiling.weights(tile);
        tiling.cut(sum, tile).add_(torch::autograd::grad({x0}, {part}, {dPart}).front());
    });
    return sum;
}

} // namespace

TileAxis tileAxis(std::int64_t length, std::int64_t side, std::int64_t overlap) {
    TileAxis axis{{0}, std::min(side, length), {}};
    while (axis.begins.back() + side < length) {
        axis.begins.push_back(std::min(axis.begins.back() + side - overlap, length - side));
    }
    for (std::size_t tile = 0; tile < axis.begins.size(); ++tile) {
        axis.weights.push_back(window(axis.side, overlap, tile == 0, tile + 1 == axis.begins.size()));
    }
    normalise(axis, length);
    return axis;
}

TiledDenoiser::TiledDenoiser(const Denoiser& inner, TileOptions options) : inner_(inner), options_(std::move(options)) {
    if (options_.side < 8 || options_.side % 8 != 0 || options_.overlap < 1 || options_.overlap >= options_.side) {
        throw Bug("a tile must be a multiple of 8 pixels wide and wider than its overlap");
    }
}

Prediction TiledDenoiser::predict(const at::Tensor& xt, const Step& step) const {
    if (xt.size(2) <= options_.side && xt.size(3) <= options_.side) {
        return inner_.predict(xt, step);
    }
    const Tiling tiling(xt, options_);
    if (!needsGraph(xt)) {
        const Prediction sum = blended(inner_, tiling, xt, step);
        return withX0(sum, sum.x0, xt, step);
    }
    std::optional<at::Tensor> logVariance;
    const auto forward = [&](const at::Tensor& input) {
        const Prediction sum = blended(inner_, tiling, input, step);
        logVariance = sum.logVariance;
        return sum.x0;
    };
    const auto backward = [&inner = inner_, tiling, step, xt = xt.detach()](const at::Tensor& dx0) {
        return gradient(inner, tiling, xt, step, dx0);
    };
    const at::Tensor x0 = withInputGradient(xt, forward, backward);
    return withX0({{}, {}, logVariance}, x0, xt, step);
}

} // namespace palimpsest
