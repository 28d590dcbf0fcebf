// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/restorers/restorer.h"

#include "core/base/error.h"
#include "core/networks/network.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace palimpsest {
namespace {

/// Pieces begin at multiples of this, so that networks with windows and halvings see the grid of the whole picture.
constexpr std::int64_t kGrid = 64;
constexpr std::int64_t kMostFilledPixels = 1 << 20;

/// One axis of a piece, in pixels of the input.
struct Span {
    std::int64_t begin, end;         ///< what the network sees
    std::int64_t coreBegin, coreEnd; ///< what it is for
};

std::vector<Span> spans(std::int64_t length, const RestorerRule& rule) {
    if (rule.tile == 0 || length <= rule.tile) {
        return {{0, length, 0, length}};
    }
    const std::int64_t core =
        std::max<std::int64_t>(kGrid, (rule.tile - 2 * std::int64_t{rule.overlap}) / kGrid * kGrid);
    const std::int64_t rim = rule.overlap;
    std::vector<Span> all;
    for (std::int64_t begin = 0; begin < length; begin += core) {
        const std::int64_t end = length - begin - core < rim ? length : begin + core; // no slivers
        all.push_back({std::max<std::int64_t>(0, begin - rim), std::min(length, end + rim), begin, end});
        if (end == length) {
            break;
        }
    }
    return all;
}

/// [scale * span]: 1 in the core, falling to 0 over the middle half of the overlap with each neighbour.
at::Tensor ramp(const Span& span, std::int64_t overlap, std::int64_t scale, const at::TensorOptions& options) {
    const std::int64_t count = (span.end - span.begin) * scale;
    const at::Tensor place = (at::arange(count, options) + 0.5) / static_cast<double>(scale);
    at::Tensor weight = at::ones({count}, options);
    const double width = std::max(1.0, static_cast<double>(overlap));
    if (span.begin < span.coreBegin) {
        weight =
            at::minimum(weight, ((place - static_cast<double>(span.coreBegin - span.begin)) / width + 0.5).clamp(0, 1));
    }
    if (span.coreEnd < span.end) {
        weight =
            at::minimum(weight, ((static_cast<double>(span.coreEnd - span.begin) - place) / width + 0.5).clamp(0, 1));
    }
    return weight;
}

at::Tensor cut(const at::Tensor& x, const Span& rows, const Span& columns, std::int64_t scale) {
    return x.slice(2, rows.begin * scale, rows.end * scale).slice(3, columns.begin * scale, columns.end * scale);
}

at::Tensor resized(const at::Tensor& x, std::int64_t height, std::int64_t width) {
    const bool divides = x.size(2) % height == 0 && x.size(3) % width == 0;
    return divides ? at::adaptive_avg_pool2d(x, {height, width})
                   : at::_upsample_bicubic2d_aa(x, {height, width}, false);
}

} // namespace

Restorer::Restorer(std::shared_ptr<const Network> network, PriorCard card)
    : network_(std::move(network)), card_(std::move(card)) {
    if (!card_.restorer) {
        throw Bug("the prior " + card_.id + " is no restorer");
    }
}

at::Tensor Restorer::evaluated(const at::Tensor& input, double sigma) const {
    const at::Tensor y = network_->forward(input, at::full({1}, sigma, input.options()));
    if (!allFinite(y)) {
        throw Error(ErrorCode::badInput, Message("the restorer \"%1\" computes NaN or infinite values", card_.id),
                    "use another one, or fp32 instead of 16 bits");
    }
    return y;
}

at::Tensor Restorer::inPieces(const at::Tensor& input, double sigma, const std::stop_token& stop) const {
    const RestorerRule& rule = *card_.restorer;
    const std::vector<Span> rows = spans(input.size(2), rule);
    const std::vector<Span> columns = spans(input.size(3), rule);
    const std::int64_t scale = rule.scale;
    at::Tensor sum = at::zeros(
        {input.size(0), network_->outputChannels(), input.size(2) * scale, input.size(3) * scale}, input.options());
    at::Tensor total = at::zeros({1, 1, sum.size(2), sum.size(3)}, input.options());
    for (const Span& row : rows) {
        for (const Span& column : columns) {
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            const at::Tensor y = evaluated(cut(input, row, column, 1).contiguous(), sigma);
            const at::Tensor weight = ramp(row, rule.overlap, scale, input.options()).reshape({1, 1, -1, 1}) *
                                      ramp(column, rule.overlap, scale, input.options()).reshape({1, 1, 1, -1});
            cut(sum, row, column, scale).add_(y * weight);
            cut(total, row, column, scale).add_(weight);
        }
    }
    return sum.div_(total);
}

at::Tensor Restorer::restored(const at::Tensor& picture, double sigma, const std::stop_token& stop) const {
    const at::NoGradGuard noGrad;
    const auto [black, white] = card_.valueRange;
    const at::Tensor ranged = picture.add(1).mul((white - black) / 2).add(black);
    const bool isGrey = card_.channels == 1;
    const at::Tensor input = isGrey ? ranged.transpose(0, 1).contiguous() : ranged;
    const at::Tensor y = inPieces(input, sigma * (white - black), stop);
    const at::Tensor result = isGrey ? y.transpose(0, 1) : y;
    return result.sub(black).mul(2 / (white - black)).sub(1).clamp(-1, 1).contiguous();
}

at::Tensor Restorer::enlarged(const at::Tensor& picture, int factor, double sigma, const std::stop_token& stop) const {
    at::Tensor x = picture;
    double noise = sigma;
    for (int reached = 1; reached < factor && card_.restorer->scale > 1; reached *= card_.restorer->scale) {
        x = restored(x, noise, stop);
        noise = 0;
    }
    if (factor == 1) {
        x = restored(x, noise, stop);
    }
    const std::int64_t height = picture.size(2) * factor;
    const std::int64_t width = picture.size(3) * factor;
    return x.size(2) == height && x.size(3) == width ? x : resized(x, height, width).clamp(-1, 1);
}

at::Tensor Restorer::filled(const at::Tensor& known, const at::Tensor& hole, const std::stop_token& stop) const {
    if (network_->inputChannels() != 4) {
        throw Bug("the restorer " + card_.id + " takes no hole");
    }
    if (stop.stop_requested()) {
        throw Cancelled();
    }
    const at::NoGradGuard noGrad;
    const double share = std::sqrt(
        std::min(1.0, static_cast<double>(kMostFilledPixels) / static_cast<double>(known.size(2) * known.size(3))));
    const auto side = [&](std::int64_t length) {
        return std::max<std::int64_t>(1, std::llround(static_cast<double>(length) * share));
    };
    const bool isSmaller = share < 1;
    const at::Tensor picture = isSmaller ? resized(known, side(known.size(2)), side(known.size(3))) : known;
    const at::Tensor open =
        isSmaller ? std::get<0>(at::adaptive_max_pool2d(hole, {picture.size(2), picture.size(3)})) : hole;
    const auto [black, white] = card_.valueRange;
    const at::Tensor ranged = picture.add(1).mul((white - black) / 2).add(black);
    const at::Tensor y = evaluated(at::cat({ranged * (1 - open), open}, 1), 0);
    at::Tensor whole = y.sub(black).mul(2 / (white - black)).sub(1).clamp(-1, 1);
    if (isSmaller) {
        whole = at::upsample_bicubic2d(whole, {known.size(2), known.size(3)}, false).clamp(-1, 1);
    }
    return known * (1 - hole) + whole * hole;
}

} // namespace palimpsest
