// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>

namespace palimpsest {

/// Takes the seams out of a hole that was filled with pixels from elsewhere: keeps the differences that neighbours have
/// where they come from, and lets go of their level, so that patches of an even or slowly changing ground join. Where
/// neighbours belong to different things, the seam is an edge and stays.
///
/// picture: CV_32FC(n), the hole (CV_8UC1) filled; sources: CV_32SC2, where each pixel of the hole was copied from.
/// Minimises the squared errors of the differences, weighted by 1 / (1 + (jump / 0.04)^2)^2, plus 1e-4 times the
/// squared change, by red-black successive over-relaxation. Does not depend on the number of threads. Throws Cancelled.
/// Source: Perez, Gangnet, Blake 2003 (Poisson image editing). Deviation: the weights and the hold on the level.
void blendSeams(cv::Mat& picture, const cv::Mat& hole, const cv::Mat& sources, const std::stop_token& stop);

} // namespace palimpsest
