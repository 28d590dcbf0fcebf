// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/classical_fill.h"

#include "core/base/error.h"
#include "core/image/colour_planes.h"
#include "core/image/cv_view.h"
#include "core/image/exemplar/exemplar_fill.h"
#include "core/image/frequency_fill.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/photo.hpp>

#include <algorithm>
#include <array>
#include <vector>

namespace palimpsest {
namespace {

using Planes = std::vector<cv::Mat>;

/// Neighbourhood that telea and navier-stokes weigh, in pixels.
constexpr double kRadius = 3;
/// How much of the picture around the mask the fills may look at, in pixels.
constexpr int kMargin = 64;
/// FSR divides its input into blocks: smaller pictures are mirrored up to this side.
constexpr int kLeastSide = 64;
/// Radii of a hole: what lies farther away seldom fits.
constexpr double kExemplarReach = 3;

void fillWithMean(Planes& planes, const cv::Mat& hole, const std::stop_token&) {
    const cv::Mat known = hole == 0;
    for (cv::Mat& plane : planes) {
        plane.setTo(cv::mean(plane, known), hole);
    }
}

/// Both methods treat channels apart, and take float only one by one. Scaled to 255, as their constants expect.
template <int kMethod>
void fillByMarching(Planes& planes, const cv::Mat& hole, const std::stop_token&) {
    for (cv::Mat& plane : planes) {
        cv::Mat filled;
        cv::inpaint(plane * 255, hole, filled, kRadius, kMethod);
        plane = filled / 255;
    }
}

void fillFromElsewhere(Planes& planes, const cv::Mat& hole, const std::stop_token& stop) {
    fillByExemplars(planes, hole, {}, stop);
}

const std::array<ClassicalFill, 6> kFills{{
    {"telea", "Telea", "Marches from the rim inwards and continues colours and gradients; quick, smears large holes.",
     fillByMarching<cv::INPAINT_TELEA>},
    {"navier-stokes", "Navier-Stokes", "Continues lines of equal brightness into the hole as a fluid would; quick.",
     fillByMarching<cv::INPAINT_NS>},
    {"fsr", "Frequency selective",
     "Extrapolates textures from their frequencies; seconds to a minute, best of these on large holes.",
     fillByFrequencies},
    {"fsr-best", "Frequency selective, thorough", "As fsr with smaller blocks and more rounds; fifty times slower.",
     fillByFrequenciesThoroughly},
    {"exemplar", "Exemplar",
     "Copies patches of the rest of the picture that fit: textures stay textures, also in large holes.",
     fillFromElsewhere, kExemplarReach},
    {"mean", "Mean colour", "One colour, the mean of the picture around the hole; a start without any structure.",
     fillWithMean},
}};

/// The part of the picture that the fills look at.
Rect neighbourhood(const Mask& mask, const ClassicalFill& method) {
    const Rect whole{0, 0, mask.width(), mask.height()};
    return method.reach > 0 ? whole : mask.bounds().grown(kMargin).intersected(whole);
}

/// Fills one crop; pixels outside `hole` are returned as they were.
Image filledCrop(const Image& crop, const cv::Mat& hole, const ClassicalFill& method, const std::stop_token& stop) {
    Planes planes = colourPlanes(crop);
    if (cv::countNonZero(hole == 0) == 0) {
        std::ranges::for_each(planes, [](cv::Mat& plane) { plane = 0.5; });
    } else {
        method.fill(planes, hole, stop);
    }
    return withColourPlanes(crop, planes, hole);
}

} // namespace

const Catalogue<ClassicalFill>& classicalFills() {
    static const Catalogue<ClassicalFill> catalogue("classical fill", kFills);
    return catalogue;
}

Image classicalFill(const std::string& id, const Image& image, const Mask& mask, const std::stop_token& stop) {
    const ClassicalFill& method = classicalFills().at(id);
    if (mask.size() != image.size()) {
        throw Bug("the mask of a fill must have the size of the picture");
    }
    const Rect area = neighbourhood(mask, method);
    if (mask.bounds().isEmpty()) {
        return image;
    }
    const cv::Rect within(area.x, area.y, area.width, area.height);
    const cv::Mat hole = cvView(mask)(within) > 0;
    const Image filled = filledCrop(cropped(image, area), hole, method, stop);
    cv::Mat result = cvView(image).clone();
    cvView(filled).copyTo(result(within));
    return imageFromCv(result).withMetadata(image.metadata());
}

} // namespace palimpsest
