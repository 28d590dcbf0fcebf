// SPDX-FileCopyrightText: The Palimpsest authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/image/image.h"

#include <string>
#include <vector>

namespace palimpsest {

/// Longest side of a blur kernel, in pixels.
inline constexpr int kLongestKernelSide = 255;

/// The point spread function of a blur.
struct KernelReading {
    Image kernel; ///< one channel, float32, both sides odd, no value negative, sum 1
    std::vector<Message> notices;
};

/// The kernel that a picture shows, its grey values (Rec. 601 luminance of colours) taken as they are stored, without
/// regard to profiles. The middle pixel is where the point was: a trace that lies elsewhere in the picture moves what
/// is deblurred with it. An even side gets a row or column of zeros at its end, which is said. Integer values are
/// weights and have no sum to keep; floats that do not sum to one within 0.1 % are divided by their sum, which is said.
/// Throws Error(badInput), with `origin`, for a side above kLongestKernelSide, a sum of zero, and a value that is
/// negative, NaN or infinite.
KernelReading kernelFromImage(const Image& image, const std::string& origin);
/// From a file of any format. Throws as readImage too.
KernelReading readKernel(const std::string& path);

} // namespace palimpsest
