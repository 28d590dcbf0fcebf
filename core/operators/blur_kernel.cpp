// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/blur_kernel.h"

#include "core/base/error.h"
#include "core/tensor/finite.h"

#include <ATen/ATen.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

namespace palimpsest {
namespace {

struct ShapeRow {
    BlurShape shape;
    std::string_view name;
    std::size_t numbers;
    double least;
    double most;
};

constexpr ShapeRow kShapes[] = {
    {BlurShape::gaussian, "gaussian", 1, 0.1, 100},
    {BlurShape::motion, "motion", 2, 1, 400},
    {BlurShape::disk, "disk", 1, 0.5, 200},
};
constexpr double kCutOff = 4;           // of a Gaussian, in standard deviations
constexpr std::int64_t kSubpixels = 16; // a side, to cover parts of pixels
constexpr double kSumTolerance = 1e-3;

[[noreturn]] void refuse(const Message& sentence) {
    throw Error(ErrorCode::badArgument, sentence,
                "write gaussian:SIGMA, motion:LENGTH,ANGLE or disk:RADIUS, such as gaussian:2.5");
}

/// The numbers of "1.5,30"; empty if anything else is in the text.
std::vector<double> numbersOf(std::string_view text) {
    std::vector<double> numbers;
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    while (true) {
        double number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc() || !std::isfinite(number)) {
            return {};
        }
        numbers.push_back(number);
        if (next == end) {
            return numbers;
        }
        if (*next != ',') {
            return {};
        }
        at = next + 1;
    }
}

/// Shortest text that reads back as the same number.
std::string exactText(double value) {
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

const ShapeRow& rowOf(BlurShape shape) { return kShapes[static_cast<std::size_t>(shape)]; }

at::Tensor gaussian(double sigma) {
    const auto radius = static_cast<std::int64_t>(std::ceil(kCutOff * sigma));
    const at::Tensor line = (at::arange(-radius, radius + 1, at::kDouble) / sigma).square().mul(-0.5).exp();
    return line.unsqueeze(1) * line;
}

/// Each pixel has the length that a segment through the centre runs inside of it: at 0 and 90 degrees a box of equal
/// taps, as the field means by a motion of so many pixels.
at::Tensor motion(double length, double degrees) {
    const auto radius = static_cast<std::int64_t>(std::ceil(length / 2));
    const std::int64_t side = 2 * radius + 1;
    const auto points = static_cast<std::int64_t>(std::ceil(length)) * kSubpixels;
    at::Tensor pixels = at::zeros({side, side}, at::kDouble);
    auto values = pixels.accessor<double, 2>();
    const double angle = degrees * M_PI / 180;
    for (std::int64_t i = 0; i < points; ++i) {
        const double along = length * ((static_cast<double>(i) + 0.5) / static_cast<double>(points) - 0.5);
        const double x = static_cast<double>(radius) + along * std::cos(angle);
        const double y = static_cast<double>(radius) - along * std::sin(angle);
        values[std::lround(y)][std::lround(x)] += 1;
    }
    return pixels;
}

/// The part of each pixel that is inside of the circle.
at::Tensor disk(double radius) {
    const auto reach = static_cast<std::int64_t>(std::max(1.0, std::ceil(radius - 0.5)));
    const std::int64_t side = 2 * reach + 1;
    const double middle = static_cast<double>(side * kSubpixels - 1) / 2;
    const at::Tensor fine = (at::arange(side * kSubpixels, at::kDouble) - middle) / static_cast<double>(kSubpixels);
    const at::Tensor squares = fine.square();
    const at::Tensor inside = (squares.unsqueeze(1) + squares).le(radius * radius).to(at::kDouble);
    return inside.view({side, kSubpixels, side, kSubpixels}).mean({1, 3});
}

} // namespace

BlurKernel blurKernelFromText(const std::string& text) {
    const std::string_view whole = text;
    const std::size_t colon = whole.find(':');
    for (const ShapeRow& row : kShapes) {
        if (colon == std::string_view::npos || whole.substr(0, colon) != row.name) {
            continue;
        }
        const std::vector<double> numbers = numbersOf(whole.substr(colon + 1));
        if (numbers.size() != row.numbers) {
            refuse(row.numbers == 1 ? Message("the blur \"%1\" needs one number", text)
                                    : Message("the blur \"%1\" needs two numbers", text));
        }
        if (numbers[0] < row.least || numbers[0] > row.most) {
            refuse(Message("the blur \"%1\" is out of range: %2 to %3 px", text, row.least, row.most));
        }
        return {row.shape, numbers[0], numbers.size() > 1 ? numbers[1] : 0};
    }
    refuse(Message("the blur \"%1\" is not known", text));
}

std::string toText(const BlurKernel& kernel) {
    const std::string text = std::string(rowOf(kernel.shape).name) + ":" + exactText(kernel.size);
    return kernel.shape == BlurShape::motion ? text + "," + exactText(kernel.angle) : text;
}

at::Tensor kernelPixels(const BlurKernel& kernel) {
    const at::Tensor pixels = kernel.shape == BlurShape::gaussian ? gaussian(kernel.size)
                              : kernel.shape == BlurShape::motion ? motion(kernel.size, kernel.angle)
                                                                  : disk(kernel.size);
    return pixels / pixels.sum();
}

PreparedKernel preparedKernel(const at::Tensor& raw) {
    const auto refuseKernel = [](const Message& sentence) {
        throw Error(ErrorCode::badInput, sentence, "use another kernel, or a blur by name such as gaussian:2.5");
    };
    if (!raw.defined() || raw.dim() != 2 || raw.numel() == 0) {
        refuseKernel("the blur kernel is empty");
    }
    const at::Tensor pixels = raw.to(at::kCPU, at::kDouble);
    if (!allFinite(pixels)) {
        refuseKernel("the blur kernel holds a NaN or infinite value");
    }
    if (pixels.min().item<double>() < 0) {
        refuseKernel("the blur kernel has negative values");
    }
    const double sum = pixels.sum().item<double>();
    if (!(sum > 0) || !std::isfinite(sum)) {
        refuseKernel("the blur kernel sums to zero");
    }
    const at::Tensor odd = at::constant_pad_nd(pixels, {0, (raw.size(1) + 1) % 2, 0, (raw.size(0) + 1) % 2});
    return {odd / sum, std::abs(sum - 1) > kSumTolerance};
}

void requireKernelFits(const at::Tensor& pixels, const Shape& domain) {
    if (domain.size() != 3) {
        throw Bug("a blur kernel is for pictures [C,H,W]");
    }
    if (pixels.size(0) > domain[1] || pixels.size(1) > domain[2]) {
        throw Error(ErrorCode::badInput,
                    Message("the blur kernel is larger than the picture: %1 x %2 against %3 x %4 pixels",
                            pixels.size(1), pixels.size(0), domain[2], domain[1]),
                    "use a smaller kernel or a larger picture");
    }
}

} // namespace palimpsest
