// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
// JPEG compression (ITU-T T.81; colours as in JFIF, ITU-R BT.601 at full range): y is the decoded picture, neither
// rounded to 8 bits nor smoothed between chroma samples, which are area means, repeated. Tables of annex K, scaled by
// the quality as the Independent JPEG Group does.
//
// Rounding and the final clamp let gradients through as if they were not there (straight-through), so that J is the
// linear map that remains: the identity, or with 4:2:0 chroma the projection on colours that are constant in 2 x 2
// pixels. Components that are R, G and B (rare) are rounded as they are.
//
// The projection clamps each coefficient of x into the cell that was rounded to y's: exact in the planes Y, Cb, Cr for
// pictures whose sides are multiples of the block; otherwise the border blocks, continued by repeating the last pixel,
// are only nearly met. Chroma that a decoder smoothed while it enlarged it is rounded to the nearest cell.
#include "core/base/error.h"
#include "core/operators/block_cosines.h"
#include "core/operators/jpeg_chroma.h"
#include "core/operators/nonlinear_catalogue.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace palimpsest {
namespace {

constexpr std::int64_t kBlock = kJpegBlock;
constexpr double kHalfRange = 127.5; // [-1,1] to [0,255]
constexpr double kLumaShift = -0.5;  // the level shift is 128, the middle of the range 127.5
constexpr double kHalfCell = 0.499;  // a little inside, so that rounding errors do not leave the cell

using Table = std::array<int, kBlock * kBlock>;

constexpr Table kLuma = {16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
                         14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
                         18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
                         49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};
constexpr Table kChroma = {17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99,
                           99, 99, 47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
                           99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99};

/// [8,8] float64, transposed: the first axis is the horizontal frequency.
at::Tensor transposedSteps(const at::Tensor& table) { return table.to(at::kCPU, at::kDouble).t().contiguous(); }

at::Tensor stepsFor(const Table& table, std::int64_t quality) {
    const std::int64_t scale = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    std::vector<double> steps;
    for (const int entry : table) {
        steps.push_back(static_cast<double>(std::clamp<std::int64_t>((entry * scale + 50) / 100, 1, 255)));
    }
    return transposedSteps(at::tensor(steps, at::kDouble).view({kBlock, kBlock}));
}

/// [3,3] float64, R'G'B' to Y, Cb, Cr.
at::Tensor lumaAndChroma() {
    constexpr double r = 0.299;
    constexpr double b = 0.114;
    constexpr double g = 1 - r - b;
    constexpr double blue = 0.5 / (1 - b);
    constexpr double red = 0.5 / (1 - r);
    return at::tensor({r, g, b, -r * blue, -g * blue, (1 - b) * blue, (1 - r) * red, -g * red, -b * red}, at::kDouble)
        .view({3, 3});
}

at::Tensor roundedStraightThrough(const at::Tensor& x) { return x + (x.round() - x).detach(); }

/// How many rows and columns of pixels share a sample of chroma: 1, 2 or 4 each.
struct ChromaCell {
    std::int64_t rows = 1;
    std::int64_t columns = 1;
    bool isPixel() const { return rows == 1 && columns == 1; }
};

at::Tensor reduced(const at::Tensor& x, const ChromaCell& cell) {
    return cell.isPixel() ? x : at::avg_pool2d(x, {cell.rows, cell.columns});
}
at::Tensor repeated(const at::Tensor& x, const ChromaCell& cell) {
    return cell.isPixel()
               ? x
               : at::upsample_nearest2d(x, at::IntArrayRef({cell.rows * x.size(2), cell.columns * x.size(3)}));
}

/// x continued at the end of the axis (2 or 3) by repeating its last pixel, and the adjoint of that.
at::Tensor repeatedEnd(const at::Tensor& x, std::int64_t axis, std::int64_t count) {
    Shape sizes = x.sizes().vec();
    sizes[static_cast<std::size_t>(axis)] = count;
    return count == 0 ? x : at::cat({x, x.narrow(axis, x.size(axis) - 1, 1).expand(sizes)}, axis);
}
at::Tensor foldedEnd(const at::Tensor& x, std::int64_t axis, std::int64_t count) {
    const std::int64_t size = x.size(axis) - count;
    return at::cat({x.narrow(axis, 0, size - 1), x.narrow(axis, size - 1, count + 1).sum(axis, true)}, axis);
}

class Jpeg : public MeasurementOperator {
public:
    /// luma, chroma: [8,8], the steps, as stepsFor makes them.
    Jpeg(const at::Tensor& luma, const at::Tensor& chroma, const JpegChroma& kind, const OperatorData& data)
        : MeasurementOperator(data.domain, data.domain),
          cell_(data.domain[0] == 3 ? ChromaCell{kind.rows, kind.columns} : ChromaCell{}),
          otherShift_(kind.isRgb ? kLumaShift : 0), mirrored_(data.mirrored), cosines_(blockCosines().to(data.options)),
          lumaSteps_(luma.to(data.options)), chromaSteps_(chroma.to(data.options)) {
        const Shape& domain = data.domain;
        const std::int64_t rows = cell_.rows * kBlock;
        const std::int64_t columns = cell_.columns * kBlock;
        below_ = (rows - domain[1] % rows) % rows;
        beside_ = (columns - domain[2] % columns) % columns;
        const bool isMixed = domain[0] == 3 && !kind.isRgb;
        const at::Tensor mixing = isMixed ? lumaAndChroma() : at::eye(domain[0], at::kDouble);
        toPlanes_ = mixing.to(data.options);
        toColours_ = at::linalg_inv(mixing).to(data.options);
    }

private:
    /// Luma [N,1,H,W], and chroma [N,2,h,w] of colour pictures, in units of 8-bit values around zero; or R, and G and
    /// B.
    struct Planes {
        at::Tensor luma;
        at::Tensor chroma;
    };

