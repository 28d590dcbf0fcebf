// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/denoisers/denoiser.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace palimpsest {

struct TileOptions {
    std::int64_t side = 512;                              ///< largest height and width of a tile, a multiple of 8
    std::int64_t overlap = 32;                            ///< of neighbours, at least; less than `side`
    std::stop_token stop = {};                            ///< looked at before every tile
    std::function<void(int done, int total)> onTile = {}; ///< after every tile, also of those that a gradient repeats
};

/// Evaluates another denoiser on overlapping tiles, so that a picture of any size needs the memory of one tile. The
/// estimates x0 are blended with smooth weights that sum to one; eps follows from x0. All tiles have one size; those at
/// the far edges are shifted inwards. A picture that fits into one tile is handed on as it is.
/// With a graph only x_t is kept: the gradient evaluates every tile once more. A learned variance is blended without
/// one.
class TiledDenoiser : public Denoiser {
public:
    /// Throws Bug for an impossible side or overlap. `inner` must outlive this and the graphs of its predictions.
    TiledDenoiser(const Denoiser& inner, TileOptions options);
    /// Throws Cancelled, and so does the gradient of what it returns.
    Prediction predict(const at::Tensor& xt, const Step& step) const override;

private:
    const Denoiser& inner_;
    TileOptions options_;
};

/// Where tiles of min(side, length) begin along an axis, in rising order, and how much each counts there.
struct TileAxis {
    std::vector<std::int64_t> begins;
    std::int64_t side;
    std::vector<std::vector<double>> weights; ///< [tiles][side], for every pixel of the axis they sum to 1
};
TileAxis tileAxis(std::int64_t length, std::int64_t side, std::int64_t overlap);

} // namespace palimpsest
