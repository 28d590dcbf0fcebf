// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/bm3d/block_transform.h"

#include <opencv2/core.hpp>

#include <cmath>
#include <numbers>

namespace palimpsest {
namespace {

using Line = cv::Matx<double, kBlockSide, 1>;
using Square = cv::Matx<double, kBlockSide, kBlockSide>;

/// Analysis filters of the wavelet; their middle taps meet a pair of neighbours.
constexpr std::array kLow{0.01657281518405971,  -0.01657281518405971, -0.12153397801643787, 0.12153397801643787,
                          0.7071067811865476,   0.7071067811865476,   0.12153397801643787,  -0.12153397801643787,
                          -0.01657281518405971, 0.01657281518405971};
constexpr double kHigh = 0.7071067811865476;
constexpr int kMiddle = 4;

/// Means and details of the first `length` values: means first.
Line decomposed(const Line& values, int length) {
    Line result = values;
    for (int i = 0; i < length / 2; ++i) {
        double mean = 0;
        for (int k = 0; k < static_cast<int>(kLow.size()); ++k) {
            mean += kLow[k] * values(((2 * i + k - kMiddle) % length + length) % length);
        }
        result(i) = mean;
        result(length / 2 + i) = kHigh * (values(2 * i + 1) - values(2 * i));
    }
    return result;
}

BlockTransform transformOf(Square matrix) {
    for (int row = 0; row < kBlockSide; ++row) {
        const double length = cv::norm(matrix.row(row));
        for (int column = 0; column < kBlockSide; ++column) {
            matrix(row, column) /= length;
        }
    }
    const Square inverse = matrix.inv();
    BlockTransform transform;
    for (int i = 0; i < kBlockArea; ++i) {
        transform.forward[i] = static_cast<float>(matrix.val[i]);
        transform.inverse[i] = static_cast<float>(inverse.val[i]);
    }
    return transform;
}

Square waveletMatrix() {
    Square matrix;
    for (int column = 0; column < kBlockSide; ++column) {
        Line values = Line::zeros();
        values(column) = 1;
        for (int length = kBlockSide; length > 1; length /= 2) {
            values = decomposed(values, length);
        }
        for (int row = 0; row < kBlockSide; ++row) {
            matrix(row, column) = values(row);
        }
    }
    return matrix;
}

Square cosineMatrix() {
    Square matrix;
    for (int row = 0; row < kBlockSide; ++row) {
        for (int column = 0; column < kBlockSide; ++column) {
            matrix(row, column) = std::cos(std::numbers::pi * row * (column + 0.5) / kBlockSide);
        }
    }
    return matrix;
}

std::array<float, kBlockArea> kaiserWindow() {
    constexpr double kBeta = 2;
    std::array<double, kBlockSide> line{};
    for (int i = 0; i < kBlockSide; ++i) {
        const double place = 2.0 * i / (kBlockSide - 1) - 1;
        line[i] = std::cyl_bessel_i(0, kBeta * std::sqrt(1 - place * place)) / std::cyl_bessel_i(0, kBeta);
    }
    std::array<float, kBlockArea> window{};
    for (int i = 0; i < kBlockArea; ++i) {
        window[i] = static_cast<float>(line[i / kBlockSide] * line[i % kBlockSide]);
    }
    return window;
}

} // namespace

const BlockTransform& splineWavelet() {
    static const BlockTransform transform = transformOf(waveletMatrix());
    return transform;
}

const BlockTransform& cosineTransform() {
    static const BlockTransform transform = transformOf(cosineMatrix());
    return transform;
}

const std::array<float, kBlockArea>& blockWindow() {
    static const std::array<float, kBlockArea> window = kaiserWindow();
    return window;
}

} // namespace palimpsest
