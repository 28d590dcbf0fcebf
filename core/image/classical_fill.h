// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/image/image.h"
#include "core/image/mask.h"

#include <stop_token>
#include <string>
#include <vector>

namespace cv {
class Mat;
}

namespace palimpsest {

/// A fill that needs no prior: a first estimate, and what our results are compared with.
struct ClassicalFill {
    std::string id;
    std::string title;       ///< English, translated by the window
    std::string description; ///< one sentence
    /// Fills planes (CV_32FC1 on [0,1]) where the hole (CV_8UC1) is above 0; at least one pixel is known.
    void (*fill)(std::vector<cv::Mat>& planes, const cv::Mat& hole, const std::stop_token& stop) = nullptr;
    /// How many radii of a hole around it the fill wants to see. Above 0, it goes from coarse to fine by itself and
    /// looks at all that it is given.
    double reach = 0;
};

const Catalogue<ClassicalFill>& classicalFills();

/// `image` with every pixel above 0 in `mask` replaced by the fill `id`. All other bytes, and alpha, are untouched.
/// Works at every depth in float32, but for fsr, whose fill has the precision of 8 bits and lies in [0,1]. Only the
/// neighbourhood of the mask is looked at, unless the fill has a reach. Where nothing is known, the fill is mid-grey.
/// `stop` is looked at between the windows of fsr (about a second each; a minute each for fsr-best); the others take
/// some seconds for 12 megapixels. Throws Error(badArgument) for an unknown id, Bug if the mask has another size,
/// Cancelled.
Image classicalFill(const std::string& id, const Image& image, const Mask& mask, const std::stop_token& stop = {});

} // namespace palimpsest
