// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

#include <stop_token>
#include <vector>

namespace palimpsest {

/// Fills planes (CV_32FC1 on [0,1], 1 or 3 of the same size) where the hole (CV_8UC1) is above 0, by what the rest of
/// the picture shows: coarse to fine, every patch that touches the hole looks for the known patch that is most like it,
/// and every pixel becomes a mean of what these patches have in its place; at the end, what the best of them has, with
/// its level joined to that of its neighbours (blendSeams). Patches are compared by colour, and by how strong the
/// gradients around are, so that texture is continued as texture. sources: CV_8UC1, above 0 where pixels may be copied
/// from; empty: everywhere outside the hole. Where there is nothing to copy from, the fill is the mean. The result does
/// not depend on the number of threads. Throws Cancelled.
///
/// Sources: Wexler, Shechtman, Irani 2007 (Space-time completion of video); Newson, Almansa, Fradet, Gousseau, Perez
/// 2014 (Video inpainting of complex scenes, texture features and weights of section 3). Deviation: the coarsest level
/// starts from a smooth fill instead of peeling the hole like an onion.
void fillByExemplars(std::vector<cv::Mat>& planes, const cv::Mat& hole, const cv::Mat& sources,
                     const std::stop_token& stop);

} // namespace palimpsest