    bool hasColour() const { return domain()[0] == 3; }
    /// So that the first block is at the top left, and back.
    at::Tensor turned(const at::Tensor& x) const { return mirrored_.empty() ? x : x.flip(mirrored_); }
    at::Tensor padded(const at::Tensor& x) const { return repeatedEnd(repeatedEnd(x, 2, below_), 3, beside_); }
    at::Tensor cropped(const at::Tensor& x) const { return x.narrow(2, 0, domain()[1]).narrow(3, 0, domain()[2]); }

    static at::Tensor mixed(const at::Tensor& matrix, const at::Tensor& x) {
        const std::int64_t channels = matrix.size(0);
        return at::bmm(matrix.unsqueeze(0).expand({x.size(0), channels, channels}), x.flatten(2)).view(x.sizes());
    }

    Planes planesOf(const at::Tensor& x) const {
        const at::Tensor all = mixed(toPlanes_, kHalfRange * padded(turned(x)));
        return {all.narrow(1, 0, 1) + kLumaShift, hasColour() ? all.narrow(1, 1, 2) + otherShift_ : at::Tensor()};
    }
    at::Tensor pictureOf(const Planes& planes) const {
        const at::Tensor luma = planes.luma - kLumaShift;
        const at::Tensor all = hasColour() ? at::cat({luma, planes.chroma - otherShift_}, 1) : luma;
        return turned(cropped(mixed(toColours_, all))) / kHalfRange;
    }

    /// [N,C,h,w] to its coefficients [N,C,h/8,w/8,8,8] in units of the steps, and back. The blocks come out transposed.
    at::Tensor coefficients(const at::Tensor& plane, const at::Tensor& steps) const {
        const at::Tensor blocks =
            plane
                .reshape({plane.size(0), plane.size(1), plane.size(2) / kBlock, kBlock, plane.size(3) / kBlock, kBlock})
                .transpose(3, 4);
        return blocks.matmul(cosines_.t()).mT().matmul(cosines_.t()) / steps;
    }
    at::Tensor plane(const at::Tensor& coefficients, const at::Tensor& steps) const {
        const at::Tensor blocks = (coefficients * steps).matmul(cosines_).mT().matmul(cosines_).transpose(3, 4);
        return blocks.reshape({blocks.size(0), blocks.size(1), blocks.size(2) * kBlock, blocks.size(4) * kBlock});
    }

    at::Tensor quantised(const at::Tensor& x, const at::Tensor& steps) const {
        return plane(roundedStraightThrough(coefficients(x, steps)), steps);
    }
    /// What has to be added to x so that its coefficients are rounded to those of y.
    at::Tensor correction(const at::Tensor& x, const at::Tensor& y, const at::Tensor& steps) const {
        const at::Tensor own = coefficients(x, steps);
        const at::Tensor centre = coefficients(y, steps).round();
        return plane(at::minimum(at::maximum(own, centre - kHalfCell), centre + kHalfCell) - own, steps);
    }

