// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/catalogue.h"
#include "core/base/parameter.h"
#include "core/image/image.h"

#include <array>
#include <stop_token>
#include <string>
#include <vector>

namespace cv {
class Mat;
}

namespace palimpsest {

/// What is known about how a picture was degraded; each method looks at what its task has.
struct Degradation {
    int factor = 1; ///< upscale: how many times the size is wanted
    Image kernel;   ///< deblur: one channel, float32, odd sides, sum 1, the point spread function; null: no blur
    bool isPeriodic = false; ///< deblur: the blur wrapped around the borders, as in benchmarks
    double sigma =
        0;       ///< deblur, denoise: standard deviation of the noise, [0,1] units; dejpeg: of what compression took
    Image hints; ///< colorize: RGBA of the picture's size, alpha = how firmly; null: none
    std::array<double, 3> greyWeights{0.299, 0.587, 0.114}; ///< colorize: what red, green and blue count in grey
};

/// A method that needs no prior: a first estimate, and what our results are compared with. The tasks that it serves
/// name it.
struct ClassicalRestorer {
    std::string id;
    std::string title;       ///< English, translated by the window
    std::string description; ///< one sentence
    ParameterSchemas parameters;
    /// From the picture's colour planes (CV_32FC1 on [0,1], 1 or 3) to the result's; `values` are complete.
    std::vector<cv::Mat> (*restore)(const std::vector<cv::Mat>& planes, const Degradation& degradation,
                                    const ParameterValues& values, const std::stop_token& stop) = nullptr;
    bool enlarges = false; ///< the result is larger than the picture by the degradation's factor
};

const Catalogue<ClassicalRestorer>& classicalRestorers();

/// `picture` restored by the method `id`, at its depth (computed in float32; integers are rounded and clipped) and with
/// its metadata and alpha, which grows with it. Colorizing gives a grey picture three channels; a picture that has them
/// already is taken by its grey. `stop` is looked at several times a second for a megapixel. Throws Error(badArgument)
/// for an unknown id or a value out of range, Error(badInput) for a kernel larger than the picture, Bug for hints of
/// another size, Cancelled.
Image classicalRestoration(const std::string& id, const Image& picture, const Degradation& degradation,
                           const ParameterValues& values = {}, const std::stop_token& stop = {});

} // namespace palimpsest
