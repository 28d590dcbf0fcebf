// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/classical_restorer.h"

#include "core/base/error.h"
#include "core/image/bm3d/bm3d.h"
#include "core/image/colour_planes.h"
#include "core/image/colour_spread.h"
#include "core/image/cv_view.h"
#include "core/image/deconvolution.h"
#include "core/image/enlargement.h"
#include "core/image/non_local_means.h"
#include "core/image/total_variation.h"

#include <opencv2/core.hpp>

#include <algorithm>
#include <iterator>

namespace palimpsest {
namespace {

using Planes = std::vector<cv::Mat>;

/// Noise assumed in a picture said to have none.
constexpr double kLeastSigma = 2.0 / 255 / 3.4641;

double real(const ParameterValues& values, const char* name) { return std::get<double>(values.at(name)); }

int whole(const ParameterValues& values, const char* name) {
    return static_cast<int>(std::get<std::int64_t>(values.at(name)));
}

ParameterSchema strengthSchema(double usual, const char* description) {
    return {.name = "strength",
            .type = ParameterType::real,
            .defaultValue = usual,
            .minimum = 0.01,
            .maximum = 100,
            .description = description};
}

ParameterSchema roundsSchema(std::int64_t usual, const char* description) {
    return {.name = "rounds",
            .type = ParameterType::integer,
            .defaultValue = usual,
            .minimum = 1,
            .maximum = 1000,
            .description = description,
            .advanced = true};
}

Planes copied(const Planes& planes) {
    Planes copies;
    std::ranges::transform(planes, std::back_inserter(copies), [](const cv::Mat& plane) { return plane.clone(); });
    return copies;
}

Blur blurOf(const Degradation& degradation) {
    const cv::Mat point(1, 1, CV_32F, cv::Scalar(1));
    return {degradation.kernel.isNull() ? point : colourPlanes(degradation.kernel).front(), degradation.isPeriodic};
}

template <cv::Mat (*kEnlarged)(const cv::Mat&, int)>
Planes enlarge(const Planes& planes, const Degradation& degradation, const ParameterValues&, const std::stop_token&) {
    Planes result;
    for (const cv::Mat& plane : planes) {
        result.push_back(kEnlarged(plane, degradation.factor));
    }
    return result;
}

/// Standard deviation of the differences between neighbours that serves the search pictures best.
constexpr double kUsualGradient = 0.1;

Planes wiener(const Planes& planes, const Degradation& degradation, const ParameterValues& values,
              const std::stop_token& stop) {
    Planes result = copied(planes);
    deconvolveByWiener(result, blurOf(degradation), degradation.sigma, kUsualGradient / real(values, "strength"), stop);
    return result;
}

Planes richardsonLucy(const Planes& planes, const Degradation& degradation, const ParameterValues& values,
                      const std::stop_token& stop) {
    Planes result = copied(planes);
    deconvolveByRichardsonLucy(result, blurOf(degradation), whole(values, "rounds"), stop);
    return result;
}

/// Weights that serve the search pictures best: proportional to the noise where it is all there is to remove, to its
/// square under a blur.
double variationWeight(const Degradation& degradation, double strength) {
    constexpr double kUsualForNoise = 0.85;
    constexpr double kUsualForBlur = 9;
    const double sigma = std::max(degradation.sigma, kLeastSigma);
    return strength * (degradation.kernel.isNull() ? kUsualForNoise * sigma : kUsualForBlur * sigma * sigma);
}

Planes totalVariation(const Planes& planes, const Degradation& degradation, const ParameterValues& values,
                      const std::stop_token& stop) {
    Planes result = copied(planes);
    minimiseTotalVariation(result, blurOf(degradation), variationWeight(degradation, real(values, "strength")),
                           whole(values, "rounds"), stop);
    return result;
}

Planes nonLocalMeans(const Planes& planes, const Degradation& degradation, const ParameterValues& values,
                     const std::stop_token& stop) {
    Planes result = copied(planes);
    averageNonLocally(result, {.sigma = degradation.sigma, .strength = real(values, "strength")}, stop);
    return result;
}

Planes blockMatching(const Planes& planes, const Degradation& degradation, const ParameterValues& values,
                     const std::stop_token& stop) {
    Planes result = copied(planes);
    denoiseByBlockMatching(result, degradation.sigma * real(values, "strength"), stop);
    return result;
}

cv::Mat greyOf(const Planes& planes, const Degradation& degradation) {
    if (planes.size() == 1) {
        return planes.front();
    }
    const auto& [red, green, blue] = degradation.greyWeights;
    return red * planes[0] + green * planes[1] + blue * planes[2];
}

Planes grey(const Planes& planes, const Degradation& degradation, const ParameterValues&, const std::stop_token&) {
    return Planes(3, greyOf(planes, degradation));
}

/// Colours are spread as differences from grey in red and blue; green follows, so that grey is what was measured.
Planes colourSpread(const Planes& planes, const Degradation& degradation, const ParameterValues&,
                    const std::stop_token& stop) {
    const cv::Mat y = greyOf(planes, degradation);
    if (degradation.hints.isNull()) {
        return Planes(3, y);
    }
    const Planes hints = colourPlanes(degradation.hints);
    const cv::Mat hintGrey = greyOf(hints, degradation);
    cv::Mat confidence;
    cv::extractChannel(cvView(degradation.hints), confidence, degradation.hints.channels() - 1);
    const int depth = confidence.depth();
    confidence.convertTo(confidence, CV_32F, depth == CV_8U ? 1.0 / 255 : depth == CV_16U ? 1.0 / 65535 : 1.0);
    const Planes chroma = spreadColours(y, {hints[0] - hintGrey, hints[2] - hintGrey}, confidence, stop);
    const auto& [red, green, blue] = degradation.greyWeights;
    return {y + chroma[0], y - (red * chroma[0] + blue * chroma[1]) / green, y + chroma[1]};
}

Planes asItIs(const Planes& planes, const Degradation&, const ParameterValues&, const std::stop_token&) {
    return planes;
}

const std::array<ClassicalRestorer, 10> kRestorers{{
    {"lanczos",
     "Lanczos",
     "Enlarges by a windowed sinc: sharp and quick, with faint rings along edges.",
     {},
     enlarge<enlargedByLanczos>,
     true},
    {"bicubic",
     "Bicubic",
     "Enlarges by cubic convolution: quick, a little softer than Lanczos, with fewer rings.",
     {},
     enlarge<enlargedByCubic>,
     true},
    {"wiener",
     "Wiener filter",
     "Undoes a known blur in one step, as far as the noise allows; rings along strong edges.",
     {strengthSchema(1, "how smooth the picture is taken to be: above 1 removes more noise, below 1 sharpens more")},
     wiener},
    {"richardson-lucy",
     "Richardson-Lucy",
     "Undoes a known blur round by round: sharpens more, and noise too, the longer it runs.",
     {roundsSchema(20, "how often the picture is sharpened: each round brings out finer detail and more noise")},
     richardsonLucy},
    {"total-variation",
     "Total variation",
     "Looks for even areas with sharp edges: cleans and deblurs firmly, flattens fine texture.",
     {strengthSchema(1, "how even the result is, relative to what suits the noise"),
      roundsSchema(40, "rounds of the minimisation: more come closer to the minimum")},
     totalVariation},
    {"non-local-means",
     "Non-local means",
     "Averages places of the picture that look alike: keeps repeated detail, leaves rare detail noisy.",
     {strengthSchema(0.45, "how unlike the places that are averaged may be, in units of the noise")},
     nonLocalMeans},
    {"bm3d",
     "BM3D",
     "Filters groups of similar blocks together: keeps fine detail best of the classical methods, leaves faint "
     "patterns "
     "in strong noise.",
     {strengthSchema(1, "how much noise is taken out, relative to what the picture has")},
     blockMatching},
    {"colour-spread",
     "Colour spreading",
     "Spreads the colours of hints up to the edges of the grey picture; without hints it stays grey.",
     {},
     colourSpread},
    {"grey", "Grey", "Leaves the picture grey: what every colorization has to beat.", {}, grey},
    {"as-is", "As it is", "Leaves the picture as the file shows it: what every restoration has to beat.", {}, asItIs},
}};

/// The planes at the picture's depth, and its alpha at their size.
Image assembled(const Planes& planes, const Image& picture, int factor) {
    Planes all = planes;
    const cv::Mat view = cvView(picture);
    const double scale = picture.depth() == PixelDepth::uint8 ? 255 : picture.depth() == PixelDepth::uint16 ? 65535 : 1;
    if (picture.hasAlpha()) {
        cv::Mat alpha;
        cv::extractChannel(view, alpha, picture.channels() - 1);
        alpha.convertTo(alpha, CV_32F, 1 / scale);
        all.push_back(factor > 1 ? cv::Mat(cv::min(cv::max(enlargedByCubic(alpha, factor), 0.0), 1.0)) : alpha);
    }
    cv::Mat merged;
    cv::merge(all, merged);
    merged.convertTo(merged, view.depth(), scale);
    return imageFromCv(merged).withMetadata(picture.metadata());
}

} // namespace

const Catalogue<ClassicalRestorer>& classicalRestorers() {
    static const Catalogue<ClassicalRestorer> catalogue("classical method", kRestorers);
    return catalogue;
}

Image classicalRestoration(const std::string& id, const Image& picture, const Degradation& degradation,
                           const ParameterValues& values, const std::stop_token& stop) {
    const ClassicalRestorer& method = classicalRestorers().at(id);
    const ParameterValues complete = validated(method.parameters, values, Message("the method %1", method.id));
    if (!degradation.hints.isNull() && degradation.hints.size() != picture.size()) {
        throw Bug("colour hints must have the size of the picture");
    }
    return assembled(method.restore(colourPlanes(picture), degradation, complete, stop), picture,
                     method.enlarges ? degradation.factor : 1);
}

} // namespace palimpsest