    at::Tensor applyForward(const at::Tensor& x) const override {
        Planes planes = planesOf(x);
        planes.luma = quantised(planes.luma, lumaSteps_);
        if (hasColour()) {
            planes.chroma = repeated(quantised(reduced(planes.chroma, cell_), chromaSteps_), cell_);
        }
        const at::Tensor decoded = pictureOf(planes);
        return decoded + (decoded.clamp(-1, 1) - decoded).detach();
    }

    at::Tensor applyVectorJacobian(const at::Tensor&, const at::Tensor& v) const override {
        if (cell_.isPixel()) {
            return v;
        }
        const at::Tensor whole = at::constant_pad_nd(turned(v), {0, beside_, 0, below_});
        const at::Tensor planes = mixed(toColours_.t(), whole);
        const at::Tensor smoothed =
            at::cat({planes.narrow(1, 0, 1), repeated(reduced(planes.narrow(1, 1, 2), cell_), cell_)}, 1);
        return turned(foldedEnd(foldedEnd(mixed(toPlanes_.t(), smoothed), 3, beside_), 2, below_));
    }

    at::Tensor applyProjectionOnMeasurement(const at::Tensor& x, const at::Tensor& y) const override {
        Planes planes = planesOf(x);
        const Planes measured = planesOf(y);
        planes.luma = planes.luma + correction(planes.luma, measured.luma, lumaSteps_);
        if (hasColour()) {
            planes.chroma = planes.chroma + repeated(correction(reduced(planes.chroma, cell_),
                                                                reduced(measured.chroma, cell_), chromaSteps_),
                                                     cell_);
        }
        return pictureOf(planes);
    }

    at::Tensor applyDirectReconstruction(const at::Tensor& y) const override { return y; }

    ChromaCell cell_;
    double otherShift_;      // of the components behind the first
    Shape mirrored_;         // axes
    std::int64_t below_ = 0; // rows and columns added to fill the last blocks
    std::int64_t beside_ = 0;
    at::Tensor cosines_;
    at::Tensor lumaSteps_;
    at::Tensor chromaSteps_;
    at::Tensor toPlanes_;  // [C,C]
    at::Tensor toColours_; // its inverse
};

std::vector<std::string> chromaNames() {
    std::vector<std::string> names;
    std::ranges::transform(kJpegChroma, std::back_inserter(names),
                           [](const auto& kind) { return std::string(kind.name); });
    return names;
}

ParameterSchemas schemas() {
    return {
        {.name = "quality",
         .type = ParameterType::integer,
         .defaultValue = std::int64_t{30},
         .minimum = 1,
         .maximum = 100,
         .description = "The quality with which the picture was saved: 1 is the smallest file, 100 the best picture."},
        {.name = "chroma",
         .type = ParameterType::choice,
         .defaultValue = std::string("4:2:0"),
         .description = "How many pixels share a sample of colour: 2 x 2 (4:2:0, as cameras do), 2 across (4:2:2) or "
                        "down (4:4:0), 4 "
                        "across (4:1:1) and others, or none (4:4:4); RGB where the file holds no luma and chroma.",
         .choices = chromaNames()}};
}

const JpegChroma& chromaOf(const std::string& name) {
    return *std::ranges::find(kJpegChroma, name, &JpegChroma::name); // the schema knows no others
}

std::unique_ptr<MeasurementOperator> make(const ParameterValues& values, const OperatorData& data) {
    if (data.domain.size() != 3 || (data.domain[0] != 1 && data.domain[0] != 3)) {
        throw Error(ErrorCode::badInput,
                    Message("JPEG needs pictures of one or three channels, not %1", toText(data.domain)),
                    "choose a prior for grey or colour pictures");
    }
    const JpegChroma& kind = chromaOf(std::get<std::string>(values.at("chroma")));
    if (data.quantisation.defined()) {
        return std::make_unique<Jpeg>(transposedSteps(data.quantisation[0]), transposedSteps(data.quantisation[1]),
                                      kind, data);
    }
    const std::int64_t quality = std::get<std::int64_t>(values.at("quality"));
    return std::make_unique<Jpeg>(stepsFor(kLuma, quality), stepsFor(kChroma, quality), kind, data);
}

} // namespace

extern const NonlinearEntry kJpeg;
const NonlinearEntry kJpeg{"jpeg", "Saves the picture as a JPEG file: blocks of eight pixels with rounded frequencies.",
                           schemas, make};

} // namespace palimpsest
